import { UserError } from '@berth/contracts'
import type { ConnectionFault } from '@berth/telemetry'

/** The answer to what is no HTTP, or more of it than is read. */
export function connectionRefusal(reason: ConnectionFault): { status: number; body: string } {
  const { entry, message } = new UserError(reason, { detail: 'it cannot be read' })
  return { status: entry.status, body: JSON.stringify({ errors: [{ code: entry.code, message, reason }] }) }
}
