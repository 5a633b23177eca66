import { type Digest, digestOf, mediaTypes, parseRepositoryName, parseTag, type RepositoryName } from '@berth/oci'
import { afterAll, describe, expect, it } from 'vitest'
import { indexOf, user } from '../testing/fill.js'
import { openPostgres } from '../testing/postgres-under-test.js'
import { copyArtifact } from './copy-artifact.js'
import { deleteRepository } from './delete.js'
import { restoreArtifact, restoreTag } from './restore.js'
import { createRetention } from './retention/create-retention.js'
import { takeTagBack } from './tag-history.js'

const postgres = await openPostgres()
const { database, db, metadata, addBlob, push, pushImage } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())

const alice = user('alice')
const repo = parseRepositoryName
const remove = (name: RepositoryName, digest: Digest) => metadata.deleteManifest(name, digest, alice)
const restore = (name: RepositoryName, digest: Digest) =>
  db.transaction((transaction) => restoreArtifact(transaction, name, digest, alice, 3600))
const digestsOf = (name: RepositoryName) => metadata.listManifests(name, { limit: 100 })
const tagsOf = (name: RepositoryName) => metadata.listTags(name, { limit: 100 })

/** Pushes what is about another artifact. */
async function attach(name: RepositoryName, subject: Digest, text: string, tags: string[] = []) {
  const config = await addBlob(name, text)
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    artifactType: 'application/vnd.cncf.notary.signature',
    config: { mediaType: mediaTypes.ociEmpty, digest: config, size: text.length },
    layers: [],
    subject: { mediaType: mediaTypes.ociManifest, digest: subject, size: 2 },
  }
  return push(name, Buffer.from(JSON.stringify(manifest)), tags)
}

const cosignTag = (digest: Digest, ending: string) => `${digest.replace(':', '-')}${ending}`

async function pushIndex(name: RepositoryName, children: Digest[], tags: string[]) {
  return push(name, Buffer.from(JSON.stringify(indexOf(children))), tags, mediaTypes.ociIndex)
}

async function countsOf(name: RepositoryName) {
  const { rows } = await database.pool.query(
    'select artifact_count, listed_count, tag_count from repository where name = $1',
    [name],
  )
  return rows[0]
}

describe('what is about an artifact', () => {
  it('goes with it at every depth, by a subject or by a tag, and comes back with it', async () => {
    const name = repo('dev/deep')
    const { digest } = await pushImage(name, 'deep', ['v1'])
    const sbom = await attach(name, digest, 'sbom')
    await attach(name, sbom, 'signature of the sbom')
    await pushImage(name, 'signature by a tag', [cosignTag(digest, '.sig')])
    await pushImage(name, 'another image', ['v2'])
    const [before, counts, tags] = [await digestsOf(name), await countsOf(name), await tagsOf(name)]
    expect(counts).toEqual({ artifact_count: 5, listed_count: 2, tag_count: 3 })

    expect(await remove(name, digest)).toBe(true)
    expect(await digestsOf(name)).toHaveLength(1)
    expect(await tagsOf(name)).toEqual(['v2'])
    expect(await countsOf(name)).toEqual({ artifact_count: 1, listed_count: 1, tag_count: 1 })

    expect(await restore(name, digest)).toMatchObject({ outcome: 'restored', tags: ['v1'] })
    expect([await digestsOf(name), await countsOf(name), await tagsOf(name)]).toEqual([before, counts, tags])
  })

  it('comes back with a tag of it', async () => {
    const name = repo('dev/by-tag')
    const { digest } = await pushImage(name, 'by tag', ['v1'])
    const signature = await attach(name, digest, 'signature of by tag')
    await remove(name, digest)
    const back = db.transaction((transaction) => restoreTag(transaction, name, parseTag('v1'), alice, 3600))
    expect(await back).toMatchObject({ outcome: 'restored' })
    expect(await digestsOf(name)).toContain(signature)
  })

  it('does not come back where it was deleted by itself before', async () => {
    const name = repo('dev/alone')
    const { digest } = await pushImage(name, 'alone', ['v1'])
    const signature = await attach(name, digest, 'signature of alone')
    expect(await remove(name, signature)).toBe(true)
    await remove(name, digest)
    await restore(name, digest)
    expect(await digestsOf(name)).toEqual([digest])
  })

  it('stays where somebody has given it a tag of its own, or an index has it', async () => {
    const name = repo('dev/kept')
    const { digest } = await pushImage(name, 'kept', ['v1'])
    const named = await attach(name, digest, 'named', ['report'])
    const part = await attach(name, digest, 'part')
    const index = await pushIndex(name, [part], ['all'])
    await remove(name, digest)
    expect(new Set(await digestsOf(name))).toEqual(new Set([named, part, index]))
  })

  it('leaves an event for each, that of the artifact last', async () => {
    const name = repo('dev/told')
    const { digest } = await pushImage(name, 'told', ['v1'])
    const signature = await attach(name, digest, 'signature of told')
    await remove(name, digest)
    const { rows } = await database.pool.query(
      `select type, payload ->> 'digest' as digest from event
       where repository = $1 and type in ('artifact.deleted', 'tag.deleted') order by id`,
      [name],
    )
    expect(rows).toEqual([
      { type: 'tag.deleted', digest },
      { type: 'artifact.deleted', digest: signature },
      { type: 'artifact.deleted', digest },
    ])
  })

  it('is no obstacle to deleting the repository, whatever refers to what', async () => {
    const name = repo('dev/whole')
    const children = [await pushImage(name, 'one', []), await pushImage(name, 'two', [])].map(({ digest }) => digest)
    const index = await pushIndex(name, children, ['multi'])
    await attach(name, index, 'signature of the index')
    const [child = index] = children
    await attach(name, await attach(name, child, 'sbom of a child'), 'signature of the sbom of a child')
    expect(await db.transaction((transaction) => deleteRepository(transaction, name, alice))).toBe(true)
    expect(await digestsOf(name)).toEqual([])
  })
})

describe('what is replaced under the tag that attaches it', () => {
  async function signedTwice(path: string) {
    const name = repo(path)
    const { digest } = await pushImage(name, path, ['v1'])
    const [first, second] = [
      await pushImage(name, `first signature of ${path}`, [cosignTag(digest, '.sig')]),
      await pushImage(name, `second signature of ${path}`, [cosignTag(digest, '.sig')]),
    ]
    return { name, digest, first: first.digest, second: second.digest }
  }

  it('is counted with its subject, goes with it and comes back with it', async () => {
    const { name, digest, first, second } = await signedTwice('dev/twice')
    const counts = { artifact_count: 3, listed_count: 1, tag_count: 2 }
    expect(await countsOf(name)).toEqual(counts)
    expect(await remove(name, digest)).toBe(true)
    expect(await countsOf(name)).toEqual({ artifact_count: 0, listed_count: 0, tag_count: 0 })
    expect(await restore(name, digest)).toMatchObject({ outcome: 'restored', tags: ['v1'] })
    expect(await countsOf(name)).toEqual(counts)
    expect(new Set(await digestsOf(name))).toEqual(new Set([digest, first, second]))
  })

  it('goes with it, too, where the tag itself was deleted, or moved back by its history', async () => {
    const { name, digest, first } = await signedTwice('dev/untagged')
    const tag = parseTag(cosignTag(digest, '.sig'))
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from tag_event where tag = $1 and action = 'move'`,
      [tag],
    )
    const event = Number(rows[0]?.id)
    await db.transaction((transaction) => takeTagBack(transaction, name, tag, event, alice, 3600))
    expect((await metadata.findManifest(name, { tag }))?.digest).toBe(first)
    expect(await countsOf(name)).toMatchObject({ listed_count: 1 })
    await metadata.deleteTag(name, tag, alice)
    expect(await countsOf(name)).toEqual({ artifact_count: 3, listed_count: 1, tag_count: 1 })
    await remove(name, digest)
    expect(await digestsOf(name)).toEqual([])
  })

  it('stays where it has a tag of its own, or attaches to another image by now', async () => {
    const { name, digest, first } = await signedTwice('dev/used')
    const other = await pushImage(name, 'another image', ['v2'])
    for (const tag of ['report', cosignTag(other.digest, '.sig')]) {
      await pushImage(name, 'first signature of dev/used', [tag])
      await pushImage(name, 'moves on', tag === 'report' ? [] : [tag, 'report'])
    }
    await pushImage(name, 'first signature of dev/used', [cosignTag(other.digest, '.sig')])
    await remove(name, digest)
    expect(await digestsOf(name)).toEqual(expect.arrayContaining([first, other.digest]))
  })

  it('is listed by itself, and taken by retention, where its subject is not there: nothing else would show it', async () => {
    const name = repo('dev/alone-again')
    const missing = digestOf(Buffer.from('never pushed'))
    const first = await pushImage(name, 'first signature of nothing', [cosignTag(missing, '.sig')])
    await pushImage(name, 'second signature of nothing', [cosignTag(missing, '.sig')])
    expect(await countsOf(name)).toEqual({ artifact_count: 2, listed_count: 1, tag_count: 1 })
    const { rows } = await database.pool.query<{ id: string }>('select id from repository where name = $1', [name])
    const candidates = await createRetention(db).listCandidates({ id: rows[0]?.id ?? '', name }, 0, '0', 10)
    expect(candidates).toMatchObject([{ digest: first.digest, tags: [] }])
  })

  it('is an artifact like any other again once somebody pushes it anew', async () => {
    const { name, digest } = await signedTwice('dev/anew')
    await remove(name, digest)
    await pushImage(name, 'first signature of dev/anew', [])
    expect(await countsOf(name)).toEqual({ artifact_count: 1, listed_count: 1, tag_count: 0 })
  })

  it('is not copied: whoever copies an image wants what is attached to it now', async () => {
    const { name, digest, second } = await signedTwice('dev/source')
    const to = repo('dev/target')
    expect(
      await db.transaction((transaction) => copyArtifact(transaction, { from: name, digest, to, actor: alice })),
    ).toBe(true)
    expect(new Set(await digestsOf(to))).toEqual(new Set([digest, second]))
    expect(await countsOf(to)).toMatchObject({ listed_count: 1 })
  })
})

describe('a list of referrers under the tag that clients give it', () => {
  async function signed(path: string) {
    const name = repo(path)
    const { digest } = await pushImage(name, path, ['v1'])
    const signature = await attach(name, digest, `signature of ${path}`)
    const list = await pushIndex(name, [signature], [cosignTag(digest, '')])
    return { name, digest, signature, list }
  }

  it('belongs to its subject, and holds no signature', async () => {
    const { name, digest, signature, list } = await signed('dev/fallback')
    expect(await countsOf(name)).toMatchObject({ artifact_count: 3, listed_count: 1 })
    expect(await remove(name, signature)).toBe(true)
    expect(await countsOf(name)).toMatchObject({ artifact_count: 2, listed_count: 1 })
    expect(await digestsOf(name)).toEqual(expect.arrayContaining([digest, list]))
    expect(await remove(name, digest)).toBe(true)
    expect(await countsOf(name)).toEqual({ artifact_count: 0, listed_count: 0, tag_count: 0 })
  })

  it('goes with the image while the signature is there', async () => {
    const { name, digest } = await signed('dev/fallback-whole')
    expect(await remove(name, digest)).toBe(true)
    expect(await digestsOf(name)).toEqual([])
  })

  it('belongs to its subject once the next list has replaced it', async () => {
    const { name, digest, signature, list } = await signed('dev/next-list')
    const more = await attach(name, digest, 'second signature of dev/next-list')
    await pushIndex(name, [signature, more], [cosignTag(digest, '')])
    expect(await digestsOf(name)).toContain(list)
    expect(await countsOf(name)).toMatchObject({ artifact_count: 5, listed_count: 1 })
    expect(await remove(name, signature)).toBe(true)
    expect(await remove(name, digest)).toBe(true)
    expect(await countsOf(name)).toEqual({ artifact_count: 0, listed_count: 0, tag_count: 0 })
    expect(await restore(name, digest)).toMatchObject({ outcome: 'restored' })
    expect(await countsOf(name)).toMatchObject({ artifact_count: 4, listed_count: 1 })
  })

  it('is one, too, where it lists nothing', async () => {
    const name = repo('dev/empty-list')
    const { digest } = await pushImage(name, 'empty list', ['v1'])
    await pushIndex(name, [], [cosignTag(digest, '')])
    expect(await countsOf(name)).toMatchObject({ artifact_count: 2, listed_count: 1 })
  })

  it('is no such list where it holds anything else: people name copies of images like this', async () => {
    const name = repo('dev/copied')
    const { digest } = await pushImage(name, 'copied', [])
    const copy = await pushIndex(name, [digest], [cosignTag(digest, '')])
    expect(await countsOf(name)).toMatchObject({ listed_count: 1 })
    await expect(remove(name, digest)).rejects.toMatchObject({ reason: 'ARTIFACT_REFERENCED' })
    expect(await digestsOf(name)).toContain(copy)
  })
})
