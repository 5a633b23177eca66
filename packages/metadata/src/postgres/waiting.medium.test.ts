import type { Digest } from '@berth/oci'
import { digestOf, mediaTypes, parseRepositoryName } from '@berth/oci'
import { insertProject } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { fill, platform } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { deleteRepository } from './delete.js'
import { restoreArtifact } from './restore.js'
import { findUsage, keepUsage, keepWaitingBytes } from './usage.js'

const postgres = await openPostgres()
const { database, db, metadata, files, garbage } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())

const GRACE = 3600
const LAYER = 5000
const SHARED = 700

/** A project of its own for one test. */
async function open(project: string) {
  await insertProject(database.pool, { name: project })
  const content = fill({ metadata, project, publish: async (digest) => void files.add(digest) })
  const { rows } = await database.pool.query<{ id: number }>('select id from project where name = $1', [project])
  const id = rows[0]?.id ?? expect.fail()
  const name = parseRepositoryName(`${project}/web`)

  /** An image of a layer of its own, and of one that all images have. */
  async function pushLayers(number: number, into = name) {
    const shared = await content.addBlob(into, 's'.repeat(SHARED))
    const own = await content.addBlob(into, String(number).padEnd(LAYER, '.'))
    const layer = (digest: Digest, size: number) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar',
      digest,
      size,
    })
    const config = await content.addBlob(into, `{"n":${number}}`)
    const bytes = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        config: { mediaType: mediaTypes.ociConfig, digest: config, size: 7 },
        layers: [layer(shared, SHARED), layer(own, LAYER)],
      }),
    )
    await content.push(into, bytes, [`v${number}`])
    return { digest: digestOf(bytes), alone: LAYER + 7 + bytes.length }
  }

  /** What is told, and the three numbers add up in each line of it. */
  async function told() {
    const usage = (await findUsage(db, id, { largest: 10 })) ?? expect.fail()
    const charged = await database.pool.query<{ bytes: number }>(
      `select (q.used_bytes + (select coalesce(sum(bytes), 0) from quota_delta where project_id = $1))::float8 as bytes
       from quota q where q.project_id = $1`,
      [id],
    )
    expect(usage.size).toBe(charged.rows[0]?.bytes)
    const lines = [usage, ...usage.repositories]
    for (const line of lines) expect(line.waitingSize).toBeLessThanOrEqual(line.size)
    return { size: usage.size, waiting: usage.waitingSize, inUse: usage.size - usage.waitingSize }
  }
  return { ...content, id, name, pushLayers, told }
}

async function reclaim(grace: number) {
  await garbage.purgeExpiredArtifacts(grace, 100)
  for (const digest of await garbage.findReclaimable(grace, 1000))
    await garbage.reclaimBlob(digest, grace, async () => void files.delete(digest))
}

const remove = async (...of: Parameters<typeof metadata.deleteManifest>) => {
  expect(await metadata.deleteManifest(...of)).toBe(true)
}

it('what is deleted leaves what is in use at once, and waits: the quota counts both', async () => {
  const { name, pushLayers, told } = await open('half')
  const images = []
  for (let number = 1; number <= 4; number += 1) images.push(await pushLayers(number))
  const before = await told()
  expect(before.waiting).toBe(0)

  const half = images.slice(0, 2)
  for (const { digest } of half) await remove(name, digest, platform)
  const gone = half.reduce((sum, { alone }) => sum + alone, 0)
  const after = await told()
  expect(after).toEqual({ size: before.size, waiting: gone, inUse: before.inUse - gone })

  await db.transaction((transaction) =>
    restoreArtifact(transaction, name, half[0]?.digest ?? expect.fail(), platform, GRACE),
  )
  expect(await told()).toEqual({
    size: before.size,
    waiting: half[1]?.alone,
    inUse: before.size - (half[1]?.alone ?? 0),
  })

  // Its time is not over: nothing is freed. Then it is, and what is in use stays what it was.
  await reclaim(GRACE)
  const { inUse } = await told()
  expect(await told()).toMatchObject({ size: before.size })
  await reclaim(0)
  expect(await told()).toEqual({ size: inUse, waiting: 0, inUse })
})

it('what somebody pushes again waits no more', async () => {
  const { name, pushLayers, told } = await open('again')
  const { digest } = await pushLayers(1)
  const before = await told()
  await remove(name, digest, platform)
  expect(await told()).toEqual({ size: before.size, waiting: before.size, inUse: 0 })
  await pushLayers(1)
  expect(await told()).toEqual(before)
})

it('what another repository of the project still needs is in use for the project, and waits in its own', async () => {
  const { id, name, pushLayers, told } = await open('two')
  const other = parseRepositoryName('two/other')
  const { digest, alone } = await pushLayers(1)
  await pushLayers(1, other)
  const before = await told()
  await remove(name, digest, platform)
  const manifest = alone - LAYER - 7
  expect(await told()).toEqual({ size: before.size, waiting: manifest, inUse: before.inUse - manifest })
  const usage = await findUsage(db, id, { largest: 10 })
  const waits = Object.fromEntries(usage?.repositories.map((one) => [one.name, one.waitingSize]) ?? [])
  expect(waits).toEqual({ [name]: alone + SHARED, [other]: 0 })

  // Nothing brings a deleted repository back: what it had alone waits no more in the project.
  await db.transaction((transaction) => deleteRepository(transaction, name, platform))
  expect(await told()).toEqual({ size: before.inUse - manifest, waiting: 0, inUse: before.inUse - manifest })
})

it('what was uploaded and has come into no artifact waits, as a refused push leaves it', async () => {
  const { name, addBlob, told } = await open('upload')
  await addBlob(name, 'u'.repeat(300))
  expect(await told()).toEqual({ size: 300, waiting: 300, inUse: 0 })
})

it('is told of a large project as it was counted last, and never as more than the quota counts', async () => {
  const { id, name, pushLayers, told } = await open('large')
  const { digest } = await pushLayers(1)
  await remove(name, digest, platform)
  const { size } = await told()
  await keepUsage(db, id)
  await database.pool.query('update repository set artifact_count = 20000 where name = $1', [name])
  expect(await told()).toEqual({ size, waiting: size, inUse: 0 })
  await reclaim(0)
  expect(await told()).toEqual({ size: 0, waiting: 0, inUse: 0 })
})

it('counts of the whole disk each blob that no artifact of any project needs', async () => {
  const waiting = async () => {
    await keepWaitingBytes(db)
    const { rows } = await database.pool.query<{ bytes: number }>('select waiting_bytes::float8 as bytes from storage')
    return rows[0]?.bytes ?? expect.fail()
  }
  await reclaim(0)
  const [one, two] = [await open('disk-one'), await open('disk-two')]
  const [mine, theirs] = [await one.pushLayers(9), await two.pushLayers(9)]
  const before = await waiting()
  await remove(one.name, mine.digest, platform)
  expect(await waiting()).toBe(before)
  await remove(two.name, theirs.digest, platform)
  expect((await waiting()) - before).toBeGreaterThanOrEqual(LAYER + 7)
})
