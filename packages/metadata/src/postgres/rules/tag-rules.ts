import { type Actor, selects, selectorsText, type TagSelectors, UserError } from '@berth/contracts'
import { pathInProject, type RepositoryName } from '@berth/oci'

/** Whose tags are about to change, and who wants it. */
export interface TagsChange {
  readonly repository: RepositoryName
  readonly actor: Actor
  readonly tags: readonly TagChange[]
}

/** What is about to become of a tag. */
export interface TagChange {
  readonly tag: string
  /** What it names; a change of a tag that is not there yet is no change to any rule. */
  readonly from: string
  /** What it is to name; absent where it is to go. */
  readonly to?: string
}

/** A rule as the statements below give it. */
export interface TagRule extends TagSelectors {
  readonly project: number
  /** Whoever has one of these roles may change such tags all the same. Null: nobody may. */
  readonly roles: readonly number[] | null
  readonly robots: boolean
}

/** Which roles somebody has in a project, as far as they reach into a repository. */
export interface HeldRoles {
  /** Ids. */
  readonly roles: readonly number[]
  /** Holds every right, in every project. */
  readonly sysadmin: boolean
  /** What the roles are called that there are, by their ids. */
  readonly names: Readonly<Record<number, string>>
}

/** The rules of a project: null where it has none. */
export type TagRules = readonly TagRule[] | null

/**
 * SQL for the rules of a project, for a statement that is sent anyway: a project without rules pays for one look into an index.
 * @param projectId SQL; a column with the name of its table, for rules have a `project_id` as well
 */
export function tagRulesOf(projectId: string): string {
  return `(
    select jsonb_agg(jsonb_build_object(
      'project', i.project_id, 'roles', i.allowed_roles, 'robots', i.allows_robots,
      'repositories', jsonb_build_object('pattern', i.repository_pattern, 'excludes', i.repository_excludes),
      'tags', jsonb_build_object('pattern', i.tag_pattern, 'excludes', i.tag_excludes)) order by i.priority, i.id)
    from immutable_rule i where i.project_id = ${projectId} and not i.disabled)`
}

/** The first rule that is about a tag: one that nobody gets past, where there is one. */
export function findTagRule(rules: TagRules, repository: RepositoryName, tag: string): TagRule | undefined {
  const about = rulesFor(rules ?? [], repository).filter(({ tags }) => selects(tags, tag))
  return about.find(({ roles }) => roles === null) ?? about[0]
}

function rulesFor(rules: readonly TagRule[], repository: RepositoryName): TagRule[] {
  const path = pathInProject(repository)
  return rules.filter(({ repositories }) => selects(repositories, path))
}

/**
 * Asks the rules of the project. To name again what it names is no change.
 * @param findHeld reads which roles the actor has in the project; called where a rule lets some roles pass
 * @throws {UserError} TAG_IMMUTABLE, TAG_PROTECTED
 */
export async function askTagRules(
  rules: TagRules,
  { repository, actor, tags }: TagsChange,
  findHeld: (rule: TagRule) => Promise<HeldRoles>,
): Promise<void> {
  if (rules === null) return
  const about = rulesFor(rules, repository)
  let held: HeldRoles | undefined
  for (const { tag, from, to } of tags) {
    if (from === to) continue
    for (const rule of about) {
      if (!selects(rule.tags, tag)) continue
      const named = { tag, repository, rule: selectorsText(rule) }
      if (rule.roles === null) throw new UserError('TAG_IMMUTABLE', named)
      held ??= await findHeld(rule)
      if (isAllowed(rule, rule.roles, actor, held)) continue
      throw new UserError('TAG_PROTECTED', { ...named, roles: namesOf(rule, rule.roles, held) })
    }
  }
}

/** The platform itself holds no role: what it does on a schedule takes no tag that somebody protects. */
function isAllowed({ robots }: TagRule, roles: readonly number[], actor: Actor, held: HeldRoles): boolean {
  if (actor.kind === 'robot') return robots
  return held.sysadmin || roles.some((role) => held.roles.includes(role))
}

function namesOf({ robots }: TagRule, roles: readonly number[], { names }: HeldRoles): string {
  const named = roles.map((role) => names[role] ?? String(role))
  return [...named, ...(robots ? ['robots'] : [])].join(', ')
}
