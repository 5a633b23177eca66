import { type Actor, matchesPattern } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { pathInProject, type RepositoryName } from '@berth/oci'
import { askTagRules, type HeldRoles, type TagRules, tagRulesOf, type TagsChange } from './tag-rules.js'

const find = {
  name: 'find_held_roles',
  text: `
    select
      coalesce((select sysadmin from "user" where id = $3 and $2 = 'user' and deleted_at is null), false) as sysadmin,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.role_id, 'repositories', g.repositories)), '[]')
        from project_grant g
        where g.project_id = $1 and g.subject_kind = $2 and g.subject_id = $3 and g.role_id is not null) as held,
      (select jsonb_object_agg(id, name) from role) as names`,
}

const findRules = { name: 'find_tag_rules', text: `select ${tagRulesOf('$1::integer')} as rules` }

interface Row {
  sysadmin: boolean
  held: { id: number; repositories: string[] | null }[]
  names: Record<number, string>
}

/** @param project its id */
async function findHeldRoles(
  db: Queryable,
  project: number,
  repository: RepositoryName,
  { kind, id }: Actor,
): Promise<HeldRoles> {
  const [row] = await db.query<Row & Record<string, unknown>>(find, [project, kind, id ?? null])
  const { sysadmin = false, held = [], names = {} } = row ?? {}
  const path = pathInProject(repository)
  const reaches = (patterns: string[] | null) =>
    patterns === null || patterns.some((pattern) => matchesPattern(pattern, path))
  return { sysadmin, names, roles: held.filter((role) => reaches(role.repositories)).map((role) => role.id) }
}

/** The rules of a project, for whoever shows what they come to. */
export async function findTagRules(db: Queryable, project: number): Promise<TagRules> {
  const [row] = await db.query<{ rules: TagRules }>(findRules, [project])
  return row?.rules ?? null
}

/**
 * Asks the rules, and where one lets some roles pass, which roles the actor has.
 * @throws {UserError} TAG_IMMUTABLE, TAG_PROTECTED
 */
export function requireTagChange(db: Queryable, rules: TagRules, change: TagsChange): Promise<void> {
  return askTagRules(rules, change, ({ project }) => findHeldRoles(db, project, change.repository, change.actor))
}
