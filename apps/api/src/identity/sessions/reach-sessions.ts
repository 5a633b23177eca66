import { TransientError } from '@berth/contracts'

/** What is asked of Redis for a sign-in. @throws {TransientError} SESSIONS_UNAVAILABLE where it does not answer */
export async function reachSessions<Result>(command: () => Promise<Result>): Promise<Result> {
  try {
    return await command()
  } catch (cause) {
    throw new TransientError('SESSIONS_UNAVAILABLE', {}, { cause })
  }
}
