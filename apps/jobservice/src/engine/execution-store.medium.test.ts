import { randomUUID } from 'node:crypto'
import { Database } from '@berth/database'
import { createTestDatabase, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countingJob, insertExecution } from '../testing/jobservice-under-test.js'
import { type Claim, ExecutionStore } from './execution-store.js'
import { createJobTable } from './job-table.js'

const { job } = countingJob()
const told = { progress: { at: 'late' }, counts: { done: 9, failed: 9 } }

let database: TestDatabase
let db: Database
let store: ExecutionStore
beforeAll(async () => {
  database = await createTestDatabase()
  db = new Database({ ...database.settings, poolSize: 2 })
  store = new ExecutionStore(db, 60, createJobTable(['count'], [job]), randomUUID())
})
afterAll(async () => {
  await db.close()
  await database[Symbol.asyncDispose]()
})
beforeEach(() => database.pool.query('truncate job_execution cascade'))

const set = (change: string) => database.pool.query(`update job_execution set ${change}`)

async function everything() {
  const [executions, logs] = await Promise.all([
    database.pool.query('select * from job_execution order by id'),
    database.pool.query('select * from job_log order by id'),
  ])
  return { executions: executions.rows, logs: logs.rows }
}

async function claim(): Promise<Claim> {
  const claimed = await store.claim(await insertExecution(database, 'a'))
  if (!claimed) throw new Error('It was not claimed.')
  return claimed
}

/** How a worker loses its execution, and how the row stands then. */
const losses: Readonly<Record<string, (lost: Claim) => Promise<unknown>>> = {
  'is run by another worker': async ({ id }) => {
    await set(`lease_until = now() - interval '1 second'`)
    await store.recoverExpired()
    expect(await store.claim(id)).toMatchObject({ attempts: 2 })
  },
  'is to be repeated': async () => {
    await set(`lease_until = now() - interval '1 second'`)
    await store.recoverExpired()
  },
  'waits for its tasks': () => set('lease_until = null'),
  'has ended': () => set(`status = 'success', lease_until = null`),
  'was stopped': () => set(`status = 'stopped', lease_until = null`),
}

/** What a worker changes, and what it is told when the execution is no longer its own. */
const changes: ReadonlyArray<readonly [name: string, change: (lost: Claim) => Promise<unknown>, answer: unknown]> = [
  ['heartbeat', (lost) => store.heartbeat(lost, told), false],
  ['succeed', (lost) => store.succeed(lost, { done: 'late' }, told), undefined],
  ['fail', (lost) => store.fail(lost, 'late', told), undefined],
  ['retry', (lost) => store.retry(lost, 'late', 5, told), undefined],
  ['hand back', (lost) => store.handBack(lost, told), undefined],
  ['spawn', (lost) => store.spawn(lost, job, [{ name: 'late' }]), false],
]

describe.each(Object.entries(losses))('of an execution that %s', (_, lose) => {
  it.each(changes)('a worker that had it changes nothing by %s', async (_, change, answer) => {
    const lost = await claim()
    await lose(lost)
    const before = await everything()
    expect(await change(lost)).toBe(answer)
    expect(await everything()).toEqual(before)
  })
})

describe('a worker that has its execution', () => {
  it('extends its lease and keeps what was told', async () => {
    const mine = await claim()
    await set(`lease_until = now() + interval '1 second'`)
    expect(await store.heartbeat(mine, told)).toBe(true)
    const { rows } = await database.pool.query(
      `select progress, counts, lease_until > now() + interval '50 seconds' as extended from job_execution`,
    )
    expect(rows).toEqual([{ ...told, extended: true }])
  })

  it('ends it', async () => {
    expect(await store.succeed(await claim(), { done: 'a' }, told)).toBe('success')
    expect((await everything()).executions).toMatchObject([{ status: 'success', result: { done: 'a' }, ...told }])
  })

  it('keeps nothing of what it told where somebody else has started it again', async () => {
    const lost = await claim()
    await losses['is run by another worker']?.(lost)
    const before = await everything()
    await store.leave(lost, told)
    await store.appendLog(lost, 'late\n')
    expect(await everything()).toEqual(before)
  })

  it('keeps how far it was where it was stopped', async () => {
    const stopped = await claim()
    await losses['was stopped']?.(stopped)
    await store.leave(stopped, told)
    await store.appendLog(stopped, 'stopped\n')
    expect(await everything()).toMatchObject({
      executions: [{ status: 'stopped', ...told }],
      logs: [{ text: 'stopped\n' }],
    })
  })
})

it('ends what a command ran that has fallen silent, once for all, and leaves jobs of another version', async () => {
  await database.pool.query(`
    insert into job_execution (job, class, trigger, status, attempts, lease_until) values
      ('import', 'command', 'manual', 'running', 1, now() - interval '1 second'),
      ('newer', 'upkeep', 'manual', 'running', 1, now() - interval '1 second')`)
  expect(await store.recoverExpired()).toBe(1)
  const { executions } = await everything()
  expect(executions).toMatchObject([
    { job: 'import', status: 'error', error: 'The command fell silent during attempt 1.', lease_until: null },
    { job: 'newer', status: 'running' },
  ])
})
