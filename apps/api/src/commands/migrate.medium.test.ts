import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readMigrations } from '@berth/database'
import { migrate } from '@berth/database/orm'
import { createTestDatabase, waitUntil } from '@berth/testkit'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../dist/commands/migrate.js', import.meta.url))

it('brings an empty database up to date, and tells before what is missing', async () => {
  await using database = await createTestDatabase()
  await database.pool.query('drop schema public cascade; create schema public')
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [program, ...args], { env: database.environment })
  await expect(run('--chek')).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining("'--chek'"),
  })
  await expect(run('--check')).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^missing: 0001-initial\n/),
  })
  expect((await run()).stdout).toMatch(/^done: 0001-initial/)
  expect(await run('--check')).toMatchObject({ stdout: 'The schema is up to date.\n' })
  expect(await run()).toMatchObject({ stdout: 'The schema is up to date.\n' })
})

const indexes = async () => [
  ...(await readMigrations()),
  { name: '9999-index', indexes: [{ name: 'setting_updated', on: 'setting (updated_at)' }] },
]

it('builds an index again that an interruption has left unfinished', async () => {
  await using database = await createTestDatabase()
  const { pool, settings } = database
  const index = async () =>
    (
      await pool.query<{ valid: boolean }>(
        `select indisvalid as valid from pg_index where indexrelid = to_regclass('setting_updated')`,
      )
    ).rows
  const writer = await pool.connect()
  await writer.query('begin')
  await writer.query(`insert into setting (key, value) values ('a', '1')`)
  const interrupted = expect(migrate(settings, indexes())).rejects.toThrow('terminating connection')
  await waitUntil(async () => (await index()).length === 1, { what: 'the index is begun' })
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'create index%'`,
  )
  await interrupted
  await writer.query('commit')
  writer.release()
  expect(await index()).toEqual([{ valid: false }])
  // Two at once: whoever waits for the other one must not hold the index up.
  const ran = await Promise.all([migrate(settings, indexes()), migrate(settings, indexes())])
  expect(ran.flat()).toHaveLength(1)
  expect(await index()).toEqual([{ valid: true }])
})
