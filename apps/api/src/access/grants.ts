import {
  type Grant,
  isForAnyone,
  namesGiving,
  type ProjectPermission,
  readGrant,
  type StoredGrant,
  type Subject,
} from '@berth/rbac'
import sql, { type Sql } from 'sql-template-tag'

/** A grant as a statement gives it. */
export type GrantRow = Omit<StoredGrant, 'scope'>

/** A column of `project p`: what the subject holds there, as a list of {@link GrantRow}. */
export const grantsHere = ({ kind, id }: Subject): Sql => sql`(
  select coalesce(json_agg(json_build_object(
    'permissions', g.permissions, 'repositories', g.repositories, 'tags', g.tags)), '[]')
  from project_grant g where g.project_id = p.id and g.subject_kind = ${kind} and g.subject_id = ${id})`

/** The subject with what it holds in a project. */
export function withGrants(subject: Subject, project: number, rows: readonly GrantRow[]): Subject {
  const grants = rows.map((row) => readGrant({ ...row, scope: project }))
  return { ...subject, grants: [...subject.grants, ...grants] }
}

/** Condition on `project p`: those in which the subject holds the permission, whatever repository and tag it is about. */
export function projectsWhere(subject: Subject, permission: ProjectPermission): Sql {
  const held = subject.sysadmin
    ? sql`true`
    : sql`exists (select 1 from project_grant g where g.project_id = p.id and g.subject_kind = ${subject.kind}
        and g.subject_id = ${subject.id} and g.permissions && ${namesGiving(permission)}::text[]
        and g.repositories is null and g.tags is null)`
  const own = subject.ceiling ? sql`(${held} and ${under(subject.ceiling, permission)})` : held
  return isForAnyone(permission) ? sql`(p.public or ${own})` : own
}

function under(ceiling: readonly Grant[], permission: ProjectPermission): Sql {
  const scopes = ceiling
    .filter((grant) => grant.scope !== 'system' && !grant.repositories && !grant.tags)
    .filter((grant) => grant.permissions.has(permission))
    .map((grant) => grant.scope)
  return scopes.includes('all projects') ? sql`true` : sql`p.id = any (${scopes}::int[])`
}
