import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { listenOnSocket } from '@berth/config'
import { temporaryFolder } from '@berth/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

/** Wrong passwords that one address has for one account. */
const MOST = 10

const folder = await temporaryFolder('api-socket')
const path = join(folder.path, 'socket')
let api: ApiUnderTest
let port: number

beforeAll(async () => {
  api = await ApiUnderTest.start({ socket: path })
  await api.app.listen(0, '127.0.0.1')
  port = Number(new URL(await api.app.getUrl()).port)
  await listenOnSocket(api.app.getHttpServer(), path)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

async function guess(login: string, forwardedFor: string, way: { socketPath: string } | { port: number }) {
  const headers = { 'x-forwarded-for': forwardedFor }
  const asked = request({
    ...way,
    path: '/api/v2.0/users/current',
    auth: `${login}:wrong`,
    headers,
    agent: false,
  }).end()
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  answer?.resume()
  return answer?.statusCode
}

it('counts failures for the address that the proxy names, and for nobody that a caller of the port names', async () => {
  await api.createUser('guessed')
  for (let turn = 0; turn < MOST; turn += 1) expect(await guess('guessed', `192.0.2.${turn}`, { port })).toBe(401)
  expect(await guess('guessed', '192.0.2.99', { port })).toBe(429)
  expect(await guess('guessed', '192.0.2.99', { socketPath: path })).toBe(401)
})
