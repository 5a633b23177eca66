import type { RegistryMetadata, ToldPull } from '@berth/metadata'
import { digestOf } from '@berth/oci'
import { MemoryBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { expect, it } from 'vitest'
import { Grants } from '../../auth/grants.js'
import type { Authenticator } from '../../auth/identity.js'
import { UploadIds } from '../../auth/upload-ids.js'
import { createManifestCache } from '../../cache/manifest-cache.js'
import { buildServer } from '../../server.js'

const body = Buffer.from('{}')
const digest = digestOf(body)
const key = 'ab'.repeat(32)
const authenticator: Authenticator = {
  identify: async () => ({
    subject: 'robot$ci',
    caller: { kind: 'robot', id: 7, mark: 'm' },
    may: () => true,
    mentions: () => true,
    named: [],
  }),
  challenge: () => 'Bearer',
}

/** What is told of pulls in a project that asks for it, or does not. */
function registry(tellsPulls: boolean) {
  const told: (ToldPull | undefined)[] = []
  const read: string[] = []
  const metadata = {
    findManifest: async () => ({ digest, mediaType: 'application/json', size: 2, artifactId: '1' }),
    manifestBody: async () => (read.push('body'), body),
    listReferrers: async () => (read.push('referrers'), { descriptors: '[]' }),
    countPull: (_: unknown, pull?: ToldPull) => void told.push(pull),
  } as unknown as RegistryMetadata
  const policy = async () => ({ readOnly: undefined, tellsPulls, gates: [] })
  const app = buildServer(
    {
      metadata,
      blobs: new MemoryBlobStore(),
      authenticator,
      manifests: createManifestCache(1),
      policies: { of: policy, now: policy },
      grants: new Grants(key),
      uploadIds: new UploadIds(key),
      allowSparseIndexes: true,
    },
    createLogger({ service: 'registry', level: 'error' }),
  )
  return { told, read, app, metadata }
}

it('tells who pulled, and by which tag, where that is written down', async () => {
  const { app, told } = registry(true)
  const by: unknown = expect.objectContaining({ kind: 'robot', id: 7, name: 'robot$ci' })
  await app.inject({ url: '/v2/dev/app/manifests/v1' })
  await app.inject({ url: `/v2/dev/app/manifests/${digest}` })
  await app.inject({ method: 'HEAD', url: '/v2/dev/app/manifests/v1' })
  expect(told).toEqual([
    { repository: 'dev/app', tag: 'v1', by },
    { repository: 'dev/app', by },
  ])
})

it('counts a pull and tells nothing where it is not', async () => {
  const { app, told } = registry(false)
  await app.inject({ url: '/v2/dev/app/manifests/v1' })
  expect(told).toEqual([undefined])
})

it('tells a cache nothing of a manifest that is deleted while its body waits for its turn', async () => {
  const { app, metadata } = registry(false)
  metadata.manifestBody = async () => undefined
  const { statusCode, headers } = await app.inject({ url: `/v2/dev/app/manifests/${digest}` })
  expect(statusCode).toBe(404)
  for (const name of ['etag', 'cache-control', 'docker-content-digest']) expect(headers).not.toHaveProperty(name)
})

it.each([
  ['body', '/v2/dev/app/manifests/v1'],
  ['referrers', `/v2/dev/app/referrers/${digest}`],
])('reads no %s for a client that has gone', async (what, url) => {
  const { app, read } = registry(false)
  await app.inject({ url })
  expect(read).toEqual([what])
  // Nobody hears of an answer, so there is none to wait for.
  const gone = registry(false)
  const handled = new Promise<void>((resolve) => {
    gone.app.addHook('preHandler', async ({ raw }) => {
      Object.assign(raw.socket, { destroyed: true })
      setImmediate(resolve)
    })
  })
  gone.app.inject({ url }).catch(() => {})
  await handled
  expect(gone.read).toEqual([])
})
