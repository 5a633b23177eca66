import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { createReclaim, deleteRepository } from '@berth/metadata'
import {
  digestOf,
  mediaTypes,
  parseManifest,
  parseRepositoryName,
  parseTag,
  type Digest,
  type RepositoryName,
} from '@berth/oci'
import { insertProject } from '@berth/testkit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alice, startContent, type TestContent } from '../../testing/start-content.js'
import { garbageCollection } from './garbage-collection.js'
import { testContext } from '../../testing/job-context.js'

const WEEK = 604_800
const repositories = ['dev/web', 'dev/db', 'ops/web'].map(parseRepositoryName)

let stack: AsyncDisposableStack
let parts: TestContent
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  parts = await startContent(stack)
  await insertProject(parts.database.pool, { name: 'ops' })
})
afterEach(() => stack.disposeAsync())

async function pushBlob(repository: RepositoryName, text: string) {
  const bytes = Buffer.from(text)
  return { mediaType: mediaTypes.ociConfig, digest: await parts.pushBlob(repository, bytes), size: bytes.length }
}

async function push(repository: RepositoryName, content: object, tags: readonly string[]): Promise<Digest> {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...content }))
  const mediaType = 'manifests' in content ? mediaTypes.ociIndex : mediaTypes.ociManifest
  const manifest = parseManifest(bytes, mediaType)
  const digest = digestOf(bytes)
  await parts.metadata.pushManifest({
    repository,
    digest,
    bytes,
    manifest,
    tags: tags.map(parseTag),
    pushedBy: alice,
    allowMissingChildren: true,
  })
  return digest
}

async function pushImage(repository: RepositoryName, text: string, tags: readonly string[] = []): Promise<Digest> {
  return push(repository, { config: await pushBlob(repository, text), layers: [] }, tags)
}

/** Makes everything as old as `age` says. */
async function rewind(age: string): Promise<void> {
  await parts.database.pool.query(
    `update artifact set pushed_at = pushed_at - $1::interval, deleted_at = deleted_at - $1::interval`,
    [age],
  )
  await parts.database.pool.query(`update repository_blob set linked_at = linked_at - $1::interval`, [age])
  await parts.database.pool.query(`update reclaim set not_before = not_before - $1::interval`, [age])
}

async function collect(options: object, delay = WEEK, signal?: AbortSignal) {
  const context = testContext(signal)
  const result = await garbageCollection(createReclaim(parts.db), parts.store, delay).run(options, context)
  const items = context.lines.filter((line) => /^(untagged|manifest|blob) /.test(line)).sort()
  return { result, items, context }
}

/** Numbers from 0 to below `limit`, the same for the same seed. */
function random(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}

/** Images, indexes, referrers and lone blobs, tagged or not, some deleted, some young. */
async function pushAnything(seed: number): Promise<void> {
  const next = random(seed)
  const known = new Map(repositories.map((name) => [name, [] as Digest[]]))
  for (let step = 0; step < 40; step += 1) {
    const name = repositories[next(3)] ?? raise()
    const pushed = known.get(name) ?? raise()
    const one = () => ({ mediaType: mediaTypes.ociManifest, digest: pushed[next(pushed.length)] ?? raise(), size: 2 })
    const tags = next(3) === 0 ? [`t${next(6)}`] : []
    const text = `${next(12)}`
    const kind = pushed.length === 0 ? 0 : next(6)
    if (kind === 5) await pushBlob(name, `lone ${text}`)
    else if (kind === 4) await push(name, { manifests: [one(), one()], annotations: { step: `${step}` } }, tags)
    else {
      const config = await pushBlob(name, text)
      const subject = kind === 3 ? { subject: one() } : {}
      pushed.push(await push(name, { config, layers: [], annotations: { step: `${step}` }, ...subject }, tags))
    }
    if (step === 25 || step === 30) await rewind('2 days')
  }
  for (const [name, digests] of known) {
    for (const digest of digests)
      if (next(4) === 0) await parts.metadata.deleteManifest(name, digest, alice).catch(staysWithItsIndex)
    await parts.metadata.deleteTag(name, parseTag('t1'), alice)
  }
}

function staysWithItsIndex(error: unknown): void {
  expect(error).toMatchObject({ reason: 'ARTIFACT_REFERENCED' })
}

function raise(): never {
  throw new Error('The graph is not what the test takes it for.')
}

describe('a real run after a dry run', () => {
  test.each([
    { seed: 1, delay: WEEK, options: {} },
    { seed: 2, delay: WEEK, options: { delete_untagged: true } },
    { seed: 3, delay: 0, options: {} },
    { seed: 4, delay: 0, options: { delete_untagged: true, workers: 5 } },
    { seed: 5, delay: 0, options: { delete_untagged: true } },
    { seed: 6, delay: 86_400, options: { delete_untagged: true, workers: 10 } },
    { seed: 7, delay: WEEK, options: { purge_deleted: true } },
    { seed: 8, delay: WEEK, options: { delete_untagged: true, purge_deleted: true, workers: 5 } },
  ])('frees exactly what that listed (seed $seed, delay $delay)', async ({ seed, delay, options }) => {
    await pushAnything(seed)
    await rewind('9 days')
    await pushAnything(seed + 100)
    const stored = () =>
      parts.database.pool.query(
        'select (select json_agg(a order by id) from artifact a) as a, (select json_agg(r) from reclaim r) as r',
      )
    const before = await stored()
    const dry = await collect({ ...options, dry_run: true }, delay)
    expect((await stored()).rows).toEqual(before.rows)
    const real = await collect(options, delay)
    expect(real.items).toEqual(dry.items)
    expect(real.result).toEqual(dry.result)
    expect(real.items.length).toBeGreaterThan(4)
    expect(await collect({ ...options, dry_run: true }, delay)).toMatchObject({ items: [] })
    // The files went with the rows, and no others.
    const { rows } = await parts.database.pool.query<{ digest: Digest }>('select digest from blob')
    for (const { digest } of rows) expect(await parts.store.stat(digest)).toBeDefined()
    for (const item of real.items) {
      const digest = /^blob \d+ bytes (\S+)/.exec(item)?.[1]
      if (digest !== undefined) expect(await parts.store.stat(digest as Digest)).toBeUndefined()
    }
  })
})

test('counts no bytes that had been lost before', async () => {
  const { digest } = await pushBlob(repositories[0] ?? raise(), 'lost')
  await rewind('9 days')
  await parts.database.pool.query('update blob set missing_since = now() where digest = $1', [digest])
  const dry = await collect({ dry_run: true })
  expect(dry.items).toContainEqual(expect.stringContaining(`blob 0 bytes ${digest}`))
  const real = await collect({})
  expect(real.items).toEqual(dry.items)
  expect(real.result).toEqual(dry.result)
})

test('says of each thing its bytes and where it was', async () => {
  const [web, , other] = repositories as [RepositoryName, RepositoryName, RepositoryName]
  const digest = await pushImage(web, 'shared')
  await parts.metadata.mountBlob(other, digestOf(Buffer.from('shared')), { from: [web], fromPublic: false })
  await parts.metadata.deleteManifest(web, digest, alice)
  await rewind('9 days')
  const { items, result, context } = await collect({})
  const bytes = Number(/^manifest (\d+) bytes/.exec(items[1] ?? '')?.[1])
  expect(items).toEqual([
    `blob 6 bytes ${digestOf(Buffer.from('shared'))} dev/web ops/web`,
    `manifest ${bytes} bytes dev/web@${digest}`,
  ])
  expect(result).toEqual({
    freed_space: bytes + 6,
    purged_blobs: 1,
    purged_manifests: 1,
    untagged_manifests: 0,
    failed_blobs: 0,
  })
  expect(context.told.at(-1)).toEqual(result)
  // Scripts that watch Harbor read these.
  for (const line of [
    'workers: 1',
    '1 blobs and 1 manifests eligible for deletion',
    `delete blob from storage: ${digestOf(Buffer.from('shared'))}`,
  ])
    expect(context.lines).toContain(line)
  expect(context.lines.at(-1)).toBe(
    `in all ${bytes + 6} bytes: 1 blobs, 1 manifests; 0 untagged artifacts deleted, 0 blobs failed`,
  )
})

test('frees nothing whose time is not over, and deletes untagged artifacts so that they can be restored', async () => {
  const [web] = repositories as [RepositoryName]
  const deleted = await pushImage(web, 'deleted', ['v1'])
  const untagged = await pushImage(web, 'untagged')
  await rewind('3 days')
  await parts.metadata.deleteManifest(web, deleted, alice)
  const { items, result } = await collect({ delete_untagged: true })
  expect(items).toEqual([expect.stringMatching(new RegExp(`^untagged \\d+ bytes dev/web@${untagged}$`))])
  expect(result).toMatchObject({ freed_space: 0, untagged_manifests: 1 })
  const { rows } = await parts.database.pool.query(
    'select digest from artifact where deleted_at is not null order by id',
  )
  expect(rows).toEqual([{ digest: deleted }, { digest: untagged }])
  expect(await parts.store.stat(digestOf(Buffer.from('untagged')))).toBeDefined()
})

test('frees the blobs of a deleted repository at once, for nothing brings it back', async () => {
  const [web, , other] = repositories as [RepositoryName, RepositoryName, RepositoryName]
  await pushImage(web, 'alone', ['v1'])
  await pushImage(web, 'shared', ['v2'])
  await pushImage(other, 'shared', ['v1'])
  await parts.db.transaction((transaction) => deleteRepository(transaction, web, alice))
  const { items } = await collect({})
  expect(items).toEqual([expect.stringContaining(`blob 5 bytes ${digestOf(Buffer.from('alone'))}`)])
})

test('gives up uploads that nobody goes on with where all is to go that may, and no others', async () => {
  const [quiet, busy] = [await parts.beginUpload(Buffer.from('quiet')), await parts.beginUpload(Buffer.from('busy'))]
  const past = new Date(Date.now() - 7_200_000)
  const uploads = join(parts.root, 'uploads')
  const files = (await readdir(uploads)).filter((name) => name.startsWith(quiet))
  for (const name of files) await utimes(join(uploads, name), past, past)
  await collect({})
  expect(await parts.store.uploadSize(quiet)).toBe(5)
  const { context } = await collect({ purge_deleted: true })
  expect(context.lines).toContain('1 unfinished uploads given up')
  expect(await parts.store.uploadSize(busy)).toBe(4)
  expect((await readdir(uploads)).filter((name) => name.startsWith(quiet))).toEqual([])
})

test('goes on past a file that cannot be deleted, and says so', async () => {
  const [web] = repositories as [RepositoryName]
  for (const text of ['one', 'two']) await parts.metadata.deleteManifest(web, await pushImage(web, text), alice)
  await rewind('9 days')
  const one = digestOf(Buffer.from('one'))
  const broken = {
    delete: (digest: Digest) =>
      digest === one ? Promise.reject(new Error('disk says no')) : parts.store.delete(digest),
    purgeStale: (before: Date) => parts.store.purgeStale(before),
  }
  const context = testContext()
  const result = await garbageCollection(createReclaim(parts.db), broken, WEEK).run({}, context)
  expect(result).toMatchObject({ purged_blobs: 1, failed_blobs: 1 })
  expect(context.lines).toContain(`failed ${one}, to be tried again later: disk says no`)
})

test('counts what it had freed before it was interrupted', async () => {
  const [web] = repositories as [RepositoryName]
  for (const text of ['one', 'two', 'six']) {
    await parts.metadata.deleteManifest(web, await pushImage(web, text), alice)
  }
  await rewind('9 days')
  const { result: expected } = await collect({ dry_run: true })
  const stop = new AbortController()
  const store = {
    delete: async (digest: Digest) => {
      await parts.store.delete(digest)
      stop.abort()
    },
    purgeStale: () => Promise.resolve(0),
  }
  const first = testContext(stop.signal)
  await expect(garbageCollection(createReclaim(parts.db), store, WEEK).run({}, first)).rejects.toThrow(/abort/)
  expect(first.told.at(-1)).toMatchObject({ purged_manifests: 3, purged_blobs: 1 })
  const second = testContext(undefined, first.told.at(-1))
  expect(await garbageCollection(createReclaim(parts.db), parts.store, WEEK).run({}, second)).toEqual(expected)
})

test('stops when told to', async () => {
  for (const options of [{}, { dry_run: true }, { delete_untagged: true }]) {
    await parts.metadata.deleteManifest(
      repositories[0] ?? raise(),
      await pushImage(repositories[0] ?? raise(), 'x'),
      alice,
    )
    await rewind('9 days')
    await expect(collect(options, WEEK, AbortSignal.abort())).rejects.toThrow(/abort/)
  }
})
