import { tagSortKey } from '@berth/oci'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database.js'
import { fillDatabase } from './fill-database.js'
import { fillSizes } from './fill-sizes.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const indexes = `select indexdef from pg_indexes where schemaname = 'public' and tablename !~ '^event_' order by 1`

test('fills a database as a registry would have, twice over, and puts the indexes back', async () => {
  const { pool, settings } = database
  const before = await pool.query(indexes)
  const sizes = fillSizes(0.001)
  await fillDatabase(settings, sizes)
  await fillDatabase(settings, sizes)
  expect((await pool.query(indexes)).rows).toEqual(before.rows)

  const { rows } = await pool.query(`select
    (select count(*)::int from artifact) as artifacts, (select count(*)::int from repository) as repositories,
    (select count(*)::int from project) as projects, (select count(*)::int from "user") as users,
    (select sum(repo_count)::int from project) as counted,
    (select count(*)::int from artifact where deleted_at is not null) as deleted,
    (select count(*)::int from event) as events, (select count(*)::int from event_default) as astray,
    (select max(count)::int from (select count(*) from job_execution where parent_id is not null group by parent_id) t) as tasks,
    (select count(*)::int from job_execution where job = 'webhook-delivery') as deliveries,
    (select count(*)::int from retention_verdict) as verdicts`)
  expect(rows[0]).toEqual({
    artifacts: 1000,
    repositories: 10,
    projects: 5,
    users: 20,
    counted: 10,
    deleted: 1,
    events: 10_000,
    astray: 0,
    tasks: 100,
    deliveries: 100,
    verdicts: 100,
  })

  const tags = await pool.query<{ name: string; sort_key: string }>('select name, sort_key from tag')
  expect(tags.rowCount).toBe(1998)
  for (const { name, sort_key } of tags.rows) expect(sort_key).toBe(tagSortKey(name))
})

test('every manifest names blobs and children of its own repository', async () => {
  const { rows } = await database.pool.query(`
    select a.id from artifact a join artifact_blob u on u.artifact_id = a.id
    where not exists (select from repository_blob l where l.repository_id = a.repository_id and l.digest = u.digest)
    union all
    select p.id from artifact_reference f join artifact p on p.id = f.parent_id
    where not exists (select from artifact c where c.repository_id = p.repository_id and c.digest = f.child_digest)`)
  expect(rows).toEqual([])
})
