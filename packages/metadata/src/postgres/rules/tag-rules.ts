import { isPattern, matchesPattern, UserError, type Actor } from '@berth/contracts'
import { projectOf, type RepositoryName } from '@berth/oci'

/** What is about to become of a tag, and who wants it: what every rule about tags is asked. */
export interface TagChange {
  readonly repository: RepositoryName
  readonly tag: string
  /** What it names; a change of a tag that is not there yet is no change to any rule. */
  readonly from: string
  /** What it is to name; absent where it is to go. */
  readonly to?: string
  readonly actor: Actor
}

/** What a rule is about: names that match a pattern, or all that do not. */
interface Selector {
  readonly pattern: string
  readonly excludes: boolean
}

/** A rule as the statements below give it. */
interface ImmutableRule {
  readonly repositories: Selector
  readonly tags: Selector
}

/** The rules of a project: null where it has none. */
export type TagRules = readonly ImmutableRule[] | null

/**
 * SQL for the rules of a project, for a statement that is sent anyway: a project without rules pays for one look into an index.
 * @param projectId SQL; a column with the name of its table, for rules have a `project_id` as well
 */
export function tagRulesOf(projectId: string): string {
  return `(
    select jsonb_agg(jsonb_build_object(
      'repositories', jsonb_build_object('pattern', i.repository_pattern, 'excludes', i.repository_excludes),
      'tags', jsonb_build_object('pattern', i.tag_pattern, 'excludes', i.tag_excludes)) order by i.id)
    from immutable_rule i where i.project_id = ${projectId} and not i.disabled)`
}

/** What cannot be understood protects. */
const selects = ({ pattern, excludes }: Selector, name: string) =>
  !isPattern(pattern) || matchesPattern(pattern, name) !== excludes

function findImmutable(rules: TagRules, repository: RepositoryName, tag: string): ImmutableRule | undefined {
  const path = repository.slice(projectOf(repository).length + 1)
  return rules?.find(({ repositories, tags }) => selects(repositories, path) && selects(tags, tag))
}

/**
 * Asks the rules of the project. To name again what it names is no change.
 * @throws {UserError} TAG_IMMUTABLE
 */
export function askTagRules(rules: TagRules, { repository, tag, from, to }: TagChange): void {
  if (rules === null || from === to) return
  const rule = findImmutable(rules, repository, tag)
  if (rule) throw new UserError('TAG_IMMUTABLE', { tag, repository, rule: nameOf(rule) })
}

const shown = ({ pattern, excludes }: Selector) => `${excludes ? 'all but ' : ''}${pattern}`
const nameOf = ({ repositories, tags }: ImmutableRule) => `${shown(repositories)} : ${shown(tags)}`
