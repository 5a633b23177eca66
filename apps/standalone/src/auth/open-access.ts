import type { Authenticator, Identity } from '@berth/data-plane'

/** A caller who may do everything. */
export function unlimited(subject: string | undefined): Identity {
  return { subject, may: () => true, mentions: () => true, named: [] }
}

/** For a registry without `auth`: whoever reaches it may do everything. */
export const openAccess: Authenticator = {
  identify: () => Promise.resolve(unlimited(undefined)),
  challenge: () => 'Basic realm="registry"',
}
