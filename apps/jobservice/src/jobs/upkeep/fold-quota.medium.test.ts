import { Database } from '@berth/database'
import { createTestDatabase, insertProject, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldQuota } from './fold-quota.js'
import { testContext } from '../../testing/job-context.js'

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

test('adds deltas to the usage of their projects and takes none twice', async () => {
  const { pool } = database
  const [first, second] = [await insertProject(pool), await insertProject(pool)]
  await pool.query(`insert into quota_delta (project_id, bytes) values ($1, 100), ($1, -30), ($2, 5000000000)`, [
    first.id,
    second.id,
  ])
  const job = foldQuota(db)
  const results = await Promise.all([job.run({}, testContext()), job.run({}, testContext())])
  expect(results.reduce((sum, result) => sum + Number(result['folded']), 0)).toBe(3)
  const { rows } = await pool.query('select used_bytes from quota order by project_id')
  expect(rows).toEqual([{ used_bytes: '70' }, { used_bytes: '5000000000' }])
  expect((await pool.query('select 1 from quota_delta')).rowCount).toBe(0)
  expect(await job.run({}, testContext())).toEqual({ folded: 0 })
})

test('gives a project that has no quota row one', async () => {
  const { pool } = database
  const project = await insertProject(pool)
  await pool.query('delete from quota where project_id = $1', [project.id])
  await pool.query('insert into quota_delta (project_id, bytes) values ($1, 7)', [project.id])
  await foldQuota(db).run({}, testContext())
  const { rows } = await pool.query('select hard_bytes, used_bytes from quota where project_id = $1', [project.id])
  expect(rows).toEqual([{ hard_bytes: '-1', used_bytes: '7' }])
})

test('adds what blobs brought and took to the size of the storage', async () => {
  const { pool } = database
  await pool.query('insert into storage_delta (bytes) values (500), (-200)')
  expect(await foldQuota(db).run({}, testContext())).toEqual({ folded: 2 })
  expect((await pool.query('select bytes from storage')).rows).toEqual([{ bytes: '300' }])
  expect((await pool.query('select from storage_delta')).rowCount).toBe(0)
})

test('tells of a project that comes near its limit once each time', async () => {
  const { pool } = database
  const project = await insertProject(pool)
  const told = async () =>
    (await pool.query(`select payload from event where type = 'quota.warned' and project_id = $1`, [project.id])).rows
  const use = async (bytes: number) => {
    await pool.query('insert into quota_delta (project_id, bytes) values ($1, $2)', [project.id, bytes])
    await foldQuota(db).run({}, testContext())
  }
  await use(800)
  await pool.query('update quota set hard_bytes = 1000 where project_id = $1', [project.id])
  await use(49)
  expect(await told()).toEqual([])
  await use(1)
  await use(100)
  expect(await told()).toMatchObject([{ payload: { storage: 1000, used: 850 } }])
  await use(-200)
  await use(300)
  expect(await told()).toHaveLength(2)
  await pool.query('update quota set hard_bytes = 5000 where project_id = $1', [project.id])
  await use(0)
  await pool.query('update quota set hard_bytes = 1000 where project_id = $1', [project.id])
  await use(0)
  expect(await told()).toHaveLength(3)
})
