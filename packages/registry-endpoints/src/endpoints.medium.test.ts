import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Database } from '@berth/database'
import { createTestDatabase, secretKey, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkHealth } from './check-health.js'
import { endpointSecrets } from './endpoint-secrets.js'
import { Endpoints } from './endpoints.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let tries = 0
let password = 'right'
let database: Database
const open = () => new Endpoints({ database, secretKey, allow: ['127.0.0.1'] })

beforeAll(async () => {
  const server = createServer((request, response) => {
    const given = request.headers.authorization
    if (given) tries += 1
    const isKnown = given === `Basic ${Buffer.from(`robot:${password}`).toString('base64')}`
    response.writeHead(isKnown ? 200 : 401, isKnown ? {} : { 'www-authenticate': 'Basic realm="r"' }).end('{}')
  })
  stack.defer(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const test = stack.use(await createTestDatabase())
  database = new Database({ ...test.settings, poolSize: 2 })
  stack.defer(() => database.close())
  const sealed = endpointSecrets(secretKey).seal('right', 7)
  await test.pool.query(
    `insert into registry_endpoint (id, name, type, url, access_key, sealed_secret) values (7, 'r', 'docker-registry', $1, 'robot', $2)`,
    [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, sealed],
  )
})

const change = (columns: string) =>
  database.rows({ text: `update registry_endpoint set ${columns} where id = 7`, values: [] })

it('everybody shares one connection to an endpoint, until it is changed', async () => {
  await using endpoints = open()
  expect(await endpoints.connect(8)).toBeUndefined()
  await using one = await endpoints.connect(7)
  await using two = await endpoints.connect(7)
  expect(two?.endpoint).toBe(one?.endpoint)
  await change('version = version + 1')
  await using three = await endpoints.connect(7)
  expect(three?.endpoint).not.toBe(one?.endpoint)
  // Who has begun with the old one goes on with it.
  for (const connection of [one, three])
    expect(await checkHealth(connection ?? expect.fail())).toMatchObject({ detail: '' })
})

it('a refused password is tried once a minute by all processes together, until it is changed', async () => {
  await using mine = open()
  await using theirs = open()
  password = 'other'
  tries = 0
  for (let pull = 0; pull < 20; pull++) {
    await using connection = await mine.connect(7)
    expect(await checkHealth(connection ?? expect.fail())).toMatchObject({ status: 'unhealthy' })
  }
  await waitUntil(
    async () =>
      (await database.rows({ text: 'select 1 from registry_endpoint where rests_until > now()', values: [] }))
        .length === 1,
    {
      what: 'the refusal is written down',
    },
  )
  await using connection = await theirs.connect(7)
  await checkHealth(connection ?? expect.fail())
  expect(tries).toBe(1)
  password = 'right'
  await change('version = version + 1, rests_until = null')
  await using again = await theirs.connect(7)
  expect(await checkHealth(again ?? expect.fail())).toMatchObject({ status: 'healthy' })
})
