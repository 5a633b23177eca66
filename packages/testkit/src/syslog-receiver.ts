import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A syslog server for tests. */
export interface SyslogReceiver extends AsyncDisposable {
  readonly port: number
  /** What has come, in its order. */
  readonly messages: string[]
}

/** Messages of RFC 6587 with counted octets. */
function readFrames(bytes: Buffer): string[] {
  const messages: string[] = []
  for (let rest = bytes; rest.length > 0;) {
    const blank = rest.indexOf(' ')
    const length = Number(rest.subarray(0, blank))
    messages.push(rest.subarray(blank + 1, blank + 1 + length).toString())
    rest = rest.subarray(blank + 1 + length)
  }
  return messages
}

/** @param take what becomes of a connection; unless told otherwise it is read to its end and closed then */
export async function startSyslogReceiver(take?: (connection: Socket) => void, port = 0): Promise<SyslogReceiver> {
  const messages: string[] = []
  const open = new Set<Socket>()
  const server = createServer((connection) => {
    open.add(connection)
    connection.on('error', () => {}).on('close', () => open.delete(connection))
    if (take) return take(connection)
    const pieces: Buffer[] = []
    connection
      .on('data', (piece) => pieces.push(piece))
      .on('end', () => messages.push(...readFrames(Buffer.concat(pieces))))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    port: (server.address() as AddressInfo).port,
    messages,
    async [Symbol.asyncDispose]() {
      for (const connection of open) connection.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export async function startDatagramReceiver(): Promise<SyslogReceiver> {
  const messages: string[] = []
  const socket = createSocket('udp4').on('message', (bytes) => messages.push(bytes.toString()))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    port: socket.address().port,
    messages,
    async [Symbol.asyncDispose]() {
      socket.close()
      await once(socket, 'close')
    },
  }
}
