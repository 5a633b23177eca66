import { makeImage, OciClient } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'

const platform = await startTestPlatform()
afterAll(() => platform[Symbol.asyncDispose]())

const { client, database } = platform
const image = makeImage()
const [layer] = (JSON.parse(image.manifest.toString()) as { layers: { digest: string }[] }).layers
await client.pushImage('dev/app', 'v1', image)

/** The proxy keeps its question whether a caller may push for ten seconds. */
const PREFLIGHT = { timeout: 15_000, interval: 250 }
const LEASE = { timeout: 3_000, interval: 50 }

type Errors = { errors: { code: string; message: string }[] }

async function refusal(method: string, path: string, body?: Buffer, from: OciClient = client): Promise<unknown[]> {
  const headers = { 'content-type': path.includes('/manifests/') ? image.mediaType : 'application/octet-stream' }
  const response = await from.request(method, path, body ? { body, headers } : {})
  const text = await response.text()
  if (response.status < 400) return [response.status]
  const [error] = (JSON.parse(text) as Errors).errors
  return [response.status, error?.code, error?.message]
}

async function setSystem(readOnly: boolean): Promise<void> {
  await database.pool.query(
    `insert into setting (key, value) values ('read_only', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(readOnly)],
  )
}

const inSystem = [403, 'DENIED', 'The system is in read only mode. Any modification is prohibited.']
const inProject = [403, 'DENIED', 'The project is in read only mode. Any modification is prohibited.']
const manifestPath = 'dev/app/manifests/v2'
const putManifest = () => refusal('PUT', manifestPath, image.manifest)

describe('a system that is read-only', () => {
  it('takes no push, mount or deletion from tokens that were given before, and serves pulls', async () => {
    const begun = await client.request('POST', 'dev/app/blobs/uploads/')
    const upload = (begun.headers.get('location') ?? '').replace('/v2/', '')
    await setSystem(true)
    await expect.poll(putManifest, LEASE).toEqual(inSystem)
    expect(await refusal('PATCH', upload, Buffer.from('abc'))).toEqual(inSystem)
    expect(await refusal('PUT', `${upload}?digest=${image.digest}`)).toEqual(inSystem)
    expect(await refusal('DELETE', 'dev/app/manifests/v1')).toEqual(inSystem)
    expect(await refusal('DELETE', `dev/app/blobs/${layer?.digest}`)).toEqual(inSystem)
    expect(await refusal('POST', `dev/other/blobs/uploads/?mount=${layer?.digest}&from=dev/app`)).toEqual(inSystem)
    // What the proxy began by itself for a while more, it soon asks the registry for.
    await expect.poll(() => refusal('POST', 'dev/app/blobs/uploads/'), PREFLIGHT).toEqual(inSystem)
    expect(await refusal('POST', `dev/app/blobs/uploads/?digest=${image.digest}`, Buffer.from('x'))).toEqual(inSystem)
    expect((await client.request('GET', 'dev/app/manifests/v1')).status).toBe(200)
    await client.pullBlob('dev/app', layer?.digest ?? '')
  })

  it('gives that as the reason to tokens without the right to push, and to nobody without a token', async () => {
    const reader = new OciClient(platform.url, { token: () => platform.token('repository:dev/app:pull') })
    expect(await refusal('PUT', manifestPath, image.manifest, reader)).toEqual(inSystem)
    expect((await fetch(`${platform.url}/v2/${manifestPath}`, { method: 'PUT', body: '{}' })).status).toBe(401)
  })

  it('is the reason from the first moment on, and not one longer', async () => {
    // A token that was given while it was so.
    const reader = new OciClient(platform.url, { token: () => platform.token('repository:dev/app:pull') })
    const lacking = [401, 'UNAUTHORIZED', expect.stringContaining('lacks the right')]
    for (let round = 0; round < 3; round += 1) {
      await setSystem(false)
      expect(await putManifest()).toEqual([201])
      expect(await refusal('PUT', manifestPath, image.manifest, reader)).toEqual(lacking)
      await setSystem(true)
      expect(await refusal('PUT', manifestPath, image.manifest, reader)).toEqual(inSystem)
    }
  })

  it('takes pushes again once it is not', async () => {
    await setSystem(false)
    await expect.poll(putManifest, LEASE).toEqual([201])
    await expect.poll(() => refusal('POST', 'dev/app/blobs/uploads/'), PREFLIGHT).toEqual([202])
  })
})

describe('a project that is read-only', () => {
  const setProject = (readOnly: boolean) =>
    database.pool.query(`update project set metadata = metadata || $1`, [{ read_only: String(readOnly) }])

  it('takes no change, and is no matter of those without rights in it', async () => {
    await setProject(true)
    await expect.poll(putManifest, LEASE).toEqual(inProject)
    expect(await refusal('DELETE', 'dev/app/manifests/v1')).toEqual(inProject)
    const stranger = new OciClient(platform.url, { token: () => platform.token('repository:other/app:pull') })
    expect((await refusal('PUT', manifestPath, image.manifest, stranger)).slice(0, 2)).toEqual([401, 'UNAUTHORIZED'])
    await setProject(false)
    await expect.poll(putManifest, LEASE).toEqual([201])
  })
})
