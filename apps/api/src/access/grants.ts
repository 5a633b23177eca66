import { patternExpression } from '@berth/contracts'
import {
  type Grant,
  isForAnyone,
  may,
  namesGiving,
  type ProjectGrant,
  type ProjectPermission,
  readGrant,
  type StoredGrant,
  type Subject,
} from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from './context.js'

/** A grant as a statement gives it. */
export type GrantRow = Omit<StoredGrant, 'scope'>

/** A column of `project p`: what the subject holds there, as a list of {@link GrantRow}. */
export const grantsHere = ({ kind, id }: Subject): Sql => sql`(
  select coalesce(json_agg(json_build_object(
    'permissions', g.permissions, 'repositories', g.repositories, 'tags', g.tags)), '[]')
  from project_grant g where g.project_id = p.id and g.subject_kind = ${kind} and g.subject_id = ${id})`

export const grantsOf = (project: number, rows: readonly GrantRow[]): ProjectGrant[] =>
  rows.map((row) => readGrant({ ...row, scope: project })).filter((grant) => grant.scope !== 'system')

/** The subject with what it holds in a project. */
export const withGrants = (subject: Subject, project: number, rows: readonly GrantRow[]): Subject => ({
  ...subject,
  grants: [...subject.grants, ...grantsOf(project, rows)],
})

/** Condition on `project p`: those in which the subject holds the permission, whatever repository and tag it is about. */
export function projectsWhere(subject: Subject, permission: ProjectPermission): Sql {
  const held = subject.sysadmin
    ? sql`true`
    : sql`p.id in (select held_projects(${subject.kind}, ${subject.id}, ${namesGiving(permission)}::text[]))`
  const own = subject.ceiling ? sql`(${held} and ${under(subject.ceiling, permission)})` : held
  return isForAnyone(permission) ? sql`(p.public or ${own})` : own
}

/**
 * Condition on `repository r` of the project: those in which the subject holds the permission. Undefined: all of them.
 *
 * @param subject with what it holds in the project
 */
export function repositoriesWhere(
  subject: Subject,
  permission: ProjectPermission,
  { id: project, name, public: isPublic }: ProjectContext,
): Sql | undefined {
  if (may(subject, permission, { scope: 'project', project, public: isPublic })) return undefined
  const among = (grants: readonly Grant[]) => {
    const giving = grants.filter(
      (grant): grant is ProjectGrant =>
        (grant.scope === 'all projects' || grant.scope === project) && grant.permissions.has(permission),
    )
    const patterns = giving.flatMap(({ repositories = ['**'], tags }) => (tags ? [] : repositories))
    return namedLike(patterns, name)
  }
  const own = subject.sysadmin ? sql`true` : among(subject.grants)
  return subject.ceiling ? sql`(${own} and ${among(subject.ceiling)})` : own
}

/** Condition on `repository r`: its name without the project matches one of the patterns. */
export const namedLike = (patterns: readonly string[], project?: string): Sql =>
  sql`r.name ~ ${patternExpression(patterns, project)}`
/** Condition on `project p`: those in which a robot may do anything at all, and public ones. */
export const projectsOfRobot = ({ id }: Subject): Sql => sql`(p.public or exists (
  select from project_grant g where g.project_id = p.id and g.subject_kind = 'robot' and g.subject_id = ${id}))`

function under(ceiling: readonly Grant[], permission: ProjectPermission): Sql {
  const scopes = ceiling
    .filter((grant) => grant.scope !== 'system' && !grant.repositories && !grant.tags)
    .filter((grant) => grant.permissions.has(permission))
    .map((grant) => grant.scope)
  return scopes.includes('all projects') ? sql`true` : sql`p.id = any (${scopes}::int[])`
}
