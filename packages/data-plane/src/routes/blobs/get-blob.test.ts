import type { RegistryMetadata } from '@berth/metadata'
import { digestOf, DistributionError } from '@berth/oci'
import { MemoryBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { expect, it } from 'vitest'
import { Grants } from '../../auth/grants.js'
import type { Authenticator } from '../../auth/identity.js'
import { UploadIds } from '../../auth/upload-ids.js'
import { createManifestCache } from '../../cache/manifest-cache.js'
import type { Pull } from '../../policy/project-policy.js'
import { buildServer } from '../../server.js'

const digest = digestOf(Buffer.from('somewhere'))
const key = 'ab'.repeat(32)

class StoreElsewhere extends MemoryBlobStore {
  override async locate(): Promise<never> {
    // A driver of another kind, as far as a route can tell.
    return { redirect: `https://objects.example/${digest}?signature=1` } as never
  }
}

const authenticator: Authenticator = {
  identify: async () => ({ subject: undefined, may: () => true, mentions: () => true, named: [] }),
  challenge: () => 'Bearer',
}
const metadata = {
  findBlob: async () => ({ size: 9, linkedAt: new Date() }),
  findManifest: async () => ({ digest, mediaType: 'application/json', size: 9, artifactId: '1' }),
} as unknown as RegistryMetadata

const services = {
  metadata,
  blobs: new StoreElsewhere(),
  authenticator,
  manifests: createManifestCache(1),
  grants: new Grants(key),
  uploadIds: new UploadIds(key),
  allowSparseIndexes: true,
}
const logger = createLogger({ service: 'registry', level: 'error' })
const app = buildServer(services, logger)

it('sends clients to where the blob is, with and without a proxy, for as long as the address is good', async () => {
  for (const headers of [{}, { 'x-berth-proxy': '1' }]) {
    const answer = await app.inject({ url: `/v2/dev/app/blobs/${digest}`, headers })
    expect(answer.statusCode).toBe(307)
    expect(answer.headers['location']).toBe(`https://objects.example/${digest}?signature=1`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  }
})

it('tells the size of such a blob itself', async () => {
  const answer = await app.inject({ method: 'HEAD', url: `/v2/dev/app/blobs/${digest}` })
  expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, '9'])
})

it('has the proxy bring the client to the endpoint itself', async () => {
  const headers = { 'x-berth-repository': 'dev/app', 'x-berth-digest': digest }
  expect((await app.inject({ url: '/internal/pull', headers })).statusCode).toBe(403)
})

it('lets a pull pass the gates of its project, whichever way it comes', async () => {
  const gate = ({ identity, name }: Pull) => {
    throw new DistributionError('DENIED', `${identity.subject ?? 'nobody'} does not pass in ${name}`)
  }
  const policy = async () => ({ readOnly: undefined, tellsPulls: false, gates: [gate] })
  const policies = { of: policy, now: policy }
  const gated = buildServer({ ...services, policies }, logger)
  const answer = await gated.inject({ url: `/v2/dev/app/blobs/${digest}` })
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ errors: [{ code: 'DENIED', message: 'nobody does not pass in dev/app' }] })
  const headers = { 'x-berth-repository': 'dev/app', 'x-berth-digest': digest }
  expect((await gated.inject({ url: '/internal/pull', headers })).statusCode).toBe(403)
  expect((await gated.inject({ url: '/v2/dev/app/manifests/v1' })).statusCode).toBe(403)
})
