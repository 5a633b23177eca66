import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '@berth/database'
import { digestOf, parseRepositoryName, parseTag, type Digest } from '@berth/oci'
import { createTestDatabase, insertProject } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill, user } from '../testing/fill.js'
import { deleteManifest, deleteRepository } from './delete.js'
import { PostgresMetadata } from './postgres-metadata.js'
import { createTag } from './tags.js'

const database = await createTestDatabase()
const db = new Database(database.settings)
const metadata = new PostgresMetadata(db)
const none = { from: [], fromPublic: false }

beforeAll(async () => {
  for (const name of ['dev', 'other', 'full', 'open', 'gone', 'exact', 'shared']) {
    await insertProject(database.pool, { name, public: name === 'open' })
  }
  await limit('full', 100)
})
afterAll(async () => {
  await metadata.close()
  await db.close()
  await database[Symbol.asyncDispose]()
})

const limit = (project: string, bytes: number) =>
  database.pool.query('update quota set hard_bytes = $2 where project_id = (select id from project where name = $1)', [
    project,
    bytes,
  ])
const inProject = (project: string) => fill({ metadata, project, publish: async () => {} })
const repo = parseRepositoryName

async function row<Row>(text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await database.pool.query(text, values)
  const [first]: Row[] = rows
  if (!first) throw new Error('no row')
  return first
}

async function usedBytes(project: string): Promise<number> {
  const { sum } = await row<{ sum: string | null }>(
    'select sum(bytes) from quota_delta d join project p on p.id = d.project_id where p.name = $1',
    [project],
  )
  return Number(sum ?? 0)
}

async function events(
  repository: string,
): Promise<{ type: string; payload: Record<string, unknown>; actor: string }[]> {
  const { rows } = await database.pool.query(
    'select type, payload, actor_name as actor from event where repository = $1 order by id',
    [repository],
  )
  return rows
}

describe('repositories', () => {
  it('are made on the first upload, once, and counted', async () => {
    const name = repo('dev/made/at/once')
    const upload = (at: number) => ({ repository: name, digest: digestOf(Buffer.from(`made ${at}`)), size: 1 })
    await Promise.all(Array.from({ length: 8 }, (_, at) => metadata.commitUpload(upload(at), async () => {})))
    const { count, repo_count } = await row<{ count: string; repo_count: number }>(
      `select count(r.*), p.repo_count from project p join repository r on r.project_id = p.id where p.name = 'dev' group by p.id`,
    )
    expect(repo_count).toBe(Number(count))
  })

  it('need a project, and a name below it', async () => {
    const upload = (name: string) => ({ repository: repo(name), digest: digestOf(Buffer.from('none')), size: 4 })
    for (const begin of [
      (name: string) => metadata.admitUpload(repo(name)),
      (name: string) => metadata.commitUpload(upload(name), () => Promise.reject(new Error('published'))),
    ]) {
      await expect(begin('nowhere/app')).rejects.toMatchObject({ code: 'NAME_UNKNOWN' })
      await expect(begin('dev')).rejects.toMatchObject({ code: 'NAME_INVALID' })
    }
  })

  it('go with all they hold, and leave their blobs to reclaim', async () => {
    const { pushImage, addBlob } = inProject('gone')
    const name = repo('gone/app')
    await addBlob(name, 'unused')
    await pushImage(name, 'config', ['latest'])
    const remove = () => db.transaction((transaction) => deleteRepository(transaction, name, user('alice')))
    expect(await remove()).toBe(true)
    expect(await remove()).toBe(false)
    expect(await usedBytes('gone')).toBe(0)
    expect(await metadata.findBlob(name, digestOf(Buffer.from('unused')))).toBeUndefined()
    expect((await events(name)).map((event) => event.type)).toEqual(['artifact.pushed', 'repository.deleted'])
    expect(await row(`select repo_count from project where name = 'gone'`)).toEqual({ repo_count: 0 })
  })
})

describe('tags', () => {
  it('keep their history, and tell of each push and delete', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/history')
    const first = await pushImage(name, 'one', ['latest'])
    await pushImage(name, 'one', ['latest'])
    const second = await pushImage(name, 'two', ['latest'])
    expect(await metadata.deleteTag(name, parseTag('latest'), user('bob'))).toBe(true)
    const { rows } = await database.pool.query(
      `select action, from_digest, to_digest, e.actor from tag_event e join repository r on r.id = repository_id
       where r.name = $1 order by e.id`,
      [name],
    )
    expect(rows).toEqual([
      { action: 'push', from_digest: null, to_digest: first.digest, actor: null },
      { action: 'move', from_digest: first.digest, to_digest: second.digest, actor: null },
      { action: 'delete', from_digest: second.digest, to_digest: null, actor: 'bob' },
    ])
    expect(await events(name)).toMatchObject([
      { type: 'artifact.pushed', payload: { created: true, tags: ['latest'], replaced: {} } },
      { type: 'artifact.pushed', payload: { created: false, replaced: {} } },
      { type: 'artifact.pushed', payload: { created: true, replaced: { latest: first.digest } } },
      { type: 'tag.deleted', payload: { tag: 'latest', digest: second.digest }, actor: 'bob' },
    ])
  })

  it('are added to an artifact that is there', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/retag')
    const { digest } = await pushImage(name, 'one', ['v1'])
    const add = (digest: Digest) =>
      db.transaction((transaction) => createTag(transaction, name, digest, parseTag('stable'), user('alice')))
    expect(await add(digestOf(Buffer.from('none')))).toBe('no artifact')
    expect(await add(digest)).toBe('created')
    expect(await add(digest)).toBe('taken')
    expect(await metadata.findManifest(name, { tag: parseTag('stable') })).toMatchObject({ digest })
    const told = (await events(name)).filter(({ type }) => type.startsWith('tag.'))
    expect(told).toMatchObject([{ type: 'tag.created', payload: { tag: 'stable', digest }, actor: 'alice' }])
  })

  it('end where the last of many pushes at once put them, whatever order they took', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/race')
    const texts = Array.from({ length: 12 }, (_, index) => `image ${index}`)
    const pushed = await Promise.all(texts.map((text) => pushImage(name, text, ['a', 'b', 'latest'])))
    const found = await metadata.findManifest(name, { tag: parseTag('latest') })
    expect(pushed.map((image) => image.digest)).toContain(found?.digest)
    const { artifact_count } = await row<{ artifact_count: number }>(
      'select artifact_count from repository where name = $1',
      [name],
    )
    expect(artifact_count).toBe(12)
  })

  it('are moved at once, one by one and several together, without waiting in a circle', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/circle')
    const deadlocks = async () => {
      // A session reports what it has counted at most once a second.
      await sleep(1_100)
      await metadata.check()
      return row('select deadlocks from pg_stat_database where datname = current_database()')
    }
    const images = ['one', 'two', 'three', 'four']
    for (const image of images) await pushImage(name, image, ['a', 'b', 'c'])
    const before = await deadlocks()
    const groups = [['a'], ['b', 'a'], ['b'], ['c', 'a', 'b'], ['c'], ['a', 'c']]
    for (let round = 0; round < 10; round += 1)
      await Promise.all(groups.flatMap((tags) => images.map((image) => pushImage(name, image, tags))))
    expect(await deadlocks()).toEqual(before)
  })
})

describe('artifacts', () => {
  it('are counted once when the same is pushed many times at once', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/same')
    await Promise.all(Array.from({ length: 8 }, () => pushImage(name, 'same', ['latest'])))
    expect(await row('select artifact_count from repository where name = $1', [name])).toEqual({ artifact_count: 1 })
  })

  it('come back when they are pushed again after their deletion', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/revived')
    const { digest } = await pushImage(name, 'config', ['v1', 'v2'])
    expect(await metadata.deleteManifest(name, digest, user('bob'))).toBe(true)
    expect(await metadata.deleteManifest(name, digest, user('bob'))).toBe(false)
    expect(await metadata.findManifest(name, { digest })).toBeUndefined()
    expect(await metadata.listTags(name, { limit: 10 })).toEqual([])
    const deleted = (await events(name)).at(-1)
    expect(deleted).toMatchObject({ type: 'artifact.deleted', payload: { digest, tags: ['v1', 'v2'] }, actor: 'bob' })
    await pushImage(name, 'config', ['v1'])
    expect(await metadata.findManifest(name, { digest })).toMatchObject({ digest })
    expect(await row('select artifact_count from repository where name = $1', [name])).toEqual({ artifact_count: 1 })
  })

  it('hold whatever text a client thinks of', async () => {
    const { addBlob, push } = inProject('dev')
    const name = repo('dev/strange')
    const config = await addBlob(name, '{}')
    const manifest = {
      schemaVersion: 2,
      artifactType: 'a\0\ud800/b',
      config: { mediaType: 'x/y', digest: config, size: 2 },
      layers: ['a', 'b'].map((text) => ({
        mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar',
        digest: digestOf(Buffer.from(text)),
        size: Number.MAX_SAFE_INTEGER,
      })),
      annotations: { 'k\0': 'v\0', name: '泊位' },
    }
    const bytes = Buffer.from(JSON.stringify(manifest))
    const digest = await push(name, bytes, ['v1'])
    const found = await metadata.findManifest(name, { digest })
    expect(found && (await metadata.manifestBody(found))?.equals(bytes)).toBe(true)
  })
})

describe('quota', () => {
  it('charges a project once for a blob that several of its repositories link', async () => {
    const { addBlob } = inProject('other')
    const names = ['other/a', 'other/b', 'other/c'].map(repo)
    const digest = digestOf(Buffer.from('twenty bytes of data'))
    await Promise.all(names.map((name) => addBlob(name, 'twenty bytes of data')))
    expect(await usedBytes('other')).toBe(20)
    for (const name of names) await metadata.unlinkBlob(name, digest)
    expect(await usedBytes('other')).toBe(0)
  })

  it('refuses what goes beyond the limit, and nothing of it stays', async () => {
    const { addBlob } = inProject('full')
    const name = repo('full/app')
    await addBlob(name, 'x'.repeat(60))
    await expect(addBlob(name, 'y'.repeat(60))).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
    expect(await metadata.findBlob(name, digestOf(Buffer.from('y'.repeat(60))))).toBeUndefined()
    expect(await usedBytes('full')).toBe(60)
    // What it has already, it may push and mount again.
    await addBlob(repo('full/again'), 'x'.repeat(60))
    const digest = digestOf(Buffer.from('x'.repeat(60)))
    expect(await metadata.mountBlob(repo('full/more'), digest, { from: [name], fromPublic: false })).toBe(true)
    await inProject('open').addBlob(repo('open/large'), 'v'.repeat(60))
    const source = { from: [], fromPublic: true }
    const large = digestOf(Buffer.from('v'.repeat(60)))
    await expect(metadata.mountBlob(name, large, source)).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
    expect(await metadata.findBlob(name, large)).toBeUndefined()
    expect(await usedBytes('full')).toBe(60)
  })

  it('is full to the last byte, and takes none more', async () => {
    const { addBlob } = inProject('exact')
    const name = repo('exact/app')
    await limit('exact', 100)
    await addBlob(name, 'x'.repeat(60))
    await expect(addBlob(name, 'y'.repeat(41))).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
    await addBlob(name, 'y'.repeat(40))
    await expect(addBlob(name, 'z')).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
    await limit('exact', 101)
    await addBlob(name, 'z')
    expect(await usedBytes('exact')).toBe(101)
  })

  it('is given back with a repository what no other of the project holds, and the rest with the last of them', async () => {
    const { addBlob } = inProject('shared')
    const [one, two] = [repo('shared/one'), repo('shared/two')]
    for (const name of [one, two]) await addBlob(name, 'held by both repositories')
    await addBlob(one, 'held by the first')
    await inProject('other').addBlob(repo('other/holder'), 'held by the first')
    expect(await usedBytes('shared')).toBe(25 + 17)
    const remove = (name: typeof one) =>
      db.transaction((transaction) => deleteRepository(transaction, name, user('alice')))
    expect(await remove(one)).toBe(true)
    expect(await usedBytes('shared')).toBe(25)
    expect(await remove(two)).toBe(true)
    expect(await usedBytes('shared')).toBe(0)
  })

  it('limits no project but its own', async () => {
    await inProject('full').addBlob(repo('full/app'), 'x'.repeat(60))
    await inProject('other').addBlob(repo('other/roomy'), 'z'.repeat(60))
    expect(await metadata.findBlob(repo('other/roomy'), digestOf(Buffer.from('z'.repeat(60))))).toMatchObject({
      size: 60,
    })
  })
})

describe('mounts', () => {
  it('take a blob from a named source, or from any public project, and from nowhere else', async () => {
    const [target, digest] = [repo('dev/mounted'), digestOf(Buffer.from('private'))]
    await inProject('other').addBlob(repo('other/source'), 'private')
    await inProject('open').addBlob(repo('open/source'), 'public')
    expect(await metadata.mountBlob(target, digest, none)).toBe(false)
    expect(await metadata.mountBlob(target, digest, { from: [repo('other/elsewhere')], fromPublic: true })).toBe(false)
    expect(await metadata.mountBlob(target, digest, { from: [repo('other/source')], fromPublic: false })).toBe(true)
    const published = digestOf(Buffer.from('public'))
    expect(await metadata.mountBlob(target, published, { from: [], fromPublic: true })).toBe(true)
    expect(await metadata.findBlob(target, published)).toMatchObject({ size: 6 })
  })
})

describe('an artifact that may be part of an index', () => {
  it('waits for the index that is being pushed, and then stays', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/part')
    const { digest } = await pushImage(name, 'child', ['v1'])
    const { id } = await row<{ id: string }>('select id from artifact where digest = $1', [digest])
    const remove = () => db.transaction((transaction) => deleteManifest(transaction, name, digest, user('alice')))
    await using stack = new AsyncDisposableStack()
    const pushing = stack.adopt(await database.pool.connect(), (client) => client.release())
    await pushing.query('begin')
    await pushing.query('select from repository where name = $1 for no key update', [name])
    const refused = expect(remove()).rejects.toMatchObject({ reason: 'ARTIFACT_REFERENCED' })
    await sleep(100)
    await pushing.query(
      `with parent as (
         insert into artifact (repository_id, digest, kind, media_type, manifest, total_size)
         select repository_id, 'sha256:parent', 'index', 'm/m', '', 0 from artifact where id = $1 returning id, repository_id)
       insert into artifact_reference (parent_id, position, child_digest, repository_id) select id, 1, $2, repository_id from parent`,
      [id, digest],
    )
    await pushing.query('commit')
    await refused
    await database.pool.query(`delete from artifact where digest = 'sha256:parent'`)
    expect(await remove()).toBe(true)
    expect(await remove()).toBe(false)
  })
})

describe('pulls', () => {
  it('are counted for artifact, tag and repository', async () => {
    const { pushImage } = inProject('dev')
    const name = repo('dev/pulled')
    const { digest } = await pushImage(name, 'one', ['v1', 'v2'])
    const counting = new PostgresMetadata(db)
    const byTag = await counting.findManifest(name, { tag: parseTag('v1') })
    const byDigest = await counting.findManifest(name, { digest })
    if (!byTag || !byDigest) throw new Error('not found')
    for (const manifest of [byTag, byTag, byDigest]) counting.countPull(manifest)
    await counting.close()
    const counts = await row(
      `select r.pull_count as repository, a.pull_count as artifact, a.pulled_at is not null as pulled,
         array(select t.name || t.pull_count from tag t where t.repository_id = r.id order by 1) as tags
       from repository r join artifact a on a.repository_id = r.id where r.name = $1`,
      [name],
    )
    expect(counts).toEqual({ repository: '3', artifact: '3', pulled: true, tags: ['v13', 'v21'] })
  })
})
