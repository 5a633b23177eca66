import { resourceTitles } from '@berth/contracts'
import { allForRoles } from '@berth/rbac'

export interface PermissionGroup {
  readonly resource: keyof typeof resourceTitles
  readonly permissions: readonly string[]
}

const isResource = (name: string): name is keyof typeof resourceTitles => Object.hasOwn(resourceTitles, name)

/** Everything that a role can hold, by what it is about. */
export const permissionGroups: readonly PermissionGroup[] = Object.keys(resourceTitles)
  .filter(isResource)
  .map((resource) => ({
    resource,
    permissions: allForRoles.filter((permission) => permission.startsWith(`${resource}:`)),
  }))
