import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { GatheringSocket } from './gathering-socket.js'

class Watched extends GatheringSocket {
  /** What each system call sent. */
  readonly sent: string[] = []

  override _write(chunk: unknown, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.sent.push(String(chunk))
    super._write(chunk, encoding, done)
  }

  override _writev(chunks: { chunk: unknown; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    this.sent.push(chunks.map(({ chunk }) => String(chunk)).join('|'))
    super._writev?.(chunks, done)
  }
}

it('sends what is written in one turn at once, and what comes later by itself', async () => {
  const server = createServer((connection) => connection.resume()).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const socket = new Watched()
  onTestFinished(() => void socket.destroy())
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write('begin')
  socket.cork()
  socket.write('bind')
  socket.write('sync')
  socket.uncork()
  expect(socket.sent).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  expect(socket.sent).toEqual(['begin|bind|sync'])
  await new Promise<void>((resolve) => void socket.write('commit', () => resolve()))
  expect(socket.sent).toEqual(['begin|bind|sync', 'commit'])
})
