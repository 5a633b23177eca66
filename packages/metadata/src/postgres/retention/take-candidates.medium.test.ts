import { insertProject } from '@berth/testkit'
import { parseRepositoryName } from '@berth/oci'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill, platform } from '../../testing/fill.js'
import { openPostgres } from '../../testing/postgres-under-test.js'
import { createRetention } from './create-retention.js'

const postgres = await openPostgres()
const { database, db, metadata, files } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())
const retention = createRetention(db)
const { pushImage } = fill({ metadata, project: 'kept', publish: async (digest) => void files.add(digest) })
const name = parseRepositoryName('kept/app')
beforeAll(async () => void (await insertProject(database.pool, { name: 'kept' })))

it('leaves what has changed since somebody decided that it goes, and what a rule keeps by then', async () => {
  const tags = ['goes', 'tagged', 'pulled', 'ruled', 'deleted']
  for (const tag of tags) await pushImage(name, tag, [tag])
  const { rows } = await database.pool.query<{ id: string; project_id: number }>(
    'select id, project_id from repository where name = $1',
    [name],
  )
  const repository = { id: rows[0]?.id ?? '', name }
  const candidates = await retention.listCandidates(repository, 0, '0', 10)
  expect(candidates.map((candidate) => candidate.tags)).toEqual(tags.map((tag) => [tag]))

  await pushImage(name, 'tagged', ['again'])
  await database.pool.query(`update artifact set pulled_at = now() where id = $1`, [candidates[2]?.id])
  await database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern) values ($1, '**', 'ruled')`,
    [rows[0]?.project_id],
  )
  await metadata.deleteManifest(name, candidates[4]?.digest ?? expect.fail(), platform)
  const taken = await db.transaction((transaction) => retention.take(transaction, repository, candidates, platform))
  expect(taken.map(({ candidate, outcome }) => [candidate.tags[0], outcome])).toEqual([
    ['goes', 'gone'],
    ['tagged', 'changed'],
    ['pulled', 'changed'],
    ['ruled', 'refused'],
    ['deleted', 'changed'],
  ])
  expect(taken[3]).toMatchObject({ detail: expect.stringContaining('** : ruled') as unknown })
  expect((await metadata.listTags(name, { limit: 10 })).toSorted()).toEqual(['again', 'pulled', 'ruled', 'tagged'])
})
