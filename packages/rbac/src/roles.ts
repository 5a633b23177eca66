import { type BuiltInRoleName, builtInRoleNames } from './built-in-role.js'
import { PermissionSet } from './permission-set.js'
import { allInProject, projectRow } from './permissions.js'

/** A named set of permissions in a project, built in or made by an administrator. */
export interface Role<Name extends string = string> {
  readonly id: number
  readonly name: Name
  readonly level: 'project'
  readonly permissions: PermissionSet<'project'>
}

/** The roles that every installation has, strongest first: each holds what the next one holds, and more. */
export const builtInRoles: readonly Role<BuiltInRoleName>[] = builtInRoleNames.map(({ id, name }, strength) => {
  const upToHere = new Set<BuiltInRoleName>(builtInRoleNames.slice(strength).map((weaker) => weaker.name))
  const held = allInProject.filter((permission) => {
    const { role } = projectRow(permission)
    return role !== undefined && upToHere.has(role)
  })
  return { id, name, level: 'project', permissions: new PermissionSet('project', held) }
})
