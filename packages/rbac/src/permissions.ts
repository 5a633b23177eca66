import type { BuiltInRoleName } from './built-in-role.js'

interface ProjectRow {
  /** The weakest built-in role that holds it: every stronger one does, too. Absent: none does. */
  readonly role?: BuiltInRoleName
  /** Anyone holds it on a public project. */
  readonly anyone?: true
  /** A robot may be given it. */
  readonly robot?: true
  /** A robot's name for a permission of the project itself, which people hold by a role. */
  readonly brings?: 'self:read' | 'self:update' | 'self:delete'
  /** No role holds it, so whoever holds this one may give it to robots. */
  readonly givenWith?: 'metadata:read'
  /** Harbor has it, and no operation here asks for it: it is taken and held, and offered to nobody. */
  readonly idle?: true
}

interface SystemRow {
  /** A robot of the system may be given it. */
  readonly robot?: true
  /** As in a project. */
  readonly idle?: true
}

/** Every permission there is in a project. `self` is the project as such. System administrators hold them all. */
export const projectPermissions = {
  'self:read': { role: 'limitedGuest', anyone: true },
  'self:update': { role: 'projectAdmin' },
  'self:delete': { role: 'projectAdmin' },
  'member:create': { role: 'projectAdmin', robot: true },
  'member:read': { role: 'guest', robot: true },
  'member:update': { role: 'projectAdmin', robot: true },
  'member:delete': { role: 'projectAdmin', robot: true },
  'member:list': { role: 'guest', robot: true },
  'metadata:create': { role: 'projectAdmin', robot: true },
  'metadata:read': { role: 'maintainer', robot: true },
  'metadata:update': { role: 'projectAdmin', robot: true },
  'metadata:delete': { role: 'projectAdmin', robot: true },
  'metadata:list': { robot: true, givenWith: 'metadata:read' },
  'log:list': { role: 'projectAdmin', robot: true },
  'label:create': { role: 'maintainer', robot: true },
  'label:read': { role: 'guest', anyone: true, robot: true },
  'label:update': { role: 'maintainer', robot: true },
  'label:delete': { role: 'maintainer', robot: true },
  'label:list': { role: 'guest', anyone: true, robot: true },
  'quota:read': { role: 'limitedGuest', robot: true },
  'repository:create': { role: 'developer', idle: true },
  'repository:read': { role: 'limitedGuest', robot: true },
  'repository:update': { role: 'developer', robot: true },
  'repository:delete': { role: 'maintainer', robot: true },
  'repository:list': { role: 'limitedGuest', anyone: true, robot: true },
  'repository:pull': { role: 'limitedGuest', anyone: true, robot: true },
  'repository:push': { role: 'developer', robot: true },
  'tag-retention:create': { role: 'developer', robot: true },
  'tag-retention:read': { role: 'developer', robot: true },
  'tag-retention:update': { role: 'developer', robot: true },
  'tag-retention:delete': { role: 'developer', robot: true },
  'tag-retention:list': { role: 'developer', robot: true },
  'tag-retention:operate': { role: 'developer', idle: true },
  'immutable-tag:create': { role: 'maintainer', robot: true },
  'immutable-tag:update': { role: 'maintainer', robot: true },
  'immutable-tag:delete': { role: 'maintainer', robot: true },
  'immutable-tag:list': { role: 'maintainer', robot: true },
  'configuration:read': { role: 'limitedGuest' },
  'configuration:update': { role: 'projectAdmin' },
  'robot:create': { role: 'projectAdmin', robot: true },
  'robot:read': { role: 'guest', robot: true },
  'robot:update': { role: 'projectAdmin' },
  'robot:delete': { role: 'projectAdmin', robot: true },
  'robot:list': { role: 'guest', robot: true },
  'notification-policy:create': { role: 'projectAdmin', robot: true },
  'notification-policy:update': { role: 'projectAdmin', robot: true },
  'notification-policy:delete': { role: 'projectAdmin', robot: true },
  'notification-policy:list': { role: 'maintainer', robot: true },
  'notification-policy:read': { role: 'maintainer', robot: true },
  'scan:create': { role: 'maintainer', robot: true, idle: true },
  'scan:read': { role: 'limitedGuest', anyone: true, robot: true, idle: true },
  'scan:stop': { role: 'maintainer', robot: true, idle: true },
  'sbom:create': { role: 'maintainer', robot: true, idle: true },
  'sbom:stop': { role: 'maintainer', robot: true, idle: true },
  'sbom:read': { role: 'limitedGuest', robot: true, idle: true },
  'scanner:read': { role: 'limitedGuest', anyone: true, robot: true, idle: true },
  'scanner:create': { role: 'projectAdmin', robot: true, idle: true },
  'artifact:create': { role: 'developer', robot: true },
  'artifact:read': { role: 'limitedGuest', anyone: true, robot: true },
  'artifact:delete': { role: 'maintainer', robot: true },
  'artifact:list': { role: 'limitedGuest', anyone: true, robot: true },
  'artifact-addition:read': { role: 'limitedGuest', anyone: true, robot: true },
  'tag:list': { role: 'limitedGuest', anyone: true, robot: true },
  'tag:create': { role: 'developer', robot: true },
  'tag:delete': { role: 'maintainer', robot: true },
  'accessory:list': { role: 'limitedGuest', anyone: true, robot: true },
  'artifact-label:create': { role: 'developer', robot: true },
  'artifact-label:delete': { role: 'developer', robot: true },
  'preheat-policy:create': { role: 'projectAdmin', robot: true, idle: true },
  'preheat-policy:read': { role: 'projectAdmin', robot: true, idle: true },
  'preheat-policy:update': { role: 'projectAdmin', robot: true, idle: true },
  'preheat-policy:delete': { role: 'projectAdmin', robot: true, idle: true },
  'preheat-policy:list': { role: 'projectAdmin', robot: true, idle: true },
  'export-cve:create': { role: 'developer', robot: true, idle: true },
  'export-cve:read': { role: 'developer', robot: true, idle: true },
  'export-cve:list': { role: 'developer', idle: true },
  'project:read': { robot: true, brings: 'self:read' },
  'project:delete': { robot: true, brings: 'self:delete' },
  'project:update': { robot: true, brings: 'self:update' },
} as const satisfies Readonly<Record<string, ProjectRow>>

/** Every permission there is outside projects. System administrators hold them all, other people none. */
export const systemPermissions = {
  'audit-log:list': { robot: true },
  'catalog:read': { robot: true },
  'configuration:read': {},
  'configuration:update': {},
  'distribution:create': { idle: true },
  'distribution:delete': { idle: true },
  'distribution:list': { idle: true },
  'distribution:read': { idle: true },
  'distribution:update': { idle: true },
  'garbage-collection:create': { robot: true },
  'garbage-collection:delete': { idle: true },
  'garbage-collection:list': { robot: true },
  'garbage-collection:read': { robot: true },
  'garbage-collection:stop': { robot: true },
  'garbage-collection:update': { robot: true },
  'jobservice-monitor:list': { robot: true },
  'jobservice-monitor:read': { idle: true },
  'jobservice-monitor:stop': { robot: true },
  'label:create': { robot: true },
  'label:delete': { robot: true },
  'label:read': { robot: true },
  'label:update': { robot: true },
  'ldap-user:create': { robot: true },
  'ldap-user:list': { robot: true },
  'preheat-instance:create': { robot: true, idle: true },
  'preheat-instance:delete': { robot: true, idle: true },
  'preheat-instance:list': { robot: true, idle: true },
  'preheat-instance:read': { robot: true, idle: true },
  'preheat-instance:update': { robot: true, idle: true },
  'project:create': { robot: true },
  'project:delete': { idle: true },
  'project:list': { robot: true },
  'project:read': { idle: true },
  'project:update': { idle: true },
  'purge-audit:create': { robot: true },
  'purge-audit:list': { robot: true },
  'purge-audit:read': { robot: true },
  'purge-audit:stop': { robot: true },
  'purge-audit:update': { robot: true },
  'quota:list': { robot: true },
  'quota:read': { robot: true },
  'quota:update': { robot: true },
  'registry:create': { robot: true },
  'registry:delete': { robot: true },
  'registry:list': { robot: true },
  'registry:read': { robot: true },
  'registry:update': { robot: true },
  'replication:create': { robot: true },
  'replication:delete': { idle: true },
  'replication:list': { robot: true },
  'replication:read': { robot: true },
  'replication:update': { idle: true },
  'replication-adapter:list': { robot: true },
  'replication-policy:create': { robot: true },
  'replication-policy:delete': { robot: true },
  'replication-policy:list': { robot: true },
  'replication-policy:read': { robot: true },
  'replication-policy:update': { robot: true },
  'robot:create': { robot: true },
  'robot:delete': { robot: true },
  'robot:list': { robot: true },
  'robot:read': { robot: true },
  'role:create': {},
  'role:read': {},
  'role:update': {},
  'role:delete': {},
  'robot:update': {},
  'scan-all:create': { robot: true, idle: true },
  'scan-all:delete': { idle: true },
  'scan-all:list': { idle: true },
  'scan-all:read': { robot: true, idle: true },
  'scan-all:stop': { robot: true, idle: true },
  'scan-all:update': { robot: true, idle: true },
  'scanner:create': { robot: true, idle: true },
  'scanner:delete': { robot: true, idle: true },
  'scanner:list': { robot: true, idle: true },
  'scanner:read': { robot: true, idle: true },
  'scanner:update': { robot: true, idle: true },
  'security-hub:list': { robot: true, idle: true },
  'security-hub:read': { robot: true, idle: true },
  'system-volumes:read': { robot: true },
  'user:create': { robot: true },
  'user:delete': { robot: true },
  'user:list': { robot: true },
  'user:read': { robot: true },
  'user:update': { robot: true },
  'user-group:create': { robot: true },
  'user-group:delete': { robot: true },
  'user-group:list': { robot: true },
  'user-group:read': { robot: true },
  'user-group:update': { robot: true },
} as const satisfies Readonly<Record<string, SystemRow>>

/** `resource:action` in a project. */
export type ProjectPermission = keyof typeof projectPermissions
/** `resource:action` outside projects. */
export type SystemPermission = keyof typeof systemPermissions
export type Permission = ProjectPermission | SystemPermission
export type Scope = 'project' | 'system'

/** A permission as Harbor's clients write it. */
export interface PermissionParts {
  readonly resource: string
  readonly action: string
}
export function partsOf(permission: string): PermissionParts {
  const [resource = '', action = ''] = permission.split(':')
  return { resource, action }
}
/** What the parts name, whether or not there is such a permission. */
export const nameOf = ({ resource, action }: PermissionParts): string => `${resource}:${action}`

/** What the table says of a permission in a project. */
export const projectRow = (permission: ProjectPermission): ProjectRow => projectPermissions[permission]
const systemRow = (permission: SystemPermission): SystemRow => systemPermissions[permission]
export const isProjectPermission = (name: string): name is ProjectPermission => Object.hasOwn(projectPermissions, name)
export const isSystemPermission = (name: string): name is SystemPermission => Object.hasOwn(systemPermissions, name)

/** What lies in a repository. A role that is kept to some repositories holds these there alone, and everything else in its whole project. */
const ofRepositories: ReadonlySet<string> = new Set([
  'repository',
  'artifact',
  'artifact-addition',
  'artifact-label',
  'accessory',
  'tag',
  'scan',
  'sbom',
])
/** Is it about what lies in a repository, and not about the project as a whole? */
export const isOfRepositories = (permission: string): boolean => ofRepositories.has(partsOf(permission).resource)

export const allInProject: readonly ProjectPermission[] = Object.keys(projectPermissions).filter(isProjectPermission)
/** What a role can hold: every permission in a project but the names that only robots use. */
export const allForRoles = allInProject.filter((name) => projectRow(name).brings === undefined)
export const allInSystem: readonly SystemPermission[] = Object.keys(systemPermissions).filter(isSystemPermission)

/** What robots may be given. */
export const givable: Readonly<Record<Scope, readonly Permission[]>> = {
  project: allInProject.filter((name) => projectRow(name).robot),
  system: allInSystem.filter((name) => systemRow(name).robot),
}

/** Whether an operation asks for a permission: only such a one is worth offering to anybody. */
export function isAsked(scope: Scope, name: string): boolean {
  if (scope === 'project') return isProjectPermission(name) && projectRow(name).idle === undefined
  return isSystemPermission(name) && systemRow(name).idle === undefined
}

/** What is worth offering to whom a role or a token is for; robots have names of their own beside these. */
export const offered: Readonly<Record<Scope, readonly Permission[]>> = {
  project: allForRoles.filter((name) => isAsked('project', name)),
  system: allInSystem.filter((name) => isAsked('system', name)),
}

/** The names under which somebody can have been given a permission. */
export const namesGiving = (permission: ProjectPermission): ProjectPermission[] =>
  allInProject.filter((name) => name === permission || projectRow(name).brings === permission)
