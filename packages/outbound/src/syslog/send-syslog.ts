import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIP, connect as connectTcp, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { AddressGuard } from '../address-guard.js'
import { OutboundError } from '../outbound-error.js'
import { type SyslogMessage, writeSyslog } from './syslog-message.js'

export type { SyslogMessage }

interface Server {
  readonly transport: 'tcp' | 'udp' | 'tls'
  readonly host: string
  readonly port: number
}

interface SyslogOptions {
  /** The name of the sender. */
  readonly app: string
  readonly signal?: AbortSignal
  /** Milliseconds for the whole of it. */
  readonly timeout?: number
}

const TIMEOUT_MS = 10_000

/** A collector on this machine is as good as one elsewhere. */
const guard = new AddressGuard(['127.0.0.0/8', '::1'])

/**
 * Hands messages to a syslog server, in their order. Over TCP and TLS the server has read them all when this is done.
 *
 * @throws {OutboundError} where it cannot be said that it has; some may have arrived
 */
export async function sendSyslog(
  server: Server,
  messages: readonly SyslogMessage[],
  options: SyslogOptions,
): Promise<void> {
  const { app, signal, timeout = TIMEOUT_MS } = options
  const host = hostname()
  const written = messages.map((message) => writeSyslog(message, host, app))
  const late = AbortSignal.timeout(timeout)
  const ends = signal ? AbortSignal.any([signal, late]) : late
  const name = `${server.host}:${server.port}`
  try {
    guard.requirePassing(server.host)
    await (server.transport === 'udp' ? sendDatagrams(server, written, ends) : sendStream(server, written, ends))
  } catch (error) {
    if (error instanceof OutboundError || signal?.aborted) throw error
    if (late.aborted) throw new OutboundError('timeout', `${name} did not take everything in time`, { cause: error })
    const said = error instanceof Error ? error.message : String(error)
    throw new OutboundError('unreachable', `${name} cannot be reached: ${said}`, { cause: error })
  }
}

/** RFC 6587 and 5425: before each message stands how many octets it has. */
async function sendStream(
  { transport, host, port }: Server,
  messages: readonly Buffer[],
  ends: AbortSignal,
): Promise<void> {
  const { lookup } = guard
  const name = isIP(host) === 0 ? { servername: host } : {}
  const socket: Socket =
    transport === 'tls' ? connectTls({ host, port, lookup, ...name }) : connectTcp({ host, port, lookup })
  const stop = () => socket.destroy(new Error('not finished in time'))
  ends.addEventListener('abort', stop, { once: true })
  try {
    const closed = once(socket, 'close')
    // What the server says is nothing that there is to know, but its end comes behind it.
    socket.resume()
    socket.end(Buffer.concat(messages.flatMap((message) => [Buffer.from(`${message.length} `), message])))
    await closed
    if (!socket.readableEnded) throw new Error('the connection was broken off')
  } finally {
    ends.removeEventListener('abort', stop)
    socket.destroy()
  }
}

/** RFC 5426: one message, one datagram. Nobody knows what becomes of it. */
async function sendDatagrams({ host, port }: Server, messages: readonly Buffer[], ends: AbortSignal): Promise<void> {
  const { address, family } = await resolve(host)
  ends.throwIfAborted()
  await using socket = createSocket(family === 6 ? 'udp6' : 'udp4')
  const failed = new Promise<never>((_, fail) => socket.once('error', fail))
  failed.catch(() => {})
  for (const message of messages) {
    ends.throwIfAborted()
    const sent = new Promise<void>((done, fail) =>
      socket.send(message, port, address, (error) => (error ? fail(error) : done())),
    )
    await Promise.race([sent, failed])
  }
}

async function resolve(host: string): Promise<{ address: string; family: number }> {
  const family = isIP(host)
  if (family !== 0) return { address: host, family }
  return new Promise((done, fail) => {
    guard.lookup(host, { all: false }, (error, address, found = 4) => {
      if (error || typeof address !== 'string') fail(error ?? new Error('it has no address'))
      else done({ address, family: found })
    })
  })
}
