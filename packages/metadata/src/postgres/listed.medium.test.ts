import { mediaTypes, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { afterAll, afterEach, expect, it } from 'vitest'
import { descriptor, imageOf, indexOf, platform } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { restoreArtifact } from './restore.js'
import { createTag } from './tags.js'

const WEEK = 604_800
const postgres = await openPostgres()
const { database, db, garbage, metadata, repository, addBlob, push, pushImage } = postgres

afterAll(() => postgres[Symbol.asyncDispose]())

const pushIndex = (children: Digest[], tags: string[] = [], sparse = false) =>
  push(repository, Buffer.from(JSON.stringify(indexOf(children))), tags, mediaTypes.ociIndex, undefined, sparse)

async function pushReferrer(subject: Digest, text: string, tags: string[] = []): Promise<Digest> {
  const config = await addBlob(repository, text)
  const manifest = { ...imageOf(config, text.length), subject: descriptor(subject) }
  return push(repository, Buffer.from(JSON.stringify(manifest)), tags)
}

async function isListed(digest: Digest): Promise<boolean> {
  const { rows } = await database.pool.query<{ is_listed: boolean }>(
    'select is_listed from artifact where digest = $1',
    [digest],
  )
  return rows[0]?.is_listed ?? false
}

/** What is kept is what counting and looking would give, whatever a test has done. */
afterEach(async () => {
  const { rows } = await database.pool.query(`
    select a.digest, a.is_listed, a.is_tagged, a.is_accessory from artifact a where a.is_tagged <> (a.id in (select artifact_id from tag))
      or a.is_tagged and a.is_accessory <> (a.id not in (select artifact_id from tag where name !~ '[.](sig|att|sbom)$')) or a.is_listed <> (a.deleted_at is null and (
      a.id in (select artifact_id from tag) or (a.subject_digest is null and a.digest not in (
        select f.child_digest from artifact_reference f join artifact p on p.id = f.parent_id where p.deleted_at is null))))`)
  expect(rows).toEqual([])
  const counts = await database.pool.query(`
    select r.artifact_count, r.listed_count, r.tag_count,
      (select count(*)::int from artifact a where a.repository_id = r.id and a.deleted_at is null) as artifacts,
      (select count(*)::int from artifact a where a.repository_id = r.id and a.is_listed and not a.is_accessory) as listed,
      (select count(*)::int from tag t where t.repository_id = r.id) as tags
    from repository r`)
  for (const row of counts.rows) {
    const { artifact_count, listed_count, tag_count, artifacts, listed, tags } = row
    expect({ artifact_count, listed_count, tag_count }).toEqual({
      artifact_count: artifacts,
      listed_count: listed,
      tag_count: tags,
    })
  }
  const sizes = await database.pool.query(
    'select t.name from tag t join artifact a on a.id = t.artifact_id where t.size <> a.total_size',
  )
  expect(sizes.rows).toEqual([])
  const storage = await database.pool.query(`
    select bytes + (select coalesce(sum(bytes), 0) from storage_delta) as kept, (select coalesce(sum(size), 0) from blob) as stored
    from storage`)
  expect(storage.rows[0]?.kept).toBe(storage.rows[0]?.stored)
})

it('lists an image until an index holds it, and again once the index has gone', async () => {
  const child = (await pushImage(repository, 'child', [])).digest
  expect(await isListed(child)).toBe(true)
  const index = await pushIndex([child], ['multi'])
  expect(await isListed(child)).toBe(false)
  await metadata.deleteManifest(repository, index, platform)
  expect(await isListed(child)).toBe(true)
  await db.transaction((transaction) => restoreArtifact(transaction, repository, index, platform, WEEK))
  expect(await isListed(child)).toBe(false)
})

it('lists a child and a signature only while they have a tag of their own', async () => {
  const child = (await pushImage(repository, 'tagged child', [])).digest
  await pushIndex([child])
  const signature = await pushReferrer(child, 'signature', ['sha256-abc.sig'])
  expect(await isListed(signature)).toBe(true)
  await db.transaction((transaction) => createTag(transaction, repository, child, parseTag('amd64'), platform))
  expect(await isListed(child)).toBe(true)
  // A tag that moves away takes the place in the list along.
  await pushImage(repository, 'takes the tag', ['amd64'])
  expect(await isListed(child)).toBe(false)
  await metadata.deleteTag(repository, parseTag('sha256-abc.sig'), platform)
  expect(await isListed(signature)).toBe(false)
})

it('keeps what only tags of something else name for an accessory, and counts it with that', async () => {
  const { digest } = await pushImage(repository, 'signed', ['signed'])
  const listed = async () =>
    (
      await database.pool.query<{ listed_count: number; is_accessory: boolean }>(
        `select r.listed_count, a.is_accessory from repository r join artifact a on a.repository_id = r.id
         where r.name = $1 and a.digest = $2`,
        [repository, signature],
      )
    ).rows[0]
  const name = (ending: string) => parseTag(`${digest.replace(':', '-')}.${ending}`)
  const before = (await database.pool.query('select listed_count from repository where name = $1', [repository])).rows
  const count: number = before[0]?.listed_count
  const signature = (await pushImage(repository, 'its signature', [name('sig')])).digest
  expect(await listed()).toEqual({ listed_count: count, is_accessory: true })
  await db.transaction((transaction) => createTag(transaction, repository, signature, name('att'), platform))
  expect(await listed()).toEqual({ listed_count: count, is_accessory: true })
  await db.transaction((transaction) => createTag(transaction, repository, signature, parseTag('kept'), platform))
  expect(await listed()).toEqual({ listed_count: count + 1, is_accessory: false })
  await metadata.deleteTag(repository, parseTag('kept'), platform)
  expect(await listed()).toEqual({ listed_count: count, is_accessory: true })
  // Signing again moves the tag, as cosign does.
  await pushImage(repository, 'its second signature', [name('sig'), name('att')])
  expect(await listed()).toEqual({ listed_count: count, is_accessory: true })
})

it('lists a child that comes after its sparse index as one of it', async () => {
  const later = Buffer.from(JSON.stringify(imageOf(await addBlob(repository, 'comes later'), 11)))
  const { digestOf } = await import('@berth/oci')
  await pushIndex([digestOf(later)], ['sparse'], true)
  await push(repository, later, [])
  expect(await isListed(digestOf(later))).toBe(false)
})

it('keeps its counts while an untagged index goes, and comes back by a push', async () => {
  const child = (await pushImage(repository, 'of untagged', [])).digest
  const index = await pushIndex([child])
  await database.pool.query(`update artifact set pushed_at = now() - interval '2 days' where digest = $1`, [index])
  await garbage.deleteUntagged(WEEK, '0', 100, platform)
  expect(await isListed(child)).toBe(true)
  expect(await pushIndex([child], ['again', 'and-again'])).toBe(index)
  expect(await isListed(child)).toBe(false)
  expect(await isListed(index)).toBe(true)
})

it('keeps its counts while many bring the same new tag, or the same new image, at once', async () => {
  const texts = ['n1', 'n2', 'n3', 'n4', 'n5']
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(texts.map((text) => pushImage(repository, `${text} of ${round}`, [`new-${round}`, 'newest'])))
    await Promise.all(texts.map((text) => pushImage(repository, `same ${round}`, [`same-${text}-${round}`])))
  }
  const events = await database.pool.query(
    `select action, count(*)::int from tag_event where tag like 'new-%' group by action order by action`,
  )
  expect(events.rows).toEqual([
    { action: 'move', count: 20 },
    { action: 'push', count: 5 },
  ])
})

it('moves a tag that somebody else brings while a push brings it, too', async () => {
  const first = (await pushImage(repository, 'has the tag first', ['first'])).digest
  const other = await database.pool.connect()
  await other.query('begin')
  await other.query(
    `with added as (
       insert into tag (repository_id, name, sort_key, artifact_id, size)
       select repository_id, 'contested', 'contested', id, total_size from artifact where digest = $1 returning repository_id
     ) update repository set tag_count = tag_count + 1 from added where id = added.repository_id`,
    [first],
  )
  const pushed = pushImage(repository, 'has the tag then', ['contested'])
  await expect
    .poll(async () => {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      return (await database.pool.query(waiting)).rowCount
    })
    .toBe(1)
  await other.query('commit')
  other.release()
  const { digest } = await pushed
  expect((await metadata.findManifest(repository, { tag: parseTag('contested') }))?.digest).toBe(digest)
})

it('keeps its counts while pushes, moves and deletions of the same things race each other', async () => {
  const name: RepositoryName = repository
  const children = await Promise.all(['r1', 'r2', 'r3'].map(async (text) => (await pushImage(name, text, [])).digest))
  const lastChild = children[2] ?? expect.fail()
  const race = async (round: number) => {
    await Promise.all([
      pushIndex(children, [`race-${round % 3}`]),
      pushIndex(children.slice(0, 2), [`race-${round % 3}`, 'race']),
      pushImage(name, 'r1', round % 2 === 0 ? ['race'] : []),
      pushImage(name, 'r2', [`race-${round % 3}`]),
      metadata.deleteTag(name, parseTag('race'), platform),
      db.transaction((transaction) => createTag(transaction, name, lastChild, parseTag('race'), platform)),
    ])
  }
  for (let round = 0; round < 10; round += 1) await race(round)
})
