import { parseRepositoryName, parseTag, type RepositoryName } from '@berth/oci'
import { createTestDatabase, insertProject } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '@berth/database'
import { fill, platform } from '../testing/fill.js'
import { deleteRepository } from './delete.js'
import { PostgresMetadata } from './postgres-metadata.js'

const database = await createTestDatabase()
/** Two processes: one changes, the other has just read. */
const [db, readersDb] = [new Database(database.settings), new Database(database.settings)]
const [metadata, reader] = [new PostgresMetadata(db), new PostgresMetadata(readersDb)]
const { addBlob, pushImage } = fill({ metadata, project: 'dev', publish: async () => {} })
const v1 = parseTag('v1')

beforeAll(() => insertProject(database.pool, { name: 'dev' }))
afterAll(async () => {
  await Promise.all([db.close(), readersDb.close()])
  await database[Symbol.asyncDispose]()
})

/** Reads all the time while `change` runs, so that the reader never is without a lease; then once more. */
async function readAfter<Value>(read: () => Promise<Value>, change: () => Promise<unknown>): Promise<Value> {
  const done = new AbortController()
  const reading = (async () => {
    while (!done.signal.aborted) {
      await read()
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  await read()
  await change()
  const after = await read()
  done.abort()
  await reading
  return after
}

describe('a change that is done is there for a process that has just read the old state:', () => {
  const digestOfTag = (name: RepositoryName) => async () => (await reader.findManifest(name, { tag: v1 }))?.digest

  it('a tag that moved', async () => {
    const name = parseRepositoryName('dev/moved')
    await pushImage(name, 'one', ['v1'])
    const two = await pushImage(name, 'two', [])
    expect(await readAfter(digestOfTag(name), () => pushImage(name, 'two', ['v1']))).toBe(two.digest)
    const three = await pushImage(name, 'three', [])
    expect(await readAfter(digestOfTag(name), () => pushImage(name, 'three', ['v1']))).toBe(three.digest)
  })

  it('a tag that several push for the first time at once', async () => {
    const name = parseRepositoryName('dev/first')
    const texts = ['a', 'b', 'c', 'd']
    await Promise.all(texts.map((text) => pushImage(name, text, [])))
    for (let round = 0; round < 5; round += 1) {
      const tag = parseTag(`round-${round}`)
      const read = () => reader.findManifest(name, { tag })
      const found = await readAfter(read, () => Promise.all(texts.map((text) => pushImage(name, text, [tag]))))
      const { rows } = await database.pool.query<{ digest: string }>(
        'select a.digest from tag t join artifact a on a.id = t.artifact_id where t.name = $1',
        [tag],
      )
      expect(found?.digest).toBe(rows[0]?.digest)
    }
  })

  it('a tag, a manifest, a blob and a repository that went', async () => {
    const name = parseRepositoryName('dev/gone')
    const { digest } = await pushImage(name, 'one', ['v1', 'v2'])
    expect(await readAfter(digestOfTag(name), () => metadata.deleteTag(name, v1, platform))).toBeUndefined()
    const byDigest = () => reader.findManifest(name, { digest })
    expect(await readAfter(byDigest, () => metadata.deleteManifest(name, digest, platform))).toBeUndefined()
    const blob = await addBlob(name, 'unused')
    const linked = () => reader.findBlob(name, blob)
    expect(await readAfter(linked, () => metadata.unlinkBlob(name, blob))).toBeUndefined()
    await pushImage(name, 'two', ['v1'])
    const removeAll = () => db.transaction((transaction) => deleteRepository(transaction, name, platform))
    expect(await readAfter(digestOfTag(name), removeAll)).toBeUndefined()
  })
})
