import { randomBytes } from 'node:crypto'
import { deleteRepository } from '@berth/metadata'
import { digestOf, parseRepositoryName } from '@berth/oci'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const proxied = await startProxiedRegistry()
const { registry, proxy, client } = proxied
afterAll(() => proxied[Symbol.asyncDispose]())

/** Asks until the proxy has answered by itself: the registry's answer is kept from the second time on, and until its second is over. */
async function pullOften(path: string): Promise<void> {
  for (let times = 0; times < 4; times += 1) expect((await client.request('GET', path)).status).toBe(200)
}

it('asks the registry for a blob once in a while, and again for every caller, repository and blob', async () => {
  const content = randomBytes(1000)
  const digest = await client.pushBlob('dev/pulled', content)
  const path = `dev/pulled/blobs/${digest}`
  const found = vi.spyOn(registry.metadata, 'findBlob')
  onTestFinished(() => found.mockRestore())
  // Twice as often as it can be asked within the seconds that this takes.
  for (let times = 0; times < 200; times += 1) {
    const response = await client.expect(200, 'GET', path)
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)
  }
  expect(found.mock.calls.length).toBeLessThan(100)
  const status = async (target: string, authorization: string) =>
    (await fetch(`${proxy.url}/v2/${target}`, { headers: { authorization } })).status
  await pullOften(path)
  expect(await status(path, '')).toBe(401)
  expect(await status(path, `Bearer ${registry.token('repository:dev/other:pull')}`)).toBe(401)
  const both = `Bearer ${registry.token('repository:dev/pulled:pull repository:dev/other:pull')}`
  for (let times = 0; times < 4; times += 1) expect(await status(path, both)).toBe(200)
  expect(await status(`dev/other/blobs/${digest}`, both)).toBe(404)
  expect(await status(`dev/pulled/blobs/${digestOf(Buffer.from('absent'))}`, both)).toBe(404)
})

it('sends nothing of a blob any more once it is deleted', async () => {
  for (let round = 0; round < 3; round += 1) {
    const path = `dev/fleeting/blobs/${await client.pushBlob('dev/fleeting', randomBytes(100))}`
    await pullOften(path)
    await client.expect(202, 'DELETE', path)
    await client.expect(404, 'GET', path)
  }
})

it('sends nothing of a repository any more once it is deleted', async () => {
  const name = parseRepositoryName('dev/gone')
  const path = `${name}/blobs/${await client.pushBlob(name, randomBytes(100))}`
  await pullOften(path)
  const actor = { kind: 'system', name: 'test' } as const
  expect(await registry.db.transaction((transaction) => deleteRepository(transaction, name, actor))).toBe(true)
  await client.expect(404, 'GET', path)
})

it('sends a blob for no longer than the token lives', async () => {
  const path = `dev/expiring/blobs/${await client.pushBlob('dev/expiring', randomBytes(100))}`
  const authorization = `Bearer ${registry.token('repository:dev/expiring:pull', 'alice', -58)}`
  const get = async () => (await fetch(`${proxy.url}/v2/${path}`, { headers: { authorization } })).status
  const expected = Date.now() + 2_000
  while (Date.now() < expected - 1_000) expect(await get()).toBe(200)
  let status = 200
  let last = Date.now()
  while (status === 200) {
    last = Date.now()
    status = await get()
  }
  expect(status).toBe(401)
  expect(last).toBeLessThan(expected + 100)
})

it('answers a blob by its headers, and by 304 where the client has it', async () => {
  const digest = await client.pushBlob('dev/headed', randomBytes(1000))
  const path = `dev/headed/blobs/${digest}`
  await pullOften(path)
  const whole = await client.expect(200, 'GET', path)
  const head = await client.expect(200, 'HEAD', path)
  for (const name of [
    'content-length',
    'content-type',
    'docker-content-digest',
    'etag',
    'cache-control',
    'accept-ranges',
  ])
    expect([name, whole.headers.get(name)]).toEqual([name, head.headers.get(name)])
  const condition = (etag: string) => ({ headers: { 'if-none-match': etag } })
  await client.expect(304, 'GET', path, condition(`"${digest}"`))
  await client.expect(200, 'GET', path, condition('"another"'))
})
