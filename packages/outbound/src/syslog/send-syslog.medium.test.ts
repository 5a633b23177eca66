import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { findProgram, startDatagramReceiver, startSyslogReceiver, temporaryFolder, waitUntil } from '@berth/testkit'
import { expect, onTestFinished, test } from 'vitest'
import { sendSyslog, type SyslogMessage } from './send-syslog.js'

const messages = (count: number): SyslogMessage[] =>
  Array.from({ length: count }, (_, n) => ({
    time: new Date('2026-03-31T23:30:00Z'),
    severity: 'informational',
    kind: 'tag.created',
    text: `{"n":${n}}`,
  }))
const told = (received: readonly string[]) => received.map((message) => message.slice(message.indexOf('{')))
const numbers = (count: number) => Array.from({ length: count }, (_, n) => `{"n":${n}}`)
const host = '127.0.0.1'

test('hands everything to a server over TCP, in order', async () => {
  await using receiver = await startSyslogReceiver()
  await sendSyslog({ transport: 'tcp', host, port: receiver.port }, messages(200), { app: 'berth' })
  expect(told(receiver.messages)).toEqual(numbers(200))
  expect(receiver.messages[0]).toMatch(/^<110>1 2026-03-31T23:30:00\.000Z \S+ berth - tag\.created - \{/)
})

test('sends a datagram for each message over UDP', async () => {
  await using receiver = await startDatagramReceiver()
  await sendSyslog({ transport: 'udp', host: 'localhost', port: receiver.port }, messages(3), { app: 'berth' })
  await waitUntil(() => receiver.messages.length === 3, { what: 'all are there' })
  expect(told(receiver.messages)).toEqual(numbers(3))
})

test.each<[string, (connection: Socket) => void, string]>([
  ['never reads', (connection) => void connection.pause(), 'timeout'],
  ['reads and never ends', (connection) => void connection.resume(), 'timeout'],
  ['breaks off', (connection) => void connection.resetAndDestroy(), 'unreachable'],
])('a server that %s has not got it', async (_, take, reason) => {
  const { createServer: createTcp } = await import('node:net')
  const server = createTcp({ allowHalfOpen: true }, (connection) => take(connection.on('error', () => {})))
  server.listen(0, host)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const sent = sendSyslog({ transport: 'tcp', host, port }, messages(1), { app: 'berth', timeout: 300 })
  await expect(sent).rejects.toMatchObject({ name: 'OutboundError', reason })
})

test.each(['tcp', 'udp'] as const)('nothing is sent to a metadata service over %s', async (transport) => {
  for (const refused of ['169.254.169.254', 'fe80::1', '100.100.100.200'])
    await expect(
      sendSyslog({ transport, host: refused, port: 514 }, messages(1), { app: 'berth' }),
    ).rejects.toMatchObject({
      reason: 'address-refused',
    })
})

test('over TLS the certificate has to be one that is trusted, for this name', async () => {
  await using folder = await temporaryFolder('tls')
  const [key, cert] = [join(folder.path, 'key'), join(folder.path, 'cert')]
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost'
  await promisify(execFile)(await findProgram('openssl', 'openssl'), [
    ...request.split(' '),
    '-keyout',
    key,
    '-out',
    cert,
  ])
  const received: string[] = []
  const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (connection) => {
    connection.on('error', () => {}).on('data', (piece) => received.push(piece.toString()))
  }).on('tlsClientError', () => {})
  server.listen(0, host)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const send = (name: string) => sendSyslog({ transport: 'tls', host: name, port }, messages(2), { app: 'berth' })

  await expect(send('localhost')).rejects.toMatchObject({
    reason: 'unreachable',
    message: expect.stringContaining('self-signed') as unknown,
  })
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, await readFile(cert, 'utf8')])
  onTestFinished(() => setDefaultCACertificates(before))
  await send('localhost')
  expect(received.join('')).toContain('{"n":1}')
  await expect(send(host)).rejects.toMatchObject({ reason: 'unreachable' })
})
