import { partsOf, projectPermissions, systemPermissions } from '@berth/rbac'

export type TokenAccess = 'read' | 'write' | 'chosen'

const SHOWS = new Set(['read', 'list', 'pull'])
/** What a project is there for. Members, robots, policies and settings are not among it. */
const CONTENT = new Set(['repository', 'artifact', 'artifact-label', 'tag', 'label', 'scan', 'sbom'])

/** The names by which robots are given permissions of the project itself are for robots. */
const all = Object.entries(projectPermissions).flatMap(([name, row]) => ('brings' in row ? [] : [name]))
const shows = all.filter((name) => SHOWS.has(partsOf(name).action))

const ofAccess: Readonly<Record<Exclude<TokenAccess, 'chosen'>, readonly string[]>> = {
  read: shows,
  write: all.filter((name) => shows.includes(name) || CONTENT.has(partsOf(name).resource)),
}

/** Every permission that a token may be given. */
export const known: Readonly<Record<'project' | 'system', ReadonlySet<string>>> = {
  project: new Set(all),
  system: new Set(Object.keys(systemPermissions)),
}

/** What an access stands for in projects; the chosen permissions where it stands for none. */
export const permissionsOf = (access: TokenAccess, chosen: readonly string[]): readonly string[] =>
  access === 'chosen' ? chosen : ofAccess[access]

/** The access that some permissions in projects are, where there are none outside of them. */
export function accessOf(permissions: readonly string[], inSystem: readonly string[]): TokenAccess {
  if (inSystem.length > 0) return 'chosen'
  const held = new Set(permissions)
  const is = (access: 'read' | 'write') =>
    held.size === ofAccess[access].length && ofAccess[access].every((name) => held.has(name))
  return is('read') ? 'read' : is('write') ? 'write' : 'chosen'
}
