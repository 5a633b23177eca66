import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createReclaim } from '@berth/metadata'
import { digestOf, parseManifest, parseRepositoryName, parseTag, type Digest } from '@berth/oci'
import { beforeEach, expect, test } from 'vitest'
import { alice, startContent, type TestContent } from '../../testing/start-content.js'
import { testContext } from '../../testing/job-context.js'
import { stackOfEachTest } from '../../testing/stack-of-each-test.js'
import { purgeUploads } from './purge-uploads.js'
import { reclaim } from './reclaim.js'

const IMAGE = 'application/vnd.oci.image.manifest.v1+json'
const CONFIG = 'application/vnd.oci.image.config.v1+json'
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const NEVER = 10 ** 9

const stack = stackOfEachTest()
let parts: TestContent
beforeEach(async () => {
  parts = await startContent(stack)
})

async function pushImage(name: string, layer: Buffer) {
  const repository = parseRepositoryName(name)
  const config = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', created: randomUUID() }))
  const blobs = [await parts.pushBlob(repository, config), await parts.pushBlob(repository, layer)]
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: IMAGE,
      config: { mediaType: CONFIG, digest: blobs[0], size: config.length },
      layers: [{ mediaType: LAYER, digest: blobs[1], size: layer.length }],
    }),
  )
  const digest = digestOf(bytes)
  const manifest = parseManifest(bytes, IMAGE)
  await parts.metadata.pushManifest({
    repository,
    digest,
    bytes,
    manifest,
    tags: [parseTag('v1')],
    pushedBy: alice,
    allowMissingChildren: false,
  })
  return {
    repository,
    digest,
    config: digestOf(config),
    layer: digestOf(layer),
    bytes: bytes.length + config.length + layer.length,
  }
}

test('reclaim frees deleted images, but no layer that another image still uses', async () => {
  const { metadata, store } = parts
  const layer = randomBytes(2000)
  const [gone, kept] = [await pushImage('dev/gone', layer), await pushImage('dev/kept', layer)]
  await metadata.deleteManifest(gone.repository, gone.digest, alice)

  expect(await reclaim(createReclaim(parts.db), store, NEVER).run({}, testContext())).toMatchObject({
    purged_manifests: 0,
    purged_blobs: 0,
  })
  const context = testContext()
  expect(await reclaim(createReclaim(parts.db), store, 0).run({}, context)).toMatchObject({
    purged_manifests: 1,
    purged_blobs: 1,
    failed_blobs: 0,
  })
  expect(context.told.at(-1)).toMatchObject({ purged_blobs: 1 })
  expect(await store.stat(gone.config)).toBeUndefined()
  expect(await metadata.findBlob(gone.repository, gone.layer)).toBeUndefined()
  expect(await store.stat(kept.layer)).toEqual({ size: 2000 })

  await metadata.deleteManifest(kept.repository, kept.digest, alice)
  expect(await reclaim(createReclaim(parts.db), store, 0).run({}, testContext())).toMatchObject({
    purged_manifests: 1,
    purged_blobs: 2,
    freed_space: kept.bytes,
  })
  expect(await store.stat(kept.layer)).toBeUndefined()
  expect(await reclaim(createReclaim(parts.db), store, 0).run({}, testContext())).toMatchObject({
    purged_manifests: 0,
    purged_blobs: 0,
    failed_blobs: 0,
  })
})

test('reclaim goes on past a file that cannot be deleted, and takes it up again later', async () => {
  const { metadata, store, database } = parts
  const image = await pushImage('dev/httpd', randomBytes(100))
  await metadata.deleteManifest(image.repository, image.digest, alice)
  const broken = {
    delete: (digest: Digest) =>
      digest === image.layer ? Promise.reject(new Error('disk says no')) : store.delete(digest),
  }
  expect(await reclaim(createReclaim(parts.db), broken, 0).run({}, testContext())).toMatchObject({
    purged_blobs: 1,
    failed_blobs: 1,
  })
  const { rows } = await database.pool.query('select digest, error, not_before > now() as later from reclaim')
  expect(rows).toEqual([{ digest: image.layer, error: 'disk says no', later: true }])

  await database.pool.query('update reclaim set not_before = now()')
  expect(await reclaim(createReclaim(parts.db), store, 0).run({}, testContext())).toMatchObject({
    purged_blobs: 1,
    failed_blobs: 0,
  })
})

test('reclaim stops when told to', async () => {
  const { db, store } = parts
  await expect(reclaim(createReclaim(db), store, 0).run({}, testContext(AbortSignal.abort()))).rejects.toThrow(/abort/)
})

test('abandoned uploads and stale spool files go, fresh ones stay', async () => {
  const { store, spool, root } = parts
  const [old, fresh] = [await parts.beginUpload(randomBytes(10)), await parts.beginUpload(randomBytes(10))]
  const longAgo = new Date(Date.now() - 3 * 3_600_000)
  for (const name of ['stale', 'new']) await writeFile(join(spool, name), 'bytes')
  await utimes(join(spool, 'stale'), longAgo, longAgo)
  for (const name of await readdir(join(root, 'uploads'))) {
    if (name.startsWith(old)) await utimes(join(root, 'uploads', name), longAgo, longAgo)
  }

  const held = `insert into open_upload (id, project_id, bytes, updated_at) select $1, id, 1, $2 from project`
  for (const [id, at] of [
    [old, longAgo],
    [fresh, new Date()],
  ])
    await parts.database.pool.query(held, [id, at])
  expect(await purgeUploads(createReclaim(parts.db), store, 2).run({}, testContext())).toEqual({ purged: 2 })
  expect((await parts.database.pool.query('select id from open_upload')).rows).toEqual([{ id: fresh }])
  expect(await store.uploadSize(old)).toBe(0)
  expect(await store.uploadSize(fresh)).toBe(10)
  expect(await readdir(spool)).toEqual(['new'])
})
