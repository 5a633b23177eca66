import { readdir } from 'node:fs/promises'
import { digestOf } from '@berth/oci'
import { insertProject } from '@berth/testkit'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const proxied = await startProxiedRegistry()
const { registry, proxy, client, begin } = proxied
afterAll(() => proxied[Symbol.asyncDispose]())

const push = (name: string) => registry.token(`repository:${name}:pull,push`)

it('an upload takes its first chunk through the repository it was begun in alone, and none once it was cancelled', async () => {
  const chunk = { body: Buffer.from('chunk') }
  const own = await begin('dev/own')
  const foreign = own.replace('dev/own', 'dev/other')
  expect(foreign).not.toBe(own)
  await client.expect(404, 'PATCH', foreign, chunk)
  await client.expect(202, 'PATCH', own, chunk)
  await client.expect(204, 'DELETE', own)
  const cancelled = await begin('dev/own')
  await client.expect(204, 'DELETE', cancelled)
  await client.expect(404, 'PATCH', cancelled, chunk)
})

it('takes nothing for an upload that nobody began', async () => {
  const target = '/v2/dev/x/blobs/uploads/0b1f1c52-3f0f-4b6e-9a55-0d7b0a4f6f01'
  const response = await client.expect(404, 'PATCH', target, { body: Buffer.alloc(100_000) })
  expect(await response.text()).toContain('BLOB_UPLOAD_UNKNOWN')
  // nginx drops it after its answer.
  await expect.poll(() => readdir(registry.spool)).toEqual([])
})

it('begins uploads as the registry does, which it asks once for a caller and a repository', async () => {
  const admitted = vi.spyOn(registry.metadata, 'admitUpload')
  onTestFinished(() => admitted.mockRestore())
  const token = push('dev/begun')
  const post = (path: string) =>
    fetch(`${proxy.url}/v2/dev/begun/${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  const told = ({ headers }: Response) => {
    const { date: _, 'x-request-id': requestId, ...told } = Object.fromEntries(headers)
    const id = told['docker-upload-uuid'] ?? ''
    expect(requestId).toBeDefined()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    return [id, JSON.stringify(told).replaceAll(id, 'id')]
  }
  // Without the slash, it is the registry that answers.
  const [ownId, own] = told(await post('blobs/uploads'))
  expect(admitted).toHaveBeenCalledTimes(1)
  const ids = new Set([ownId])
  for (let count = 0; count < 20; count += 1) {
    const [id, answer] = told(await post('blobs/uploads/'))
    expect(answer).toBe(own)
    ids.add(id)
  }
  expect(ids.size).toBe(21)
  expect(admitted).toHaveBeenCalledTimes(2)
  // One that was begun and not written to is there.
  for (const id of ids) await client.expect(204, 'GET', `dev/begun/blobs/uploads/${id}`)
})

it('begins no upload that the registry would refuse, and says why', async () => {
  const post = async (path: string, token?: string) => {
    const init = { method: 'POST', ...(token && { headers: { authorization: `Bearer ${token}` } }) }
    const response = await fetch(`${proxy.url}/v2/${path}`, init)
    return [response.status, await response.text()]
  }
  expect(await post('dev/none/blobs/uploads/')).toEqual([401, expect.stringContaining('UNAUTHORIZED')])
  const reader = registry.token('repository:dev/none:pull')
  expect(await post('dev/none/blobs/uploads/', reader)).toEqual([401, expect.stringContaining('lacks the right')])
  const stranger = push('nowhere/none')
  expect(await post('nowhere/none/blobs/uploads/', stranger)).toEqual([404, expect.stringContaining('NAME_UNKNOWN')])
  expect(await post('Dev/none/blobs/uploads/', push('Dev/none'))).toEqual([
    400,
    expect.stringContaining('NAME_INVALID'),
  ])
  const { id: full } = await insertProject(registry.database.pool, { name: 'full' })
  await registry.database.pool.query('update quota set hard_bytes = 10, used_bytes = 11 where project_id = $1', [full])
  const pusher = push('full/none')
  for (let count = 0; count < 2; count += 1)
    expect(await post('full/none/blobs/uploads/', pusher)).toEqual([403, expect.stringContaining('DENIED')])
})

it('answers 416 to a chunk out of order, and the upload goes on', async () => {
  const target = await begin('dev/order')
  await client.expect(202, 'PATCH', target, { body: Buffer.from('abc'), headers: { 'content-range': '0-2' } })
  const late = await client.request('PATCH', target, { body: Buffer.from('xyz'), headers: { 'content-range': '5-7' } })
  expect(late.status).toBe(416)
  expect(late.headers.get('range')).toBe('0-2')
  const status = await client.expect(204, 'GET', target)
  expect(status.headers.get('range')).toBe('0-2')
  await client.expect(202, 'PATCH', target, { body: Buffer.from('def'), headers: { 'content-range': '3-5' } })
  await client.expect(201, 'PUT', `${target}?digest=${digestOf(Buffer.from('abcdef'))}`)
})
