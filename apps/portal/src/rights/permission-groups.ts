import { resourceTitles, systemResourceTitles } from '@berth/contracts'
import { offered } from '@berth/rbac'

/** What permissions are about, also those that robots alone are given. */
export const titles = {
  ...resourceTitles,
  ...systemResourceTitles,
} as const

export interface PermissionGroup {
  readonly resource: keyof typeof titles
  readonly permissions: readonly string[]
}

const isResource = (name: string): name is keyof typeof titles => Object.hasOwn(titles, name)

/** Permissions by what they are about. */
export const groupsOf = (permissions: readonly string[]): PermissionGroup[] =>
  Object.keys(titles)
    .filter(isResource)
    .map((resource) => ({ resource, permissions: permissions.filter((name) => name.startsWith(`${resource}:`)) }))
    .filter((group) => group.permissions.length > 0)

/** Everything that a role can hold and that does something, by what it is about. */
export const permissionGroups: readonly PermissionGroup[] = groupsOf(offered.project)
