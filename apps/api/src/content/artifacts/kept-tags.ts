import { selectorsText } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { findTagRule, findTagRules } from '@berth/metadata'
import type { RepositoryName } from '@berth/oci'
import type { ProjectContext, RepositoryContext } from '../../access/context.js'

/** What the rules of a project say of a tag. */
export interface TagKeeping {
  /** Nobody moves or deletes it. */
  readonly immutable: boolean
  /** The rule that keeps it, be it from some people alone; null: none does. */
  readonly rule: string | null
}

/** Which tags of which repositories the rules of a project keep. */
export async function keptInProject(
  db: Queryable,
  project: ProjectContext,
): Promise<(repository: RepositoryName, tag: string) => TagKeeping> {
  const rules = await findTagRules(db, project.id)
  return (repository, tag) => {
    const rule = findTagRule(rules, repository, tag)
    return { immutable: rule?.roles === null, rule: rule ? selectorsText(rule) : null }
  }
}

/** Which tags of a repository they keep. */
export async function keptTags(
  db: Queryable,
  { name, project }: RepositoryContext,
): Promise<(tag: string) => TagKeeping> {
  const kept = await keptInProject(db, project)
  return (tag) => kept(name, tag)
}
