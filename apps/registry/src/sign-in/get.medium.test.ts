import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { temporaryFolder } from '@berth/testkit'
import { expect, it } from 'vitest'
import { get } from './get.js'

it('asks over a socket where there is one, and says when nobody listens there', async () => {
  await using folder = await temporaryFolder('get')
  const socket = join(folder.path, 'socket')
  const ask = () =>
    get('http://127.0.0.1:9/path?a=b', { socket, headers: { one: 'two' }, signal: AbortSignal.timeout(5000) })
  await expect(ask()).rejects.toThrow('ENOENT')
  const server = createServer(({ url, headers }, answer) => {
    answer.writeHead(429, { 'retry-after': '7' }).end(`${url} ${String(headers['one'])}`)
  }).listen(socket)
  await once(server, 'listening')
  expect(await ask()).toEqual({ status: 429, text: '/path?a=b two', retryAfter: '7' })
  server.close()
  server.closeAllConnections()
})
