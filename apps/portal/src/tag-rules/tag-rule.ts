import type { components } from '@berth/api-client'

export type TagRule = components['schemas']['ImmutableRule']

export const isProtected = (template: unknown) => template === 'protected_template'

/** Ids of the roles that a rule lets pass. */
export function rolesOf({ params }: TagRule): number[] {
  const roles = params['roles']
  return Array.isArray(roles) ? roles.filter((role): role is number => typeof role === 'number') : []
}

export const robotsMay = ({ params }: TagRule) => params['robots'] === true
