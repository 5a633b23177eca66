import { createConnection, createServer } from 'node:net'
import { createSocket } from 'node:dgram'
import type { Fault } from '../cfg/fault.js'

/** A port that the installation will listen on. */
export interface WantedPort {
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  /** Undefined: every address of the machine. */
  readonly host?: string
  readonly where: string
  readonly key: string
  /** Which service, for ports that no key names alone. */
  readonly service?: string
}

/**
 * @param own        ports that the running installation of this very folder holds: taken, but by us
 * @param privileged whether low ports may be bound in the end (root, or Docker does it for us)
 * @returns a fault for each port that another program holds or that may not be used
 */
export async function portFaults(
  wanted: readonly WantedPort[],
  own: readonly number[],
  privileged: boolean,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { port, protocol, host, where, key, service } of wanted) {
    const label = service === undefined ? `port ${port}` : `port ${port} of ${service}`
    if (!privileged && port < 1024)
      faults.push({ where, key, message: `${label} needs root; without root use a port from 1024 on` })
    else if (!own.includes(port) && (await isTaken(port, protocol, host)))
      faults.push({ where, key, message: `${label} is in use by another program` })
  }
  return faults
}

async function isTaken(port: number, protocol: 'tcp' | 'udp', host?: string): Promise<boolean> {
  const code = await (protocol === 'udp' ? bindUdp(port, host) : bindTcp(port, host))
  // Not allowed to try: see whether somebody answers there.
  if (code === 'EACCES') return protocol === 'tcp' && (await answers(port, host ?? '127.0.0.1'))
  return code === 'EADDRINUSE'
}

function bindTcp(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen({ port, host: host ?? '0.0.0.0', exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

function bindUdp(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    socket.bind({ port, ...(host === undefined ? {} : { address: host }), exclusive: true }, () =>
      socket.close(() => resolve(undefined)),
    )
  })
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host, timeout: 2000 })
    const finish = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
    socket.once('timeout', () => finish(false))
  })
}
