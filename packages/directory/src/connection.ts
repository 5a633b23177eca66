import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { type AddressGuard } from '@berth/outbound'
import { Client } from 'ldapts'
import { connect as connectSecure, type ConnectionOptions, getCACertificates, type TLSSocket } from 'node:tls'
import { DirectoryError, toDirectoryError } from './directory-error.js'
import type { DirectorySettings } from './directory-settings.js'

/** Bytes that one question may bring, whatever the directory sends. */
const MOST_BYTES = 32 * 1024 * 1024

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
  const client = clientOf(settings, guard, sockets)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new DirectoryError('timeout', `${host} did not answer in time`))
  }, settings.timeoutMilliseconds)
  try {
    guard.requirePassing(name)
    return await Promise.race([converse(), late.promise])
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

function clientOf(settings: DirectorySettings, { lookup }: AddressGuard, sockets: Socket[]): Client {
  const watch = <Watched extends Socket>(socket: Watched): Watched => {
    let bytes = 0
    sockets.push(socket)
    // What comes after the end of the question is nobody's fault.
    socket.on('error', () => {})
    return socket.on('data', ({ length }: Buffer) => {
      bytes += length
      if (bytes > MOST_BYTES) socket.destroy(new DirectoryError('too-large', 'the directory sends too much'))
    })
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

/** An address is no name to ask for. */
const sniOf = (host: string): ConnectionOptions => (isIP(host) === 0 ? { servername: host } : {})

function tlsOf({ verifyCertificate, authority }: DirectorySettings): ConnectionOptions {
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: verifyCertificate,
    ...(authority === '' ? {} : { ca: [...getCACertificates('default'), authority] }),
  }
}
