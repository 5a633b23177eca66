import type { Actor } from '@berth/contracts'

/** The name that stands beside what somebody pushed or deleted: of a user or robot. */
export function authorOf({ kind, name }: Actor): string | undefined {
  return kind === 'user' || kind === 'robot' ? name : undefined
}
