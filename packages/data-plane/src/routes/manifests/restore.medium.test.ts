import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from '@berth/contracts'
import { createReclaim, restoreArtifact, restoreTag } from '@berth/metadata'
import { mediaTypes, parseDigest, parseRepositoryName, parseTag, digestOf, type Digest } from '@berth/oci'
import { makeImage, OciClientError, type OciImage } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { startTestRegistry } from '../../testing/test-registry.js'

const WEEK = 604_800
const alice: Actor = { kind: 'user', name: 'alice' }
const registry = await startTestRegistry()
const client = registry.client()
const { db, blobs } = registry
const garbage = createReclaim(db)
afterAll(() => registry[Symbol.asyncDispose]())

const remove = (name: string, reference: string) => client.expect(202, 'DELETE', `${name}/manifests/${reference}`)
const restore = (name: string, digest: string, delay = WEEK) =>
  db.transaction((transaction) =>
    restoreArtifact(transaction, parseRepositoryName(name), parseDigest(digest), alice, delay),
  )
const restoreOne = (name: string, tag: string, delay = WEEK) =>
  db.transaction((transaction) => restoreTag(transaction, parseRepositoryName(name), parseTag(tag), alice, delay))
const status = async (name: string, reference: string) =>
  (await client.request('HEAD', `${name}/manifests/${reference}`)).status

/** As the reclaim job does. */
async function reclaim(delay: number): Promise<void> {
  await garbage.purgeExpiredArtifacts(delay, 100)
  for (const digest of await garbage.findReclaimable(delay, 1000)) {
    await garbage.reclaimBlob(digest, delay, () => blobs.delete(digest))
  }
}

async function pushIndex(name: string, tag: string) {
  const children = [makeImage({ architecture: 'amd64' }), makeImage({ architecture: 'arm64' })]
  for (const child of children) await client.pushImage(name, child.digest, child)
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.ociIndex,
      manifests: children.map((child) => ({
        mediaType: child.mediaType,
        digest: child.digest,
        size: child.manifest.length,
      })),
    }),
  )
  await client.pushManifest(name, tag, manifest, mediaTypes.ociIndex)
  return { children, manifest, digest: digestOf(manifest) }
}

/** With a delay shorter than a push may take, reclaim can be faster than the manifest: then the push is refused, and made again. */
async function pushBetween(name: string): Promise<OciImage> {
  for (;;) {
    try {
      return await client.pushImage(name, 'v7', makeImage({ layers: 1, layerSize: 2000 }))
    } catch (error) {
      if (!(error instanceof OciClientError && error.status === 404)) throw error
    }
  }
}

it('gives back a restored image exactly as it was pushed, though reclaim came by', async () => {
  const image = await client.pushImage('dev/back', 'v7')
  await remove('dev/back', image.digest)
  expect(await status('dev/back', 'v7')).toBe(404)
  await reclaim(WEEK)
  expect(await restore('dev/back', image.digest)).toMatchObject({ outcome: 'restored', tags: ['v7'] })
  await reclaim(0)
  for (const reference of ['v7', image.digest]) expect(await client.pullImage('dev/back', reference)).toEqual(image)

  await remove('dev/back', 'v7')
  expect(await status('dev/back', 'v7')).toBe(404)
  expect(await restoreOne('dev/back', 'v7')).toMatchObject({ outcome: 'restored' })
  expect(await client.pullImage('dev/back', 'v7')).toEqual(image)
})

it('gives back a restored index with the images in it', async () => {
  const { children, manifest, digest } = await pushIndex('dev/index', 'v7')
  for (const each of [digest, ...children.map((child) => child.digest)]) await remove('dev/index', each)
  expect(await restore('dev/index', digest)).toMatchObject({ outcome: 'restored', tags: ['v7'], missing: [] })
  await reclaim(0)
  const pulled = await client.expect(200, 'GET', 'dev/index/manifests/v7')
  expect(Buffer.from(await pulled.arrayBuffer()).equals(manifest)).toBe(true)
  for (const child of children) expect(await client.pullImage('dev/index', child.digest)).toEqual(child)
})

it('restores nothing, and no part of it, once the delay is over', async () => {
  const { children, digest } = await pushIndex('dev/over', 'v7')
  for (const each of [digest, ...children.map((child) => child.digest)]) await remove('dev/over', each)
  await wait(1100)
  for (const reclaimed of [false, true]) {
    if (reclaimed) await reclaim(1)
    expect(await restore('dev/over', digest, 1)).toEqual({ outcome: 'gone' })
    expect(await restoreOne('dev/over', 'v7', 1)).toEqual({ outcome: 'gone' })
    for (const reference of ['v7', digest, ...children.map((child) => child.digest)]) {
      expect(await status('dev/over', reference)).toBe(404)
    }
  }
})

it('leaves a tag to the image that took it', async () => {
  const old = await client.pushImage('dev/taken', 'v7')
  await remove('dev/taken', 'v7')
  const young = await client.pushImage('dev/taken', 'v7')
  expect(await restoreOne('dev/taken', 'v7')).toEqual({ outcome: 'taken' })
  await remove('dev/taken', old.digest)
  expect(await restore('dev/taken', old.digest)).toMatchObject({ outcome: 'restored', tags: [] })
  expect(await client.pullImage('dev/taken', 'v7')).toEqual(young)
  expect(await client.pullImage('dev/taken', old.digest)).toEqual(old)
})

it('can pull whatever it restored while reclaim deletes files', { timeout: 120_000 }, async () => {
  const outcomes = new Set<string>()
  const done = new AbortController()
  const reclaiming = (async () => {
    while (!done.signal.aborted) {
      await reclaim(0.5)
      await wait(5)
    }
  })()
  const one = async (lane: number) => {
    for (let round = 0; round < 12; round += 1) {
      const name = `dev/race${lane}`
      const image = await pushBetween(name)
      await remove(name, image.digest)
      // From at once to after its time.
      await wait(50 * round)
      const { outcome } = await (round % 2 ? restore(name, image.digest, 0.5) : restoreOne(name, 'v7', 0.5))
      outcomes.add(outcome)
      if (outcome === 'restored') expect(await client.pullImage(name, 'v7')).toEqual(image)
      else expect(await status(name, 'v7')).toBe(404)
      await remove(name, image.digest).catch(() => {})
    }
  }
  try {
    await Promise.all([0, 1, 2, 3].map(one))
  } finally {
    done.abort()
    await reclaiming
  }
  expect(outcomes).toEqual(new Set(['gone', 'restored']))
  const { rows } = await registry.database.pool.query<{ digest: Digest }>(
    `select distinct u.digest from artifact a join artifact_blob u on u.artifact_id = a.id where a.deleted_at is null`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { digest } of rows) expect(await blobs.stat(digest)).toBeDefined()
})
