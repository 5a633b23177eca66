import { isPattern, UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { givable, nameOf, type StoredGrant } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import type { Accesses, RobotPermissions } from './robots.schema.js'

const names: Readonly<Record<'project' | 'system', ReadonlySet<string>>> = {
  project: new Set(givable.project),
  system: new Set(givable.system),
}

/** Each once, in order. @throws {UserError} ROBOT_PERMISSION_UNKNOWN */
export function readAccess(accesses: Accesses, scope: 'project' | 'system'): string[] {
  const permissions = accesses.map(nameOf)
  for (const permission of permissions)
    if (!names[scope].has(permission)) throw new UserError('ROBOT_PERMISSION_UNKNOWN', { permission })
  return [...new Set(permissions)].toSorted()
}

interface NamedGrant {
  readonly scope: 'system' | 'all' | { readonly project: string }
  readonly permissions: readonly string[]
  /** Each once, in order. */
  readonly repositories?: readonly string[]
}

function readOne({ kind, namespace, access, repositories }: RobotPermissions[number]): NamedGrant {
  if (access.length === 0) throw new UserError('ROBOT_WITHOUT_PERMISSIONS')
  if (kind === 'system') {
    if (repositories) throw new UserError('ROBOT_PATTERNS_OUTSIDE')
    return { scope: 'system', permissions: readAccess(access, 'system') }
  }
  for (const pattern of repositories ?? []) if (!isPattern(pattern)) throw new UserError('BAD_PATTERN', { pattern })
  return {
    scope: namespace === '*' ? 'all' : { project: namespace },
    permissions: readAccess(access, 'project'),
    ...(repositories && { repositories: [...new Set(repositories)].toSorted() }),
  }
}

/** The id of no project. */
const NOWHERE = 0

interface ReadRights {
  readonly grants: StoredGrant[]
  /** A project that is named, and not there. */
  readonly missing: string | undefined
}

/** Names that no project has are left out. */
async function idsOf(projects: readonly string[], database: Pick<Queryable, 'rows'>) {
  if (projects.length === 0) return new Map<string, number>()
  const rows = await database.rows<{ id: number; name: string }>(
    sql`select id, name from project where name = any (${projects}::text[])`,
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/**
 * @param project whose robot it is; undefined: a robot of the system
 * @throws {UserError} ROBOT_WITHOUT_PERMISSIONS, ROBOT_PERMISSION_UNKNOWN, ROBOT_OUTSIDE_PROJECT, ROBOT_PATTERNS_OUTSIDE, BAD_PATTERN
 */
export async function readRights(
  permissions: RobotPermissions,
  project: ProjectContext | undefined,
  database: Pick<Queryable, 'rows'>,
): Promise<ReadRights> {
  const named = permissions.map(readOne)
  if (project) {
    const isInside = ({ scope }: NamedGrant) => typeof scope === 'object' && scope.project === project.name
    if (named.length > 1 || !named.every(isInside)) throw new UserError('ROBOT_OUTSIDE_PROJECT')
    return { grants: named.map((grant) => ({ ...grant, scope: project.id })), missing: undefined }
  }
  const projects = named.flatMap(({ scope }) => (typeof scope === 'object' ? [scope.project] : []))
  const ids = await idsOf(projects, database)
  const found = named.map(({ scope, ...grant }): StoredGrant => ({
    ...grant,
    scope: typeof scope === 'object' ? (ids.get(scope.project) ?? NOWHERE) : scope,
  }))
  const alike = Map.groupBy(found, ({ scope, repositories }) => JSON.stringify([scope, repositories]))
  const grants = [...alike.values()].flatMap(([first, ...more]) =>
    first
      ? [{ ...first, permissions: [...new Set([first, ...more].flatMap((grant) => grant.permissions))].toSorted() }]
      : [],
  )
  return { grants, missing: projects.find((name) => !ids.has(name)) }
}

export async function rightsOf(robot: number, transaction: Pick<Queryable, 'rows'>): Promise<StoredGrant[]> {
  return transaction.rows<StoredGrant>(sql`
    select case scope when 'project' then to_jsonb(project_id) else to_jsonb(scope) end as scope,
      permissions, repositories, tags
    from robot_grant where robot_id = ${robot}`)
}

export async function replaceRights(
  robot: number,
  grants: readonly StoredGrant[],
  transaction: Pick<Queryable, 'rows'>,
): Promise<void> {
  const [ids, scopes, permissions, patterns] = [
    grants.map(({ scope }) => (typeof scope === 'number' ? scope : null)),
    grants.map(({ scope }) => (typeof scope === 'number' ? 'project' : scope)),
    grants.map((grant) => grant.permissions.join(' ')),
    grants.map(({ repositories }) => JSON.stringify(repositories ?? null)),
  ]
  await transaction.rows(sql`delete from robot_grant where robot_id = ${robot}`)
  await transaction.rows(sql`
    insert into robot_grant (robot_id, scope, project_id, permissions, repositories)
    select ${robot}, scope, project_id, string_to_array(permissions, ' '),
      case when patterns <> 'null' then array(select jsonb_array_elements_text(patterns)) end
    from unnest(${scopes}::text[], ${ids}::int[], ${permissions}::text[], ${patterns}::jsonb[])
      as new (scope, project_id, permissions, patterns)`)
}

/** Is there a right among `grants` that is not among `others`, for the same repositories or for all of them? */
export function isWider(grants: readonly StoredGrant[], others: readonly StoredGrant[]): boolean {
  const inPlace = Map.groupBy(others, ({ scope }) => scope)
  return grants.some(({ scope, permissions, repositories, tags }) => {
    const covering = (inPlace.get(scope) ?? []).filter(
      (other) => isWithin(repositories, other.repositories) && isWithin(tags, other.tags),
    )
    const held = new Set(covering.flatMap((other) => other.permissions))
    return permissions.some((name) => !held.has(name))
  })
}

type Patterns = readonly string[] | null | undefined

const isWithin = (wanted: Patterns, held: Patterns) =>
  !held || (wanted ?? undefined)?.every((pattern) => held.includes(pattern)) === true
