import { auditTypes } from '@berth/contracts'
import { Database } from '@berth/database'
import { createTestDatabase, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { pruneEvents } from './prune-events.js'
import { purgeAuditLog } from './purge-audit-log.js'

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
beforeEach(async () => {
  await database.pool.query('truncate event, outbox, missed_event, audit_forward')
  await database.pool.query(`select add_event_months('2025-01-01', 3)`)
})

const hoursSince = (time: string) => Math.floor((Date.now() - Date.parse(time)) / 3_600_000)
const all = auditTypes.join(',')

/** Entries of a kind at a time; `resource` numbers them. */
async function insert(at: string, type: string, count = 1, entry = 'kept'): Promise<void> {
  const [operation, ...resourceType] = type.split('_')
  await database.pool.query(
    `insert into event (at, type, actor_kind, actor_name, payload, operation, resource_type, resource, entry)
     select $1, 'tag.created', 'user', 'ann', '{}', $2, $3, n::text, $5 from generate_series(1, $4::int) n`,
    [at, operation, resourceType.join('_'), count, entry],
  )
}

async function purge(parameters: object) {
  const context = testContext()
  const result = await purgeAuditLog(db).run({ include_event_types: all, ...parameters }, context)
  return { result, lines: context.lines.join('\n') }
}

const left = async () => {
  const { rows } = await database.pool.query<{ month: string; kind: string; count: string }>(
    `select to_char(at at time zone 'UTC', 'YYYY-MM') as month, operation || '_' || resource_type as kind, count(*) from event
     where type <> 'audit.purged' group by 1, 2 order by 1, 2`,
  )
  return rows.map(({ month, kind, count }) => `${month} ${kind} ${count}`)
}
const months = async () =>
  (
    await database.pool.query(
      `select from pg_class where relname in ('event_2025_01', 'event_2025_02', 'event_2025_03')`,
    )
  ).rowCount

test('removes what is older and of a kind that is named, whole months as tables, and writes that down', async () => {
  await insert('2025-01-10', 'create_tag', 30)
  await insert('2025-02-10', 'create_tag', 12_000)
  await insert('2025-02-11', 'delete_project', 2)
  await insert('2025-03-10', 'create_tag', 5)
  await insert('2025-03-20', 'create_tag', 7)
  const parameters = { audit_retention_hour: hoursSince('2025-03-15'), include_event_types: 'create_tag,pull_artifact' }
  const result = { purged_entries: 30 + 12_000 + 5, dropped_months: 1 }

  expect((await purge({ ...parameters, dry_run: true })).result).toEqual(result)
  expect(await left()).toHaveLength(4)
  expect(await months()).toBe(3)

  const run = await purge(parameters)
  expect(run.result).toEqual(result)
  expect(run.lines).toContain('event_2025_01: 30 entries, with the whole month')
  expect(await left()).toEqual(['2025-02 delete_project 2', '2025-03 create_tag 7'])
  expect(await months()).toBe(2)
  const { rows } = await database.pool.query(`select actor_name, payload from event where type = 'audit.purged'`)
  expect(rows).toEqual([{ actor_name: 'test', payload: { entries: 12_035, hours: parameters.audit_retention_hour } }])
  expect((await purge(parameters)).result).toEqual({ purged_entries: 0, dropped_months: 0 })
})

test('removes nothing where no kind is named', async () => {
  await insert('2025-01-10', 'create_tag')
  expect((await purge({ audit_retention_hour: 1, include_event_types: '' })).result).toEqual({
    purged_entries: 0,
    dropped_months: 0,
  })
  expect(await left()).toEqual(['2025-01 create_tag 1'])
})

test('runs with the longest time that may be asked for', async () => {
  await insert('2025-01-10', 'create_tag')
  expect((await purge({ audit_retention_hour: 240_000 })).result).toEqual({ purged_entries: 0, dropped_months: 0 })
  await expect(purge({ audit_retention_hour: 1_000_000_000 })).rejects.toThrow('audit_retention_hour')
})

test('leaves a month whose entries somebody waits for, and goes on with rows where readers are in the way', async () => {
  await insert('2025-01-10', 'create_tag', 2)
  await insert('2025-01-11', 'create_tag', 1, 'forwarded')
  const { rows } = await database.pool.query(
    `insert into audit_forward (event_id, event_at) select id, at from event where entry = 'forwarded' returning event_id`,
  )
  expect(rows).toHaveLength(1)
  expect((await purge({ audit_retention_hour: 24 })).result).toMatchObject({ purged_entries: 2, dropped_months: 2 })
  expect(await left()).toEqual(['2025-01 create_tag 1'])
})

test('does not wait for a reader of an old month, but deletes its rows', async () => {
  await insert('2025-01-10', 'create_tag', 3)
  const reader = await database.pool.connect()
  try {
    await reader.query('begin; select from event_2025_01')
    expect((await purge({ audit_retention_hour: hoursSince('2025-02-05') })).result).toEqual({
      purged_entries: 3,
      dropped_months: 0,
    })
    expect(await months()).toBe(3)
  } finally {
    await reader.query('rollback')
    reader.release()
  }
})

test('stops between two months', async () => {
  await insert('2025-01-10', 'create_tag')
  const stopped = new AbortController()
  stopped.abort(new Error('stopped'))
  const payload = { audit_retention_hour: 1, include_event_types: all }
  await expect(purgeAuditLog(db).run(payload, testContext(stopped.signal))).rejects.toThrow('stopped')
  expect(await left()).toEqual(['2025-01 create_tag 1'])
})

test('events that are no entries go as soon as nobody waits for them', async () => {
  await insert('2025-01-10', 'create_tag', 3, 'none')
  await insert('2025-01-11', 'create_tag', 2, 'forwarded')
  await insert('2025-01-12', 'create_tag', 1)
  await insert(new Date().toISOString(), 'create_tag', 1, 'none')
  await database.pool.query(
    `insert into audit_forward (event_id, event_at) select id, at from event where entry = 'forwarded' limit 1;
     insert into missed_event (listener, event_id, event_at, due_at)
     select 'some', id, at, now() from event where entry = 'none' order by at limit 1`,
  )
  expect(await pruneEvents(db).run({}, testContext())).toEqual({ events: 3 })
  expect((await left()).map((line) => line.slice(8))).toEqual(['create_tag 3', 'create_tag 1'])
})
