import { isPattern, UserError } from '@berth/contracts'
import { nameOf, partsOf, type PermissionParts, type StoredGrant } from '@berth/rbac'
import { accessOf, known, permissionsOf } from './token-access.js'
import type { TokenCreation } from './tokens.schema.js'

/** @throws {UserError} PERMISSION_UNKNOWN */
function namesOf(permissions: readonly PermissionParts[], scope: 'project' | 'system'): string[] {
  const names = new Set(permissions.map(nameOf))
  for (const permission of names)
    if (!known[scope].has(permission)) throw new UserError('PERMISSION_UNKNOWN', { permission })
  return [...names].toSorted()
}

/**
 * What a token that is asked for may do at most.
 *
 * @param projects ids of the projects in which it counts; undefined: every project
 * @throws {UserError} PERMISSION_UNKNOWN, BAD_PATTERN, TOKEN_WITHOUT_RIGHTS
 */
export function ceilingOf(asked: TokenCreation, projects: readonly number[] | undefined): StoredGrant[] {
  const permissions = [...permissionsOf(asked.access, namesOf(asked.permissions, 'project'))]
  const inSystem = asked.access === 'chosen' ? namesOf(asked.system_permissions, 'system') : []
  for (const pattern of asked.repositories ?? [])
    if (!isPattern(pattern)) throw new UserError('BAD_PATTERN', { pattern })
  const repositories = asked.repositories && { repositories: [...new Set(asked.repositories)] }
  const scopes: readonly (number | 'all')[] = projects ?? ['all']
  const grants = [
    ...(permissions.length === 0 ? [] : scopes.map((scope) => ({ scope, permissions, ...repositories }))),
    ...(inSystem.length === 0 ? [] : [{ scope: 'system' as const, permissions: inSystem }]),
  ]
  if (grants.length === 0 || repositories?.repositories.length === 0) throw new UserError('TOKEN_WITHOUT_RIGHTS')
  return grants
}

/** Ids of the projects that ceilings name. */
export const projectsOf = (ceiling: readonly StoredGrant[]): number[] =>
  ceiling.flatMap(({ scope }) => (typeof scope === 'number' ? [scope] : []))

/** A ceiling as it is shown. @param names of projects, by id: those that are no more are left out */
export function describeCeiling(ceiling: readonly StoredGrant[], names: ReadonlyMap<number, string>) {
  const inProjects = ceiling.filter(({ scope }) => scope !== 'system')
  const inSystem = ceiling.filter(({ scope }) => scope === 'system').flatMap(({ permissions }) => permissions)
  const [first] = inProjects
  const permissions = first?.permissions ?? []
  const repositories = first?.repositories
  const isEverywhere = inProjects.some(({ scope }) => scope === 'all')
  return {
    access: accessOf(permissions, inSystem),
    permissions: permissions.map(partsOf),
    system_permissions: inSystem.map(partsOf),
    ...(!isEverywhere &&
      first && {
        projects: projectsOf(inProjects)
          .flatMap((id) => names.get(id) ?? [])
          .toSorted(),
      }),
    ...(repositories && { repositories: [...repositories] }),
  }
}
