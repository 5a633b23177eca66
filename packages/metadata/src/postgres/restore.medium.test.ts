import { setTimeout as wait } from 'node:timers/promises'
import { digestOf, mediaTypes, parseRepositoryName, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { afterAll, describe, expect, it } from 'vitest'
import { imageOf, indexOf, user } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { restoreArtifact, restoreTag } from './restore.js'

const WEEK = 604_800
const postgres = await openPostgres()
const { database, db, garbage, metadata, files, addBlob, push, pushImage } = postgres

afterAll(() => postgres[Symbol.asyncDispose]())

const repo = parseRepositoryName
const [v1, v2, latest] = ['v1', 'v2', 'latest'].map(parseTag) as [never, never, never]
const remove = (name: RepositoryName, digest: Digest) => metadata.deleteManifest(name, digest, user('bob'))
const restore = (name: RepositoryName, digest: Digest, grace = WEEK) =>
  db.transaction((transaction) => restoreArtifact(transaction, name, digest, user('alice'), grace))
const restoreOne = (name: RepositoryName, tag: string, grace = WEEK) =>
  db.transaction((transaction) => restoreTag(transaction, name, parseTag(tag), user('alice'), grace))
const restored = (digest: Digest, tags: string[] = []) => ({
  outcome: 'restored',
  digest,
  tags,
  takenTags: [],
  missing: [],
})

async function reclaimAll(grace = 0): Promise<void> {
  await garbage.purgeExpiredArtifacts(grace, 100)
  for (const digest of await garbage.findReclaimable(grace, 1000)) {
    await garbage.reclaimBlob(digest, grace, async () => void files.delete(digest))
  }
}

async function rows(text: string, name: RepositoryName): Promise<Record<string, unknown>[]> {
  return (await database.pool.query(text, [name])).rows
}

const countOf = async (name: RepositoryName) =>
  (await rows('select artifact_count from repository where name = $1', name))[0]?.['artifact_count']

const lastEvents = (name: RepositoryName, limit: number) =>
  rows(
    `select type, payload - 'media_type' as payload, actor_name as actor from event
     where repository = $1 order by id desc limit ${limit}`,
    name,
  )

describe('artifacts', () => {
  it('come back as they were, with the tags that went with them', async () => {
    const name = repo('dev/back')
    const { digest, bytes } = await pushImage(name, 'back', ['v1', 'latest'])
    const before = await rows('select sum(bytes) from quota_delta where $1::text is not null', name)
    await remove(name, digest)
    expect(await restore(name, digest)).toEqual(restored(digest, ['latest', 'v1']))
    await reclaimAll()

    const found = await metadata.findManifest(name, { tag: latest })
    expect(found && (await metadata.manifestBody(found))?.equals(bytes)).toBe(true)
    expect(await metadata.listTags(name, { limit: 10 })).toEqual(['latest', 'v1'])
    expect(await countOf(name)).toBe(1)
    expect(await rows('select sum(bytes) from quota_delta where $1::text is not null', name)).toEqual(before)
    expect(await lastEvents(name, 1)).toEqual([
      { type: 'artifact.restored', payload: { digest, tags: ['latest', 'v1'] }, actor: 'alice' },
    ])
    const history = await rows(
      `select tag, action, to_digest, e.actor from tag_event e join repository r on r.id = repository_id
       where r.name = $1 and action = 'restore' order by tag`,
      name,
    )
    expect(history).toEqual([
      { tag: 'latest', action: 'restore', to_digest: digest, actor: 'alice' },
      { tag: 'v1', action: 'restore', to_digest: digest, actor: 'alice' },
    ])
  })

  it('come back with tags that were pushed when they were pushed, not when they came back', async () => {
    const name = repo('dev/push-time')
    const { digest } = await pushImage(name, 'push time', ['v1', 'v2'])
    const pushed = () =>
      rows(
        'select t.name, t.pushed_at from tag t join repository r on r.id = repository_id where r.name = $1 order by 1',
        name,
      )
    const before = await pushed()
    await metadata.deleteTag(name, v1, user('bob'))
    await restoreOne(name, 'v1')
    expect(await pushed()).toEqual(before)
    await remove(name, digest)
    await restore(name, digest)
    expect(await pushed()).toEqual(before)
  })

  it('come back without a tag that had been deleted before them', async () => {
    const name = repo('dev/tag-first')
    const { digest } = await pushImage(name, 'tag first', ['v1', 'v2'])
    await metadata.deleteTag(name, v1, user('bob'))
    await remove(name, digest)
    expect(await restore(name, digest)).toEqual(restored(digest, ['v2']))
  })

  it('leave a tag where it was pushed meanwhile', async () => {
    const name = repo('dev/taken')
    const old = await pushImage(name, 'old', ['latest', 'v1'])
    await remove(name, old.digest)
    const young = await pushImage(name, 'young', ['latest'])
    expect(await restore(name, old.digest)).toEqual({ ...restored(old.digest, ['v1']), takenTags: ['latest'] })
    expect(await metadata.findManifest(name, { tag: latest })).toMatchObject({ digest: young.digest })
  })

  it('are not brought back twice, nor when they were never deleted, nor when their time is over', async () => {
    const name = repo('dev/gone')
    const { digest } = await pushImage(name, 'gone', ['v1'])
    expect(await restore(name, digest)).toEqual({ outcome: 'gone' })
    expect(await restore(name, digestOf(Buffer.from('never')))).toEqual({ outcome: 'gone' })
    expect(await restore(repo('dev/nowhere'), digest)).toEqual({ outcome: 'gone' })
    await remove(name, digest)
    expect(await restore(name, digest, 0)).toEqual({ outcome: 'gone' })
    expect(await restoreOne(name, 'v1', 0)).toEqual({ outcome: 'gone' })
    const [first, second] = await Promise.all([restore(name, digest), restore(name, digest)])
    expect([first.outcome, second.outcome].sort()).toEqual(['gone', 'restored'])
    expect(await countOf(name)).toBe(1)

    await remove(name, digest)
    await reclaimAll()
    expect(await restore(name, digest)).toEqual({ outcome: 'gone' })
    expect(await restoreOne(name, 'v1')).toEqual({ outcome: 'gone' })
    expect(await rows('select from tag t join repository r on r.id = t.repository_id where r.name = $1', name)).toEqual(
      [],
    )
  })

  it('stay deleted while a blob that they need is gone, and say which; a push of it helps', async () => {
    const name = repo('dev/incomplete')
    const { digest, config } = await pushImage(name, 'incomplete', ['v1'])
    await remove(name, digest)
    await metadata.unlinkBlob(name, config)
    expect(await restore(name, digest)).toEqual({ outcome: 'incomplete', missing: [config] })
    expect(await restoreOne(name, 'v1')).toEqual({ outcome: 'incomplete', missing: [config] })
    expect(await metadata.findManifest(name, { digest })).toBeUndefined()
    expect(await metadata.listTags(name, { limit: 10 })).toEqual([])
    await addBlob(name, 'incomplete')
    expect(await restore(name, digest)).toEqual(restored(digest, ['v1']))
  })

  it('need no layer that the repository never held', async () => {
    const name = repo('dev/foreign')
    const config = await addBlob(name, 'config')
    const elsewhere = {
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      digest: digestOf(Buffer.from('elsewhere')),
      size: 9,
      urls: ['https://example.com/layer'],
    }
    const manifest = { ...imageOf(config, 6), layers: [elsewhere] }
    const digest = await push(name, Buffer.from(JSON.stringify(manifest)), ['v1'])
    await remove(name, digest)
    expect(await restore(name, digest)).toEqual(restored(digest, ['v1']))
  })
})

describe('indexes', () => {
  const pushIndex = async (name: RepositoryName, text: string, tags: string[]) => {
    const children = [await pushImage(name, `${text} amd64`, []), await pushImage(name, `${text} arm64`, ['arm64'])]
    const [one, two] = children.map((child) => child.digest) as [Digest, Digest]
    const bytes = Buffer.from(JSON.stringify(indexOf([one, two])))
    return { one, two, digest: await push(name, bytes, tags, mediaTypes.ociIndex) }
  }

  it('bring back the manifests that they are made of, at any depth', async () => {
    const name = repo('dev/index')
    const { one, two, digest } = await pushIndex(name, 'index', [])
    const outer = await push(name, Buffer.from(JSON.stringify(indexOf([digest]))), ['v1'], mediaTypes.ociIndex)
    for (const each of [outer, digest, one, two]) await remove(name, each)
    expect(await countOf(name)).toBe(0)
    expect(await restore(name, outer)).toEqual(restored(outer, ['v1']))
    expect(await countOf(name)).toBe(4)
    for (const each of [outer, digest, one, two]) {
      expect(await metadata.findManifest(name, { digest: each })).toBeDefined()
    }
    expect(await metadata.listTags(name, { limit: 10 })).toEqual(['v1'])
    expect(await restoreOne(name, 'arm64')).toEqual(restored(two, ['arm64']))
  })

  it('say which of them are gone for good', async () => {
    const name = repo('dev/half-index')
    const { one, digest } = await pushIndex(name, 'half index', ['v1'])
    await remove(name, digest)
    await remove(name, one)
    await database.pool.query(`update artifact set deleted_at = deleted_at - interval '1 day' where digest = $1`, [one])
    await garbage.purgeExpiredArtifacts(80_000, 100)
    expect(await restore(name, digest)).toEqual({ ...restored(digest, ['v1']), missing: [one] })
  })

  it('stay deleted where a child lacks a blob', async () => {
    const name = repo('dev/broken-index')
    const { one, digest } = await pushIndex(name, 'broken index', ['v1'])
    await remove(name, digest)
    await remove(name, one)
    const config = digestOf(Buffer.from('broken index amd64'))
    await metadata.unlinkBlob(name, config)
    expect(await restore(name, digest)).toEqual({ outcome: 'incomplete', missing: [config] })
    expect(await metadata.findManifest(name, { digest: one })).toBeUndefined()
  })
})

describe('tags', () => {
  it('come back where they were deleted, and can be deleted and brought back again', async () => {
    const name = repo('dev/tags')
    const { digest } = await pushImage(name, 'tags', ['v1', 'v2'])
    for (let round = 0; round < 2; round += 1) {
      await metadata.deleteTag(name, v1, user('bob'))
      expect(await restoreOne(name, 'v1')).toEqual(restored(digest, ['v1']))
    }
    expect(await countOf(name)).toBe(1)
    expect(await lastEvents(name, 1)).toEqual([
      { type: 'tag.restored', payload: { digest, tag: 'v1' }, actor: 'alice' },
    ])
    expect(await restoreOne(name, 'v3')).toEqual({ outcome: 'gone' })
  })

  it('bring their artifact back, and no other tag of it', async () => {
    const name = repo('dev/tag-and-artifact')
    const { digest } = await pushImage(name, 'both', ['v1', 'v2'])
    await remove(name, digest)
    expect(await restoreOne(name, 'v2')).toEqual(restored(digest, ['v2']))
    expect(await metadata.findManifest(name, { tag: v2 })).toMatchObject({ digest })
    expect(await metadata.listTags(name, { limit: 10 })).toEqual(['v2'])
    expect(await restoreOne(name, 'v1')).toEqual(restored(digest, ['v1']))
  })

  it('are not taken from what they name by now', async () => {
    const name = repo('dev/tag-taken')
    await pushImage(name, 'old', ['v1', 'v2'])
    await metadata.deleteTag(name, v1, user('bob'))
    const young = await pushImage(name, 'young', ['v1'])
    expect(await restoreOne(name, 'v1')).toEqual({ outcome: 'taken' })
    expect(await metadata.findManifest(name, { tag: v1 })).toMatchObject({ digest: young.digest })
  })

  it('belong to whoever is faster when pushed and brought back at once, and are never lost', async () => {
    const name = repo('dev/tag-race')
    for (let round = 0; round < 10; round += 1) {
      const old = await pushImage(name, `old ${round}`, ['v1'])
      await metadata.deleteTag(name, v1, user('bob'))
      const [outcome, young] = await Promise.all([
        restoreOne(name, 'v1'),
        pushImage(name, `young ${round}`, ['v1']),
        ...(round % 2 ? [remove(name, old.digest)] : []),
      ])
      expect(['restored', 'taken']).toContain(outcome.outcome)
      expect(await metadata.findManifest(name, { tag: v1 })).toMatchObject({ digest: young.digest })
    }
  })
})

describe('races', () => {
  /** Artifacts that are there but lack a link, or a file. */
  async function broken(name: RepositoryName): Promise<unknown[]> {
    const used = await rows(
      `select u.digest, l.digest is not null as linked from artifact a join repository r on r.id = a.repository_id
       join artifact_blob u on u.artifact_id = a.id
       left join repository_blob l on l.repository_id = r.id and l.digest = u.digest
       where r.name = $1 and a.deleted_at is null`,
      name,
    )
    return used.filter(({ digest, linked }) => linked !== true || !files.has(digest as Digest))
  }

  it('with reclaim never leave an artifact whose blobs are gone', async () => {
    const name = repo('dev/reclaimed')
    const outcomes = new Set<string>()
    for (let round = 0; round < 44; round += 1) {
      const { digest } = await pushImage(name, `round ${round}`, ['v1'])
      await remove(name, digest)
      // From well before reclaim to well after it.
      const lead = ((round % 11) - 5) * 4
      const bring = async () => {
        await wait(Math.max(0, -lead))
        return round % 2 ? restore(name, digest) : restoreOne(name, 'v1')
      }
      const take = async () => {
        await wait(Math.max(0, lead))
        await reclaimAll()
      }
      const [{ outcome }] = await Promise.all([bring(), take(), take()])
      outcomes.add(outcome)
      await reclaimAll()
      expect(await broken(name)).toEqual([])
      const there = (await metadata.findManifest(name, { tag: v1 })) !== undefined
      expect(there).toBe(outcome === 'restored')
      expect(await countOf(name)).toBe(there ? 1 : 0)
      await remove(name, digest)
    }
    expect(outcomes).toEqual(new Set(['restored', 'gone']))
  })

  it('with a deletion of its blobs never leave an artifact without them', async () => {
    const race = async (name: RepositoryName) => {
      const { digest, config } = await pushImage(name, name, ['v1'])
      await remove(name, digest)
      const [outcome] = await Promise.allSettled([restore(name, digest), metadata.unlinkBlob(name, config)])
      expect(outcome.status).toBe('fulfilled')
      expect(await broken(name)).toEqual([])
    }
    // Side by side, for each deletion of a blob waits for what a proxy may still answer.
    for (let round = 0; round < 10; round += 1)
      await Promise.all([1, 2, 3, 4].map((one) => race(repo(`dev/unlinked-${round}-${one}`))))
  })

  it('with a push of the same manifest count it once', async () => {
    const name = repo('dev/pushed')
    for (let round = 0; round < 10; round += 1) {
      const { digest } = await pushImage(name, 'same', ['v1'])
      await remove(name, digest)
      await Promise.all([restore(name, digest), pushImage(name, 'same', ['v1']), restoreOne(name, 'v1')])
      expect(await countOf(name)).toBe(1)
    }
  })
})
