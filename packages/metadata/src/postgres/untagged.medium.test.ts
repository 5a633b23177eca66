import { mediaTypes, parseRepositoryName, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { descriptor, imageOf, indexOf, platform } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { createTag } from './tags.js'
import { deleteUntagged } from './untagged.js'

const WEEK = 604_800
const postgres = await openPostgres()
const { database, db, garbage, metadata, addBlob, push, pushImage } = postgres

afterAll(() => postgres[Symbol.asyncDispose]())

const repo = parseRepositoryName
const pushIndex = (name: RepositoryName, children: Digest[], tags: string[] = [], sparse = false) =>
  push(name, Buffer.from(JSON.stringify(indexOf(children))), tags, mediaTypes.ociIndex, undefined, sparse)

async function pushReferrer(name: RepositoryName, subject: Digest, text = 'signature'): Promise<Digest> {
  const config = await addBlob(name, text)
  return push(name, Buffer.from(JSON.stringify({ ...imageOf(config, text.length), subject: descriptor(subject) })), [])
}

const age = (name: RepositoryName) =>
  database.pool.query(
    `update artifact set pushed_at = now() - interval '2 days'
     where repository_id = (select id from repository where name = $1)`,
    [name],
  )

/** Digests in the order in which they went. */
async function sweep(): Promise<Digest[]> {
  const gone: Digest[] = []
  for (let found = -1; found !== gone.length;) {
    found = gone.length
    for (let after: string | undefined = '0'; after !== undefined;) {
      const { deleted, next }: Awaited<ReturnType<typeof garbage.deleteUntagged>> = await garbage.deleteUntagged(
        WEEK,
        after,
        2,
        platform,
      )
      gone.push(...deleted.map((one) => one.digest))
      after = next
    }
  }
  return gone
}

const isThere = async (name: RepositoryName, digest: Digest) =>
  (await metadata.findManifest(name, { digest })) !== undefined

it('takes what no tag leads to, once nothing more is expected to refer to it, and counts it', async () => {
  const name = repo('dev/plain')
  const { digest } = await pushImage(name, 'untagged', [])
  const tagged = await pushImage(name, 'tagged', ['v1'])
  expect(await sweep()).toEqual([])
  await age(name)
  expect(await sweep()).toEqual([digest])
  expect(await isThere(name, digest)).toBe(false)
  expect(await isThere(name, tagged.digest)).toBe(true)
  const { rows } = await database.pool.query('select artifact_count from repository where name = $1', [name])
  expect(rows).toEqual([{ artifact_count: 1 }])
  const events = await database.pool.query(`select * from event where type = 'artifact.deleted'`)
  expect(events.rows).toMatchObject([
    { repository: 'dev/plain', payload: { digest, tags: [] }, actor_kind: 'system', actor_name: platform.name },
  ])
  // It is deleted as any other: kept for its time, then gone.
  expect(await garbage.purgeExpiredArtifacts(WEEK, 100)).toEqual([])
  expect(await garbage.purgeExpiredArtifacts(0, 100)).toMatchObject([{ repository: name, digest }])
})

it('keeps children of tagged indexes, and all that is about what it keeps', async () => {
  const name = repo('dev/kept')
  const child = await pushImage(name, 'child', [])
  const inner = await pushIndex(name, [child.digest])
  const outer = await pushIndex(name, [inner], ['latest'])
  const signature = await pushReferrer(name, child.digest)
  const ofSignature = await pushReferrer(name, signature, 'timestamp')
  await age(name)
  expect(await sweep()).toEqual([])
  await metadata.deleteManifest(name, outer, platform)
  expect(await sweep()).toEqual([inner, child.digest, signature, ofSignature])
})

it('takes what is about an artifact of another repository, or one that was never there', async () => {
  const [name, other] = [repo('dev/about'), repo('dev/elsewhere')]
  const { digest } = await pushImage(other, 'elsewhere', ['v1'])
  const signature = await pushReferrer(name, digest)
  await age(name)
  expect(await sweep()).toEqual([signature])
})

it('gives an artifact that is pushed again its time anew', async () => {
  const name = repo('dev/again')
  const { digest, bytes } = await pushImage(name, 'again', [])
  await age(name)
  await push(name, bytes, [])
  expect(await sweep()).toEqual([])
  await age(name)
  expect(await sweep()).toEqual([digest])
})

it('never takes the child of an index that is pushed, or an artifact that is tagged, at the same time', async () => {
  const name = repo('dev/race')
  for (let round = 0; round < 15; round += 1) {
    const [child, image] = [await pushImage(name, `child ${round}`, []), await pushImage(name, `image ${round}`, [])]
    const parent = await pushIndex(name, [child.digest, image.digest])
    await age(name)
    const [, pushed, tagged] = await Promise.allSettled([
      sweep(),
      pushIndex(name, [child.digest], ['index'], round % 2 === 0),
      db.transaction((transaction) => createTag(transaction, name, parent, parseTag(`parent-${round}`), platform)),
      sweep(),
    ])
    if (pushed.status === 'fulfilled') expect(await isThere(name, child.digest)).toBe(true)
    else expect(pushed.reason).toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
    if (tagged.status === 'fulfilled' && tagged.value === 'created') {
      for (const digest of [parent, child.digest, image.digest]) expect(await isThere(name, digest)).toBe(true)
    }
  }
})

it('keeps what a tag or an index has come to lead to since it was found', async () => {
  const name = repo('dev/found')
  const [tagged, child, untagged] = [
    await pushImage(name, 'tagged meanwhile', []),
    await pushImage(name, 'child meanwhile', []),
    await pushImage(name, 'still untagged', []),
  ]
  await age(name)
  const { deleted } = await db.transaction(async (transaction) => {
    const query: typeof transaction.query = async (statement, values) => {
      const rows = await transaction.query<never>(statement, values)
      if (statement.name === 'find_unreachable_artifacts') {
        await db.transaction((other) => createTag(other, name, tagged.digest, parseTag('v1'), platform))
        await pushIndex(name, [child.digest], ['index'])
      }
      return rows
    }
    const meanwhile = new Proxy(transaction, {
      get: (target, key) => {
        if (key === 'query') return query
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    return deleteUntagged(meanwhile, WEEK, '0', 100, platform)
  })
  const here = deleted.filter(({ repository }) => repository === name)
  expect(here.map(({ digest }) => digest)).toEqual([untagged.digest])
  for (const { digest } of [tagged, child]) expect(await isThere(name, digest)).toBe(true)
})

it('tells who pushes an index that a child has just gone, also where children may be missing', async () => {
  const name = repo('dev/just-gone')
  const { digest, bytes } = await pushImage(name, 'just gone', [])
  await age(name)
  expect(await sweep()).toContain(digest)
  await expect(pushIndex(name, [digest], ['index'], true)).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
  await push(name, bytes, [])
  await pushIndex(name, [digest], ['index'], true)
  expect(await isThere(name, digest)).toBe(true)
})
