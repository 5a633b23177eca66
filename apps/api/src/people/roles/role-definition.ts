import { isPattern, isRoleName, type rest, UserError } from '@berth/contracts'
import { allForRoles, isOfRepositories } from '@berth/rbac'
import type { z } from 'zod'

export type RoleDefinition = z.output<typeof rest.roleDefinition>

/** A role's columns, as they follow from what its maker says of it. */
export interface RoleColumns {
  readonly name: string
  readonly description: string
  readonly permissions: string[]
  readonly repositories: string[] | null
  /** Those that are not about repositories: they hold in the whole project, even where the role is kept to some repositories. */
  readonly unbound: string[]
}

const known: ReadonlySet<string> = new Set(allForRoles)

/**
 * Permissions come out in the order of their table, each once.
 * @throws {UserError} BAD_ROLE_NAME, UNKNOWN_PERMISSION, BAD_REPOSITORY_PATTERN
 */
export function readRole({ name, description, permissions, repositories }: RoleDefinition): RoleColumns {
  if (!isRoleName(name)) throw new UserError('BAD_ROLE_NAME')
  const unknown = permissions.find((permission) => !known.has(permission))
  if (unknown !== undefined) throw new UserError('UNKNOWN_PERMISSION', { permission: unknown })
  const patterns = [...new Set(repositories)]
  const bad = patterns.find((pattern) => !isPattern(pattern))
  if (bad !== undefined) throw new UserError('BAD_REPOSITORY_PATTERN', { pattern: bad })
  const held = allForRoles.filter((permission) => permissions.includes(permission))
  const isBound = patterns.length > 0
  return {
    name,
    description,
    permissions: held,
    repositories: isBound ? patterns : null,
    unbound: isBound ? held.filter((permission) => !isOfRepositories(permission)) : [],
  }
}
