import { Database } from '@berth/database'
import { createTestDatabase } from '@berth/testkit'
import { expect, onTestFinished, test } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { addEventMonths } from './add-event-months.js'

test('makes the months that are not there yet, also where the net has caught their events', async () => {
  await using database = await createTestDatabase()
  const { pool } = database
  const db = new Database(database.settings)
  onTestFinished(() => db.close())
  const months = async () =>
    (await pool.query(`select relname from pg_class where relname ~ '^event_\\d{4}_\\d\\d$' order by 1`)).rows
  const before = await months()
  expect(before).toHaveLength(3)
  await pool.query(`do $$ declare month text; begin
    foreach month in array array(select relname from pg_class where relname ~ '^event_\\d{4}_\\d\\d$') loop
      execute 'drop table ' || month;
    end loop; end $$`)
  await pool.query(
    `insert into event (type, actor_kind, actor_name, payload) values ('user.signed-in', 'user', 'alice', '{}')`,
  )
  expect(await addEventMonths(db).run({}, testContext())).toEqual({ made: 3 })
  expect(await addEventMonths(db).run({}, testContext())).toEqual({ made: 0 })
  expect(await months()).toEqual(before)
  expect((await pool.query('select tableoid::regclass::text as name from event')).rows).toEqual([
    { name: before[0]?.relname as string },
  ])
})
