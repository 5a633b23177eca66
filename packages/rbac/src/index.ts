export { builtInRoleNames } from './built-in-role.js'
export { explain, isForAnyone, isWithinCeiling, listPermissions, may, maySomewhere } from './decide.js'
export { beyondOwn, heldToGive, lacking } from './giving.js'
export { PermissionSet } from './permission-set.js'
export {
  allForRoles,
  allInSystem,
  givable,
  isAsked,
  isOfRepositories,
  isProjectPermission,
  isSystemPermission,
  nameOf,
  namesGiving,
  offered,
  partsOf,
  type Permission,
  type PermissionParts,
  type ProjectPermission,
  projectPermissions,
  type Scope,
  type SystemPermission,
  systemPermissions,
} from './permissions.js'
export { builtInRoles, type Role } from './roles.js'
export { readGrant, type StoredGrant } from './stored-grant.js'
export type { Grant, Place, ProjectGrant, ProjectPlace, Subject, SystemPlace } from './subject.js'
