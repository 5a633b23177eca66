import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf, parseRepositoryName, type Digest } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { fill } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { createScrub } from './scrub.js'

const postgres = await openPostgres()
const { database, db, metadata, addBlob, push, pushImage } = postgres
const scrub = createScrub(db)

afterAll(() => postgres[Symbol.asyncDispose]())

const repo = parseRepositoryName

it('lists blobs in byte order, from any of them on', async () => {
  const digests: Digest[] = []
  for (let count = 0; count < 9; count += 1) digests.push(await addBlob(repo('dev/listed'), `listed ${count}`))
  digests.sort()
  expect((await scrub.listBlobs({ limit: 100 })).map((blob) => blob.digest)).toEqual(digests)
  expect(await scrub.listBlobs({ limit: 2, last: digests[3] })).toEqual(
    digests.slice(4, 6).map((digest) => ({ digest, size: 8, missing: false })),
  )
})

it('counts a missing blob as absent, for every repository, until its bytes come again through one of them', async () => {
  const [name, other] = [repo('dev/lost'), repo('dev/lost-too')]
  const { digest, config, bytes } = await pushImage(name, 'to be lost', ['latest'])
  await pushImage(other, 'to be lost', ['latest'])
  await scrub.examineBlob(config, async (blob) => {
    expect(blob).toEqual({ size: 10, linked: true, missing: false })
    return 'missing'
  })
  expect(await metadata.findBlob(name, config)).toBeUndefined()
  expect(await metadata.mountBlob(repo('dev/mounter'), config, { from: [name], fromPublic: false })).toBe(false)
  await expect(push(name, bytes, ['again'])).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
  expect(await metadata.findManifest(name, { digest })).toBeDefined()

  await addBlob(name, 'to be lost')
  expect(await metadata.findBlob(other, config)).toMatchObject({ size: 10 })
  await push(name, bytes, ['again'])
})

it('takes back that a blob is missing when it is found', async () => {
  const digest = await addBlob(repo('dev/found'), 'found again')
  await scrub.examineBlob(digest, async () => 'missing')
  await scrub.examineBlob(digest, async (blob) => (blob?.missing ? 'present' : 'missing'))
  expect(await metadata.findBlob(repo('dev/found'), digest)).toBeDefined()
})

it('lets nobody upload a digest that no blob has while it is looked at, and leaves no row behind', async () => {
  const digest = digestOf(Buffer.from('not yet pushed'))
  const began = Promise.withResolvers<void>()
  let looking = true
  const examined = scrub.examineBlob(digest, async (blob) => {
    expect(blob).toBeUndefined()
    began.resolve()
    await sleep(200)
    looking = false
    return 'missing'
  })
  await began.promise
  await addBlob(repo('dev/late'), 'not yet pushed')
  expect(looking).toBe(false)
  await examined
  expect(await metadata.findBlob(repo('dev/late'), digest)).toBeDefined()

  const nobody = digestOf(Buffer.from('never pushed'))
  await scrub.examineBlob(nobody, async () => 'missing')
  expect((await database.pool.query('select from blob where digest = $1', [nobody])).rowCount).toBe(0)
})

it('sees the blob of an upload that it had to wait for', async () => {
  const name = repo('dev/first')
  const digest = digestOf(Buffer.from('pushed first'))
  const publishing = Promise.withResolvers<void>()
  const slow = fill({
    metadata,
    project: 'dev',
    publish: async () => {
      publishing.resolve()
      await sleep(200)
    },
  })
  const pushed = slow.addBlob(name, 'pushed first')
  await publishing.promise
  let seen: unknown
  await scrub.examineBlob(digest, async (blob) => {
    seen = blob
    return 'present'
  })
  expect(seen).toEqual({ size: 12, linked: true, missing: false })
  await pushed
})
