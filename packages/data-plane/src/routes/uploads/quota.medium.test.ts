import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf, mediaTypes, parseRepositoryName, parseUploadId } from '@berth/oci'
import { UploadNotFoundError } from '@berth/storage'
import { insertProject } from '@berth/testkit'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startProxiedRegistry } from '../../testing/proxied-registry.js'

const LIMIT = 1_000_000

const proxied = await startProxiedRegistry()
const { registry, client } = proxied
const { pool } = registry.database
afterAll(() => proxied[Symbol.asyncDispose]())
await pool.query('update quota set hard_bytes = $1', [LIMIT])

const name = 'dev/app'
beforeEach(async () => {
  await pool.query('delete from open_upload')
  await pool.query('delete from quota_delta')
})

const begin = () => proxied.begin(name)

async function outcome(method: string, path: string, body?: Buffer, headers = {}): Promise<unknown> {
  const response = await client.request(method, path, body ? { body: new Uint8Array(body), headers } : {})
  const text = await response.text()
  if (response.status < 400) return response.status
  const [error] = (JSON.parse(text) as { errors: { code: string }[] }).errors
  return [response.status, error?.code]
}

const append = (upload: string, size: number) => outcome('PATCH', upload, randomBytes(size))
const filesOf = async (upload: string) => {
  const id = upload.split('/').at(-1) ?? ''
  return (await readdir(join(registry.root, 'uploads'))).filter(
    (file) => file.startsWith(id) && !file.endsWith('.cancelled'),
  )
}
const refused = [403, 'DENIED']

describe('an upload to a project with a limit', () => {
  it('is refused with the chunk that passes it, and leaves nothing', async () => {
    const upload = await begin()
    expect(await append(upload, 400_000)).toBe(202)
    expect(await append(upload, 700_000)).toEqual(refused)
    expect(await filesOf(upload)).toEqual([])
    expect(await append(upload, 10)).toEqual([404, 'BLOB_UPLOAD_UNKNOWN'])
    expect(await append(await begin(), 900_000)).toBe(202)
  })

  it('counts together with all others that are under way, until it ends', async () => {
    const [first, second] = [await begin(), await begin()]
    expect(await append(first, 500_000)).toBe(202)
    expect(await append(second, 400_000)).toBe(202)
    expect(await append(await begin(), 200_000)).toEqual(refused)
    expect(await outcome('DELETE', first)).toBe(204)
    expect(await append(await begin(), 200_000)).toBe(202)
  })

  it('counts those that come at the same time', async () => {
    const uploads = await Promise.all(Array.from({ length: 8 }, begin))
    const outcomes = await Promise.all(uploads.map((upload) => append(upload, 300_000)))
    expect(outcomes.filter((one) => one === 202)).toHaveLength(3)
  })

  it('counts once when it has become a blob', async () => {
    const content = randomBytes(600_000)
    const upload = await begin()
    expect(await outcome('PATCH', upload, content)).toBe(202)
    expect(await outcome('PUT', `${upload}?digest=${digestOf(content)}`)).toBe(201)
    expect((await pool.query('select from open_upload')).rowCount).toBe(0)
    expect(await append(await begin(), 500_000)).toEqual(refused)
    expect(await append(await begin(), 300_000)).toBe(202)
  })

  it('counts once from the moment at which it is a blob, whatever becomes of the process then', async () => {
    const released = vi.spyOn(registry.metadata, 'releaseUpload').mockRejectedValue(new Error('ended'))
    onTestFinished(() => released.mockRestore())
    const content = randomBytes(600_000)
    const target = `${name}/blobs/uploads/?digest=${digestOf(content)}`
    await outcome('POST', target, content)
    expect((await pool.query('select from open_upload')).rowCount).toBe(0)
    expect(await append(await begin(), 300_000)).toBe(202)
  })

  it('counts no less for a smaller chunk that came at the same time', async () => {
    const upload = await begin()
    expect(await append(upload, 600_000)).toBe(202)
    const id = parseUploadId(upload.split('/').at(-1) ?? '')
    await registry.metadata.holdUpload({ repository: parseRepositoryName(name), id, size: 10, holder: 'user alice' })
    expect(await append(await begin(), 500_000)).toEqual(refused)
  })

  it('counts no more for a chunk that comes as the upload ends', async () => {
    const received = vi.spyOn(registry.blobs, 'receive').mockRejectedValueOnce(new UploadNotFoundError('gone'))
    onTestFinished(() => received.mockRestore())
    expect(await append(await begin(), 600_000)).toEqual([404, 'BLOB_UPLOAD_UNKNOWN'])
    expect((await pool.query('select from open_upload')).rowCount).toBe(0)
  })

  it.each(['PUT', 'POST'])('is refused as a whole by %s, too', async (method) => {
    const content = randomBytes(LIMIT + 1)
    const target = method === 'PUT' ? await begin() : `${name}/blobs/uploads/`
    expect(await outcome(method, `${target}?digest=${digestOf(content)}`, content)).toEqual(refused)
    expect((await pool.query('select from open_upload')).rowCount).toBe(0)
  })

  it('is one of a thousand of its pusher at most, and one of five thousand of its project', async () => {
    const add = (count: number, holder: string) =>
      pool.query(
        `insert into open_upload (id, project_id, bytes, holder)
         select gen_random_uuid(), project_id, 1, $2 from quota cross join generate_series(1, $1::integer)`,
        [count, holder],
      )
    await add(999, 'user alice')
    const begun = await begin()
    expect(await append(begun, 10)).toBe(202)
    expect(await append(await begin(), 10)).toEqual([429, 'TOOMANYREQUESTS'])
    // What is under way goes on.
    expect(await append(begun, 10)).toBe(202)
    await pool.query(`update open_upload set holder = 'robot 1'`)
    expect(await append(await begin(), 10)).toBe(202)
    await add(3_999, 'robot 2')
    expect(await append(await begin(), 10)).toEqual([429, 'TOOMANYREQUESTS'])
  })
})

it('takes no more than there is room for where uploads end, whole blobs come and others are mounted at once', async () => {
  await insertProject(pool, { name: 'elsewhere', public: true })
  const contents = Array.from({ length: 9 }, () => randomBytes(250_000))
  const [under, whole, mounted] = [contents.slice(0, 3), contents.slice(3, 6), contents.slice(6)]
  const uploads = await Promise.all(under.map(begin))
  for (const [place, upload] of uploads.entries()) expect(await outcome('PATCH', upload, under[place])).toBe(202)
  await Promise.all(mounted.map((content) => client.pushBlob('elsewhere/app', content)))
  const target = `${name}/blobs/uploads/`
  const outcomes = await Promise.all([
    ...uploads.map((upload, place) => outcome('PUT', `${upload}?digest=${digestOf(under[place] ?? Buffer.alloc(0))}`)),
    ...whole.map((content) => outcome('POST', `${target}?digest=${digestOf(content)}`, content)),
    ...mounted.map((content) => outcome('POST', `${target}?mount=${digestOf(content)}`)),
  ])
  const used = await pool.query(
    `select sum(d.bytes)::int as bytes from quota_delta d join project p on p.id = d.project_id where p.name = 'dev'`,
  )
  const taken = outcomes.filter((one) => one === 201).length
  expect(outcomes.filter((one) => one !== 201)).toEqual(Array.from({ length: 9 - taken }, () => refused))
  expect(used.rows).toEqual([{ bytes: taken * 250_000 }])
  expect(taken).toBe(4)
  const statuses = await Promise.all(
    contents.map(async (content) => (await client.request('HEAD', `${name}/blobs/${digestOf(content)}`)).status),
  )
  expect(statuses).toEqual(outcomes.map((one) => (one === 201 ? 200 : 404)))
  expect((await pool.query('select from open_upload')).rowCount).toBe(0)
})

it('is refused a manifest that passes the limit, and may push again what it has', async () => {
  const config = await client.pushBlob(name, Buffer.from('{}'))
  const manifestOf = (size: number) =>
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        config: { mediaType: mediaTypes.ociConfig, digest: config, size: 2 },
        layers: [],
        annotations: { filler: randomBytes(size / 2).toString('hex') },
      }),
    )
  const headers = { 'content-type': mediaTypes.ociManifest }
  const push = (manifest: Buffer, tag: string) => outcome('PUT', `${name}/manifests/${tag}`, manifest, headers)
  const first = manifestOf(600_000)
  expect(await push(first, 'v1')).toBe(201)
  expect(await push(manifestOf(600_000), 'v2')).toEqual(refused)
  expect(await push(first, 'v3')).toBe(201)
  expect(await push(manifestOf(300_000), 'v2')).toBe(201)
})

it('keeps no account of a project without a limit', async () => {
  await pool.query('update quota set hard_bytes = -1')
  await expect.poll(async () => append(await begin(), LIMIT + 1), { timeout: 4_000 }).toBe(202)
  expect((await pool.query('select from open_upload')).rowCount).toBe(0)
})
