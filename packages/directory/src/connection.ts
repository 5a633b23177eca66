import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { type AddressGuard } from '@berth/outbound'
import { Client } from 'ldapts'
import { connect as connectSecure, type ConnectionOptions, getCACertificates, type TLSSocket } from 'node:tls'
import { DirectoryError, toDirectoryError } from './directory-error.js'
import type { DirectorySettings } from './directory-settings.js'
import { MessageReader } from './message-reader.js'

/**
 * Asks a directory: connects, encrypts where that is asked for, does `work`, and is gone again. Nothing of it takes longer than the
 * settings say, and nothing goes to an address that the guard refuses.
 *
 * @throws {DirectoryError} where there is no answer
 */
export async function ask<Result>(
  settings: DirectorySettings,
  guard: AddressGuard,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { hostname, host } = new URL(settings.url)
  const name = hostname.replace(/^\[|\]$/g, '')
  const sockets: Socket[] = []
  const broken = Promise.withResolvers<never>()
  const client = clientOf(settings, guard, sockets, broken.reject)
  const timer = setTimeout(() => {
    broken.reject(new DirectoryError('timeout', `${host} did not answer in time`))
  }, settings.timeoutMilliseconds)
  try {
    guard.requirePassing(name)
    return await Promise.race([converse(), broken.promise])
  } catch (error) {
    throw toDirectoryError(error, host)
  } finally {
    clearTimeout(timer)
    for (const socket of sockets) socket.destroy()
  }

  async function converse(): Promise<Result> {
    if (settings.startTls && settings.url.startsWith('ldap:'))
      await client.startTLS({ ...tlsOf(settings), host: name, ...sniOf(name) })
    return work(client)
  }
}

/** @param refuse is told where no more is taken of what the directory sends */
function clientOf(
  settings: DirectorySettings,
  { lookup }: AddressGuard,
  sockets: Socket[],
  refuse: (error: unknown) => void,
): Client {
  const watch = <Watched extends Socket>(socket: Watched): Watched => {
    sockets.push(socket)
    handOverMessages(socket, refuse)
    // What comes after the end of the question is nobody's fault.
    return socket.on('error', () => {})
  }
  const plain = (port: number, host: string): Socket => watch(connectPlain({ port, host, lookup }))
  const secure = (first: number | ConnectionOptions, host = ''): TLSSocket =>
    watch(
      typeof first === 'number'
        ? connectSecure({ ...tlsOf(settings), port: first, host, ...sniOf(host), lookup })
        : connectSecure(first),
    )
  return new Client({
    url: settings.url,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the forms of net.connect, the client uses this one
    createConnection: plain as typeof connectPlain,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- and of tls.connect these
    createSecureConnection: secure as typeof connectSecure,
  })
}

/** Whoever listens to the socket gets whole messages alone, one at a time. They do so by an event, so it is there that they are looked at. */
function handOverMessages(socket: Socket, refuse: (error: unknown) => void): void {
  const reader = new MessageReader()
  const emit = socket.emit.bind(socket)
  socket.emit = (event: string | symbol, ...values: unknown[]) => {
    const [chunk] = values
    if (event !== 'data' || !Buffer.isBuffer(chunk)) return emit(event, ...values)
    try {
      return reader.take(chunk).every((message) => emit(event, message))
    } catch (error) {
      refuse(error)
      socket.destroy()
      return false
    }
  }
}

/** An address is no name to ask for. */
const sniOf = (host: string): ConnectionOptions => (isIP(host) === 0 ? { servername: host } : {})

function tlsOf({ verifyCertificate, authority }: DirectorySettings): ConnectionOptions {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: verifyCertificate,
    ...(authority === '' ? {} : { ca: [...getCACertificates('default'), authority] }),
  }
}
