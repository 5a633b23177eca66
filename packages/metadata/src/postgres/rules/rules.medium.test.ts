import { UserError } from '@berth/contracts'
import { insertProject } from '@berth/testkit'
import { mediaTypes, parseRepositoryName, parseTag, type Digest, type RepositoryName } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill, indexOf, platform, user } from '../../testing/fill.js'
import { openPostgres } from '../../testing/postgres-under-test.js'
import { deleteRepository } from '../delete.js'
import { createTag } from '../tags.js'

const postgres = await openPostgres()
const { database, db, garbage, metadata, files } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())

const inProject = (project: string) => fill({ metadata, project, publish: async (digest) => void files.add(digest) })
const repo = parseRepositoryName
const v1 = parseTag('v1')
const alice = user('alice')

const removeAll = (name: RepositoryName) => db.transaction((transaction) => deleteRepository(transaction, name, alice))
const digestOf = async (name: RepositoryName, tag: string) =>
  (await metadata.findManifest(name, { tag: parseTag(tag) }))?.digest
const immutable = (tag: string, rule: string) =>
  expect.objectContaining({
    reason: 'TAG_IMMUTABLE',
    message: expect.stringContaining(`The tag ${tag} of `) as unknown,
    parameters: expect.objectContaining({ rule }) as unknown,
  }) as unknown

describe('an artifact that is part of an index', () => {
  const { pushImage, push } = inProject('dev')
  const pushIndex = (name: RepositoryName, children: Digest[], tags: string[]) =>
    push(name, Buffer.from(JSON.stringify(indexOf(children))), tags, mediaTypes.ociIndex)

  it('cannot be deleted before the index, whoever asks', async () => {
    const name = repo('dev/part')
    const child = await pushImage(name, 'child', ['child'])
    const index = await pushIndex(name, [child.digest], ['multi'])
    const refused = metadata.deleteManifest(name, child.digest, alice)
    await expect(refused).rejects.toBeInstanceOf(UserError)
    await expect(refused).rejects.toMatchObject({ reason: 'ARTIFACT_REFERENCED', entry: { status: 412 } })
    expect(await digestOf(name, 'child')).toBe(child.digest)
    const { rows } = await database.pool.query(
      `select from event where repository = 'dev/part' and type = 'artifact.deleted'`,
    )
    expect(rows).toEqual([])
    expect(await metadata.deleteTag(name, parseTag('child'), alice)).toBe(true)
    expect(await metadata.deleteManifest(name, index, alice)).toBe(true)
    expect(await metadata.deleteManifest(name, child.digest, alice)).toBe(true)
  })

  it('is either refused or missed by the index that is pushed at the same time', async () => {
    const name = repo('dev/part-race')
    for (let round = 0; round < 20; round += 1) {
      const child = await pushImage(name, `child ${round}`, [])
      const [deleted, pushed] = await Promise.allSettled([
        metadata.deleteManifest(name, child.digest, alice),
        pushIndex(name, [child.digest], ['multi']),
      ])
      expect([deleted.status, pushed.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('tags that a rule keeps', () => {
  const { pushImage } = inProject('kept')
  const name = repo('kept/team/app')
  const rule = 'team/* : v*'
  let first: Digest

  beforeAll(async () => {
    const { id } = await insertProject(database.pool, { name: 'kept' })
    await database.pool.query(
      `insert into immutable_rule (project_id, repository_pattern, tag_pattern, disabled) values
         ($1, 'team/*', 'v*', false), ($1, '**', '**', true)`,
      [id],
    )
    ;({ digest: first } = await pushImage(name, 'first', ['v1', 'latest']))
  })

  it('are not moved by a push; what the same push would have added does not come', async () => {
    await expect(pushImage(name, 'second', ['a', 'v1'])).rejects.toEqual(immutable('v1', rule))
    await expect(pushImage(name, 'second', ['v1'])).rejects.toEqual(immutable('v1', rule))
    expect(await metadata.listTags(name, { limit: 10 })).toEqual(['latest', 'v1'])
    expect(await metadata.listManifests(name, { limit: 10 })).toEqual([first])
  })

  it('may be pushed again as they are, and be new', async () => {
    expect((await pushImage(name, 'first', ['v1'])).digest).toBe(first)
    await pushImage(name, 'third', ['v3'])
    expect(await digestOf(name, 'v1')).toBe(first)
  })

  it('are not moved, deleted or taken along by whoever changes content otherwise', async () => {
    const other = await pushImage(name, 'other', ['other'])
    expect(await db.transaction((transaction) => createTag(transaction, name, other.digest, v1, alice))).toBe('taken')
    await expect(metadata.deleteTag(name, v1, alice)).rejects.toEqual(immutable('v1', rule))
    await expect(metadata.deleteManifest(name, first, alice)).rejects.toEqual(immutable('v1', rule))
    await expect(removeAll(name)).rejects.toEqual(immutable('v1', rule))
    expect(await digestOf(name, 'v1')).toBe(first)
    expect(await digestOf(name, 'latest')).toBe(first)
  })

  it('are no others: of other names, of other repositories, and what has no tag', async () => {
    const { digest } = await pushImage(name, 'moved', ['latest'])
    expect(await digestOf(name, 'latest')).toBe(digest)
    expect(await metadata.deleteManifest(name, digest, alice)).toBe(true)
    const outside = repo('kept/app')
    await pushImage(outside, 'first', ['v1'])
    await pushImage(outside, 'second', ['v1'])
    expect(await removeAll(outside)).toBe(true)
    const untagged = await pushImage(name, 'untagged', [])
    await database.pool.query(`update artifact set pushed_at = now() - interval '2 days' where digest = $1`, [
      untagged.digest,
    ])
    expect((await garbage.deleteUntagged(604_800, '0', 100, platform)).deleted).toMatchObject([
      { digest: untagged.digest },
    ])
  })

  it('are brought by one of many pushes at once, and kept from the others', async () => {
    for (let round = 0; round < 10; round += 1) {
      const texts = ['one', 'two', 'three', 'four'].map((text) => `${text} ${round}`)
      const pushed = await Promise.allSettled(texts.map((text) => pushImage(name, text, [`v-${round}`])))
      const winners = pushed.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.digest] : []))
      expect(winners).toHaveLength(1)
      expect(await digestOf(name, `v-${round}`)).toBe(winners[0])
    }
  })
})

it('a rule may be about all names but those that match', async () => {
  const { pushImage } = inProject('but')
  const { id } = await insertProject(database.pool, { name: 'but' })
  await database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, repository_excludes, tag_pattern, tag_excludes)
     values ($1, 'scratch', true, 'dev-*', true)`,
    [id],
  )
  for (const [path, tag] of [
    ['scratch', 'v1'],
    ['app', 'dev-1'],
  ] as const) {
    await pushImage(repo(`but/${path}`), 'one', [tag])
    await pushImage(repo(`but/${path}`), 'two', [tag])
  }
  await pushImage(repo('but/app'), 'one', ['v1'])
  await expect(pushImage(repo('but/app'), 'two', ['v1'])).rejects.toEqual(
    immutable('v1', 'all but scratch : all but dev-*'),
  )
})

it('a rule that cannot be understood keeps every tag', async () => {
  const { pushImage } = inProject('odd')
  const { id } = await insertProject(database.pool, { name: 'odd' })
  await database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern, tag_excludes) values ($1, '**', '{v', true)`,
    [id],
  )
  await pushImage(repo('odd/app'), 'one', ['dev'])
  await expect(pushImage(repo('odd/app'), 'two', ['dev'])).rejects.toEqual(immutable('dev', '** : all but {v'))
})
