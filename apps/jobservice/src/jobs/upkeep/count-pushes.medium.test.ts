import { Database } from '@berth/database'
import { createTestDatabase, insertProject, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { countPushes } from './count-pushes.js'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = new Database(database.settings)
})
afterAll(async () => {
  await db.close()
  await database[Symbol.asyncDispose]()
})

test('counts the pushes of each day once, beside pulls, also where events go', async () => {
  const { pool } = database
  const project = await insertProject(pool)
  const push = (at: string, type = 'artifact.pushed') =>
    pool.query(
      `insert into event (at, type, project_id, actor_kind, actor_name, payload, operation, resource_type, resource, entry)
       values (${at}, $2, $1, 'user', 'uma', '{}', 'create', 'artifact', '', 'none')`,
      [project.id, type],
    )
  const midnight = `date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'`
  await push(midnight)
  await push(`${midnight} + interval '1 second'`)
  await push(`${midnight} - interval '1 second'`)
  await push(midnight, 'tag.deleted')
  await pool.query(
    `insert into daily_activity (day, project_id, pulls) values ((now() at time zone 'UTC')::date, $1, 7)`,
    [project.id],
  )
  await pool.query(`insert into daily_activity (day, project_id, pulls) values ('2001-01-01', $1, 7)`, [project.id])
  await countPushes(db).run({}, testContext())
  await countPushes(db).run({}, testContext())
  await pool.query('delete from event')
  await countPushes(db).run({}, testContext())
  const { rows } = await pool.query('select pushes, pulls from daily_activity where project_id = $1 order by day', [
    project.id,
  ])
  expect(rows).toEqual([
    { pushes: '1', pulls: '0' },
    { pushes: '2', pulls: '7' },
  ])
})
