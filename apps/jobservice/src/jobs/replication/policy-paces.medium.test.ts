import { randomUUID } from 'node:crypto'
import { Database } from '@berth/database'
import { createTestDatabase } from '@berth/testkit'
import { afterAll, expect, it, vi } from 'vitest'
import { Pace } from '../pace.js'
import { PolicyPaces } from './policy-paces.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

it('shares a speed among the jobservices that copy something of the policy, and no others', async () => {
  const database = stack.use(await createTestDatabase())
  const db = new Database(database.settings)
  stack.defer(() => db.close())
  const addTask = (policy: number, pool: string, status: string) =>
    database.pool.query(
      `insert into job_execution (job, class, subject_kind, subject_id, trigger, payload, status, worker_pool, lease_until)
       values ('replication-task', 'transfer', 'replication', $1, 'manual', '{}', $2, $3, now() + interval '1 minute')`,
      [policy, status, pool],
    )
  const [here, there, idle] = [randomUUID(), randomUUID(), randomUUID()]
  // One that does nothing, one that copies for another policy, and one that has ended.
  await database.pool.query(
    `insert into worker_pool (id, host, pid, workers, lease_seconds) values ($1, 'idle', 1, '{}', 60)`,
    [idle],
  )
  await addTask(8, idle, 'running')
  await addTask(7, idle, 'success')
  await addTask(7, here, 'running')
  await addTask(7, here, 'running')
  const rates: number[] = []
  vi.spyOn(Pace.prototype, 'spend').mockImplementation(async function (this: Pace) {
    rates.push(this.bytesPerSecond)
  })
  const { signal } = new AbortController()
  const paces = new PolicyPaces(db)
  using first = await paces.use({ id: 7, speed: 100 })
  await first.spend(1, signal)
  // Another one begins: whoever copies already is slowed down with it.
  await addTask(7, there, 'running')
  using second = await paces.use({ id: 7, speed: 100 })
  await second.spend(1, signal)
  await first.spend(1, signal)
  expect(rates).toEqual([102_400, 51_200, 51_200])
})
