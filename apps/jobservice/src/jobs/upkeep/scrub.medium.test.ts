import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createReclaim, createScrub } from '@berth/metadata'
import { digestOf, parseRepositoryName, type Digest } from '@berth/oci'
import { beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/job.js'
import { startContent, type TestContent } from '../../testing/start-content.js'
import { testContext } from '../../testing/job-context.js'
import { stackOfEachTest } from '../../testing/stack-of-each-test.js'
import { scrub } from './scrub.js'

const FAST = 10 ** 12
const repository = parseRepositoryName('dev/httpd')

const stack = stackOfEachTest()
let parts: TestContent
beforeEach(async () => {
  parts = await startContent(stack)
})

const push = (bytes: Buffer) => parts.pushBlob(repository, bytes)

const pathOf = (digest: Digest) =>
  join(parts.root, 'docker/registry/v2/blobs/sha256', digest.slice(7, 9), digest.slice(7), 'data')

async function placeOrphan(bytes: Buffer): Promise<Digest> {
  const path = pathOf(digestOf(bytes))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  return digestOf(bytes)
}

function run({
  delaySeconds = 0,
  bytesPerSecond = FAST,
  context = testContext(),
}: {
  delaySeconds?: number
  bytesPerSecond?: number
  context?: ReturnType<typeof testContext>
} = {}): Promise<JsonObject> {
  return scrub(createScrub(parts.db), parts.store, { bytesPerSecond, delaySeconds }).run({}, context)
}

const quarantined = () => readdir(join(parts.root, 'quarantine'))

test('finds nothing in a store that is as the metadata says', async () => {
  for (let index = 0; index < 20; index += 1) await push(randomBytes(1000))
  await push(Buffer.alloc(0))
  expect(await run()).toEqual({
    blobs: 21,
    bytes: 20_000,
    corrupt: 0,
    missing: 0,
    orphaned: 0,
    unreadable: 0,
    recovered: 0,
    findings: [],
  })
})

test('sets a blob with a flipped bit aside: it is absent until it is pushed again, and its bytes are kept', async () => {
  const bytes = randomBytes(300_000)
  const [digest, sound] = [await push(bytes), await push(randomBytes(100))]
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(flipped.readUInt8(123_456) ^ 4, 123_456)
  await writeFile(pathOf(digest), flipped)

  expect(await run()).toMatchObject({ blobs: 2, corrupt: 1, findings: [{ digest, fault: 'corrupt' }] })
  expect(await parts.metadata.findBlob(repository, digest)).toBeUndefined()
  expect(await parts.metadata.findBlob(repository, sound)).toBeDefined()
  expect(await parts.store.stat(digest)).toBeUndefined()
  const [name = ''] = await quarantined()
  expect(flipped.equals(await readFile(join(parts.root, 'quarantine', name)))).toBe(true)

  // What is known to be missing is found again, not set aside again.
  expect(await run()).toMatchObject({ corrupt: 0, missing: 1, findings: [{ digest, fault: 'missing' }] })
  await push(bytes)
  expect(await parts.metadata.findBlob(repository, digest)).toBeDefined()
  expect(await run()).toMatchObject({ blobs: 2, findings: [] })
  expect(await quarantined()).toEqual([name])
})

test('finds truncated and lost files', async () => {
  const [short, lost] = [await push(randomBytes(1000)), await push(randomBytes(1000))]
  await push(randomBytes(1000))
  await truncate(pathOf(short), 999)
  await rm(pathOf(lost))
  const { findings } = await run()
  expect(findings).toHaveLength(2)
  expect(findings).toContainEqual({ digest: short, fault: 'corrupt', quarantined: expect.any(String) })
  expect(findings).toContainEqual({ digest: lost, fault: 'missing' })
  for (const digest of [short, lost]) expect(await parts.metadata.findBlob(repository, digest)).toBeUndefined()
})

test('sets files aside that no blob has, but not young ones', async () => {
  await push(randomBytes(10))
  const digest = await placeOrphan(Buffer.from('nobody knows me'))
  expect(await run({ delaySeconds: 3600 })).toMatchObject({ orphaned: 0 })
  expect(await run()).toMatchObject({ orphaned: 1, findings: [{ digest, fault: 'orphaned' }] })
  expect(await parts.store.stat(digest)).toBeUndefined()
  expect(await quarantined()).toHaveLength(1)
  expect((await parts.database.pool.query('select from blob')).rowCount).toBe(1)
})

test('knows blobs again whose files have come back', async () => {
  const [bytes] = [randomBytes(10), await push(randomBytes(10))]
  const digest = await push(bytes)
  await rm(pathOf(digest))
  expect(await run()).toMatchObject({ missing: 1 })
  await placeOrphan(bytes)
  expect(await run()).toMatchObject({ missing: 0, recovered: 1, findings: [] })
  expect(await parts.metadata.findBlob(repository, digest)).toBeDefined()
})

test('a store that is not mounted is an error, and no blob counts as lost', async () => {
  const digest = await push(randomBytes(10))
  await rm(join(parts.root, 'docker'), { recursive: true })
  await expect(run()).rejects.toThrow('is it mounted?')
  expect(await parts.metadata.findBlob(repository, digest)).toBeDefined()
})

test('a file that cannot be read is reported and stays, and the others are looked at', async () => {
  const [bad] = [await push(randomBytes(10)), await push(randomBytes(10))].sort()
  const store = {
    stat: (digest: Digest) => parts.store.stat(digest),
    list: (last?: Digest) => parts.store.list(last),
    quarantine: (digest: Digest) => parts.store.quarantine(digest),
    read: async (digest: Digest) =>
      digest === bad ? Promise.reject(new Error('EIO: i/o error, read')) : parts.store.read(digest),
  }
  const result = await scrub(createScrub(parts.db), store, { bytesPerSecond: FAST, delaySeconds: 0 }).run(
    {},
    testContext(),
  )
  expect(result).toMatchObject({
    blobs: 2,
    unreadable: 1,
    findings: [{ digest: bad, error: expect.stringMatching(/EIO/) }],
  })
  expect(await parts.store.stat(bad as Digest)).toBeDefined()
})

test('names the first findings in its result, all of them in its log', async () => {
  await push(randomBytes(10))
  for (let index = 0; index < 120; index += 1) await placeOrphan(Buffer.from(`orphan ${index}`))
  const context = testContext()
  const result = await run({ context })
  expect(result).toMatchObject({ orphaned: 120 })
  expect(result['findings']).toHaveLength(100)
  expect(context.lines).toHaveLength(120)
  for (const line of context.lines) expect(line).toMatch(/^orphaned sha256:[0-9a-f]{64}, set aside as \S+$/)
})

test('reads no faster than it may', async () => {
  for (let index = 0; index < 4; index += 1) await push(randomBytes(500_000))
  const started = performance.now()
  await run({ bytesPerSecond: 2_000_000 })
  expect(performance.now() - started).toBeGreaterThan(990)
})

test('goes on where it was interrupted', async () => {
  for (let index = 0; index < 30; index += 1) await push(randomBytes(1000))
  const orphan = await placeOrphan(Buffer.from('found by one of the two'))
  const stop = new AbortController()
  const first = testContext(stop.signal)
  const interrupted = run({ context: first, bytesPerSecond: 1_000_000 })
  while (first.told.length < 10) await sleep(5)
  stop.abort()
  await expect(interrupted).rejects.toThrow(/abort/)

  const before = first.told.at(-1)
  const second = testContext(undefined, JSON.parse(JSON.stringify(before)))
  const result = await run({ context: second })
  expect(second.told).toHaveLength(31 - Number(before?.['blobs']))
  expect(result).toMatchObject({ blobs: 31, orphaned: 1, findings: [{ digest: orphan }] })
})

test('never suspects what is pushed and deleted meanwhile', async () => {
  const { metadata, store } = parts
  await push(randomBytes(10))
  const contents = Array.from({ length: 6 }, () => randomBytes(20_000))
  const enough = new AbortController()
  const change = async (bytes: Buffer) => {
    while (!enough.signal.aborted) {
      const digest = await push(bytes)
      expect(await metadata.findBlob(repository, digest)).toBeDefined()
      await metadata.unlinkBlob(repository, digest)
      await createReclaim(parts.db).reclaimBlob(digest, 0, () => store.delete(digest))
    }
  }
  const changing = Promise.all(contents.map(change))
  for (let pass = 0; pass < 40; pass += 1) expect(await run()).toMatchObject({ findings: [] })
  enough.abort()
  await changing
})
