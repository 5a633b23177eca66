import { digestOf, parseRepositoryName, type Digest } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { platform } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'

const postgres = await openPostgres()
const { database, garbage, metadata, files, addBlob, push, pushImage } = postgres

afterAll(() => postgres[Symbol.asyncDispose]())

const repo = parseRepositoryName
const reclaim = (digest: Digest, grace = 0) =>
  garbage.reclaimBlob(digest, grace, async () => {
    // Long enough for whoever waits to be waiting.
    await new Promise((resolve) => setTimeout(resolve, 30))
    files.delete(digest)
  })

async function reclaimAll(grace = 0): Promise<void> {
  await garbage.purgeExpiredArtifacts(grace, 100)
  for (const digest of await garbage.findReclaimable(grace, 1000)) await reclaim(digest, grace)
}

async function usedBytes(): Promise<number> {
  const { rows } = await database.pool.query('select coalesce(sum(bytes), 0) as used from quota_delta')
  return Number(rows[0]?.used)
}

it('takes the blobs of a deleted artifact and keeps those that another one uses', async () => {
  const name = repo('dev/shared')
  const shared = await addBlob(name, 'shared layer')
  const manifest = (config: Digest) =>
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        config: { mediaType: 'a/b', digest: config, size: 3 },
        layers: [{ mediaType: 'a/b', digest: shared, size: 12 }],
      }),
    )
  const [one, two] = [await addBlob(name, 'one'), await addBlob(name, 'two')]
  const first = await push(name, manifest(one), ['one'])
  await push(name, manifest(two), ['two'])
  await metadata.deleteManifest(name, first, platform)
  await reclaimAll()
  expect(await metadata.findBlob(name, one)).toBeUndefined()
  expect(files).toEqual(new Set([shared, two]))
  expect(await metadata.findBlob(name, shared)).toBeDefined()
})

it('leaves what a tag named before to those who pull it by its digest', async () => {
  const name = repo('dev/pinned')
  const { digest, config } = await pushImage(name, 'pinned', ['latest'])
  await pushImage(name, 'newer', ['latest'])
  await reclaimAll()
  const found = await metadata.findManifest(name, { digest })
  expect(found && (await metadata.manifestBody(found))).toBeDefined()
  expect(await metadata.findBlob(name, config)).toBeDefined()
  expect(files.has(config)).toBe(true)
})

it('gives back every byte that a project was charged', async () => {
  const name = repo('dev/bytes')
  const before = await usedBytes()
  const { digest } = await pushImage(name, 'some bytes', ['latest'])
  expect(await usedBytes()).toBeGreaterThan(before)
  await metadata.deleteManifest(name, digest, platform)
  await reclaimAll()
  expect(await usedBytes()).toBe(before)
})

it('takes a blob that no manifest ever came for, once its time is over', async () => {
  const digest = await addBlob(repo('dev/orphan'), 'orphan')
  await reclaimAll(3600)
  expect(files.has(digest)).toBe(true)
  await reclaimAll()
  expect(files.has(digest)).toBe(false)
  expect(await metadata.findBlob(repo('dev/orphan'), digest)).toBeUndefined()
})

it('keeps a deleted artifact until its time is over', async () => {
  const name = repo('dev/kept')
  const { digest, config } = await pushImage(name, 'kept', ['latest'])
  await metadata.deleteManifest(name, digest, platform)
  expect(await garbage.purgeExpiredArtifacts(3600, 100)).toEqual([])
  await reclaim(config)
  expect(files.has(config)).toBe(true)
})

it('keeps a blob that was asked for a moment ago, for a push may be on its way', async () => {
  const name = repo('dev/asked')
  const digest = await addBlob(name, 'asked for')
  await database.pool.query(`update repository_blob set linked_at = now() - interval '10 days' where digest = $1`, [
    digest,
  ])
  expect(await metadata.keepBlob(name, digest)).toBe(true)
  expect(await reclaim(digest, 3600)).toEqual({ outcome: 'kept' })
  expect(await garbage.findReclaimable(0, 1000)).toContain(digest)
})

it('forgets no blob whose last artifact goes while it is looked at', async () => {
  const { digest, config } = await pushImage(repo('dev/meanwhile'), 'meanwhile', ['latest'])
  const connection = await database.pool.connect()
  // As a purge that is not committed yet.
  await connection.query('begin')
  await connection.query(
    `insert into reclaim (digest, not_before) values ($1, '-infinity')
     on conflict (digest) do update set not_before = excluded.not_before`,
    [config],
  )
  await connection.query('delete from artifact where digest = $1', [digest])
  const reclaimed = reclaim(config)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await connection.query('commit')
  connection.release()
  await reclaimed
  await reclaimAll()
  expect(files.has(config)).toBe(false)
})

it('tries again later when the bytes cannot be deleted; meanwhile nobody takes them for a blob', async () => {
  const name = repo('dev/failing')
  const digest = await addBlob(name, 'cannot be deleted')
  const failing = garbage.reclaimBlob(digest, 0, () => Promise.reject(new Error('I/O error')))
  await expect(failing).rejects.toThrow('I/O error')
  expect(await metadata.findBlob(name, digest)).toBeUndefined()
  expect(await metadata.keepBlob(name, digest)).toBe(false)
  expect(await garbage.findReclaimable(0, 1000)).toContain(digest)
  await garbage.noteReclaimFailure(digest, 3600, 'I/O error')
  expect(await garbage.findReclaimable(3600, 1000)).not.toContain(digest)
})

it('never leaves a link without bytes when PostgreSQL crashes after the bytes have gone', async () => {
  const name = repo('dev/crash')
  const digest = await addBlob(name, 'deleted, then the server crashed')
  const crashing = garbage.reclaimBlob(digest, 0, async () => {
    files.delete(digest)
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'berth' and state = 'idle in transaction'`,
    )
  })
  await expect(crashing).rejects.toThrow()
  expect(await metadata.findBlob(name, digest)).toBeUndefined()
  expect(await metadata.mountBlob(repo('dev/mounter'), digest, { from: [name], fromPublic: false })).toBe(false)
  await reclaimAll()
  expect((await database.pool.query('select from blob where digest = $1', [digest])).rowCount).toBe(0)
})

it('never leaves a link without bytes, whoever uploads, mounts or pushes while it deletes', async () => {
  const name = repo('dev/race')
  for (let round = 0; round < 15; round += 1) {
    const text = `round ${round}`
    const digest = digestOf(Buffer.from(text))
    await addBlob(name, text)
    await Promise.allSettled([
      reclaim(digest),
      addBlob(repo('dev/uploader'), text),
      metadata.mountBlob(repo('dev/mounter'), digest, { from: [name], fromPublic: false }),
      pushImage(repo('dev/pusher'), text, ['latest']),
      reclaim(digest),
    ])
    const { rows } = await database.pool.query(
      `select (select count(*) from repository_blob where digest = $1) as links,
         (select count(*) from artifact_blob u join artifact a on a.id = u.artifact_id
          where u.digest = $1 and not exists (
            select from repository_blob l where l.repository_id = a.repository_id and l.digest = $1)) as broken`,
      [digest],
    )
    if (Number(rows[0]?.links) > 0) expect(files.has(digest)).toBe(true)
    expect(rows[0]?.broken).toBe('0')
  }
})
