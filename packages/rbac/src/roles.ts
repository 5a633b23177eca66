import { PermissionSet } from './permission-set.js'
import { allInProject, type BuiltInRoleName, projectRow } from './permissions.js'

/** A named set of permissions in a project, built in or made by an administrator. */
export interface Role<Name extends string = string> {
  readonly id: number
  readonly name: Name
  readonly level: 'project'
  readonly permissions: PermissionSet<'project'>
}

/** Strongest first. The ids are those that Harbor's clients use. */
const strengths: ReadonlyArray<readonly [id: number, name: BuiltInRoleName]> = [
  [1, 'projectAdmin'],
  [4, 'maintainer'],
  [2, 'developer'],
  [3, 'guest'],
  [5, 'limitedGuest'],
]

/** The roles that every installation has, strongest first: each holds what the next one holds, and more. */
export const builtInRoles: readonly Role<BuiltInRoleName>[] = strengths.map(([id, name], strength) => {
  const upToHere = new Set(strengths.slice(strength).map(([, other]) => other))
  const held = allInProject.filter((permission) => {
    const { role } = projectRow(permission)
    return role !== undefined && upToHere.has(role)
  })
  return { id, name, level: 'project', permissions: new PermissionSet('project', held) }
})
