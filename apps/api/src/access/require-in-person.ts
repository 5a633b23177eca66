import { UserError } from '@berth/contracts'
import type { Subject } from '@berth/rbac'

/** For what only people themselves do, and nothing that acts for them. @throws {UserError} USERS_ONLY, TOKEN_LIMITED */
export function requireInPerson({ kind, credential }: Subject): void {
  if (kind !== 'user') throw new UserError('USERS_ONLY')
  if (credential !== undefined) throw new UserError('TOKEN_LIMITED')
}
