import { describeEntry, parseSyslogEndpoint } from '@berth/contracts'
import { sendSyslog, type SyslogMessage } from '@berth/outbound'
import type { Logger } from '@berth/telemetry'
import { BATCH, type ForwardQueue, type WaitingEntry } from './forward-queue.js'

interface ForwardOptions {
  readonly queue: ForwardQueue
  readonly logger: Logger
  readonly signal?: AbortSignal
  readonly timeout?: number
}

/** Characters of a message. What else is known of the entry is left out where it would be more; a datagram should be no longer. */
const MOST = { udp: 2_000, tcp: 8_000, tls: 8_000 } as const

/**
 * One round: sends entries that wait. They leave the queue when the server has them, so one may come twice and none is lost, up to what
 * the queue holds.
 *
 * @returns whether more are waiting
 * @throws {OutboundError} where the server does not take them
 */
export async function forwardAuditLog({ queue, logger, signal, timeout }: ForwardOptions): Promise<boolean> {
  const written = await queue.endpoint()
  if (written === undefined) return false
  const endpoint = parseSyslogEndpoint(written)
  if (!endpoint) {
    const entries = await queue.giveUp({ all: true })
    if (entries > 0) logger.warn({ entries }, 'entries of the audit log are not forwarded: no receiver is set any more')
    return false
  }
  const entries = await queue.take()
  const messages = entries.flatMap((entry) => messageOf(entry, MOST[endpoint.transport]) ?? [])
  try {
    if (messages.length > 0)
      await sendSyslog(endpoint, messages, {
        app: 'berth',
        ...(signal && { signal }),
        ...(timeout !== undefined && { timeout }),
      })
  } catch (error) {
    await queue.putBack(entries)
    const lost = await queue.giveUp()
    if (lost > 0)
      logger.error({ entries: lost }, 'entries of the audit log are not forwarded: too many wait for the receiver')
    throw error
  }
  await queue.done(entries)
  return entries.length === BATCH
}

function messageOf(entry: WaitingEntry, most: number): SyslogMessage | undefined {
  const { type, at, succeeded } = entry
  if (type === null) return undefined
  const about = {
    id: Number(entry.event_id),
    op_time: at.toISOString(),
    username: entry.actor_name,
    operation: entry.operation,
    resource_type: entry.resource_type,
    resource: entry.resource,
    operation_result: succeeded,
    operation_description: describeEntry({
      ...entry,
      type,
      actor_id: entry.actor_id === null ? null : Number(entry.actor_id),
    }),
    source_address: entry.address,
    request_id: entry.request_id,
  }
  const whole = JSON.stringify({ ...about, details: entry.payload })
  const text = whole.length <= most ? whole : JSON.stringify(about)
  return { time: at, severity: succeeded ? 'informational' : 'warning', kind: type, text }
}
