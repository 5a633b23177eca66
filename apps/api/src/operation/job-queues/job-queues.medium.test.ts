import { jobContracts } from '@berth/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('olga')
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await api.database.pool.query(`
    delete from job_execution; delete from schedule; delete from job_pause; delete from worker_pool`)
})

const get = (path: string, as = 'admin') => api.call({ path, as })
const put = (path: string, body?: object) =>
  api.call({ method: 'PUT', path: `jobservice/${path}`, as: 'admin', ...(body ? { body } : {}) })
const act = (queue: string, action: string) => put(`queues/${queue}`, { action })

async function insert(table: string, columns: Record<string, unknown>): Promise<string> {
  const names = Object.keys(columns)
  const { rows } = await api.database.pool.query<{ id: string }>(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    Object.values(columns),
  )
  return rows[0]?.id ?? ''
}
const run = (columns: Record<string, unknown> = {}) =>
  insert('job_execution', { job: 'garbage-collection', trigger: 'manual', status: 'pending', ...columns })
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
const statuses = async () =>
  (await api.database.pool.query<{ status: string }>('select status from job_execution order by id')).rows.map(
    ({ status }) => status,
  )
const eventsSince = async (id: string) =>
  (
    await api.database.pool.query(
      `select type, resource from event where id > $1 and actor_name = 'admin' order by id`,
      [id],
    )
  ).rows
const lastEvent = async () =>
  (await api.database.pool.query<{ id: string }>('select coalesce(max(id), 0) as id from event')).rows[0]?.id ?? '0'

const queue = async (type: string) => {
  const { body } = await get('jobservice/queues')
  return body.find((one: { job_type: string }) => one.job_type === type)
}

describe('queues of jobs', () => {
  it('are all types of jobs there are, each once, and the one of the schedules', async () => {
    const { body } = await get('jobservice/queues')
    const types = body.map(({ job_type }: { job_type: string }) => job_type)
    expect(new Set(types).size).toBe(types.length)
    expect(types.at(-1)).toBe('SCHEDULER')
    expect(types).toEqual(expect.arrayContaining(['GARBAGE_COLLECTION', 'PURGE_AUDIT_LOG', 'RETENTION']))
    expect(types).not.toContain('RETENTION_REPOSITORY')
    expect(types.length).toBeLessThan(Object.keys(jobContracts).length + 1)
  })

  it('say what waits, for how long, what runs and what failed of late', async () => {
    await run({ created_at: ago(90) })
    await run({ created_at: ago(30) })
    await run({ created_at: ago(900), lease_until: ago(-60), attempts: 1 })
    await run({ status: 'running' })
    await run({ status: 'error', ended_at: ago(60) })
    await run({ status: 'error', ended_at: ago(90_000) })
    const { latency, ...numbers } = await queue('GARBAGE_COLLECTION')
    expect(numbers).toEqual({
      job_type: 'GARBAGE_COLLECTION',
      class: 'upkeep',
      count: 3,
      delayed: 1,
      running: 1,
      failed: 1,
      paused: false,
    })
    expect(latency).toBeGreaterThanOrEqual(90)
    expect(latency).toBeLessThan(120)
  })

  it('are paused and resumed in any case of letters, with all jobs of their type, once', async () => {
    const before = await lastEvent()
    for (const name of ['retention', 'RETENTION'])
      expect(await act(name, 'pause')).toMatchObject({ status: 200, text: '' })
    expect(await queue('RETENTION')).toMatchObject({ paused: true })
    expect(await queue('GARBAGE_COLLECTION')).toMatchObject({ paused: false })
    const { rows } = await api.database.pool.query('select job from job_pause order by job')
    expect(rows).toEqual([{ job: 'retention' }, { job: 'retention-repository' }])
    for (const name of ['retention', 'RETENTION']) await act(name, 'resume')
    expect(await queue('RETENTION')).toMatchObject({ paused: false })
    expect(await eventsSince(before)).toEqual([
      { type: 'queue.paused', resource: 'RETENTION' },
      { type: 'queue.resumed', resource: 'RETENTION' },
    ])
  })

  it('are paused all at once, the schedules with them', async () => {
    expect((await get('schedules/all/paused', 'olga')).body).toEqual({ paused: false })
    await act('all', 'pause')
    const { body } = await get('jobservice/queues')
    expect(body.every(({ paused }: { paused: boolean }) => paused)).toBe(true)
    expect((await get('schedules/ALL/paused', 'olga')).body).toEqual({ paused: true })
    await act('all', 'resume')
    await act('scheduler', 'pause')
    expect((await get('schedules/all/paused')).body).toEqual({ paused: true })
    expect(await queue('GARBAGE_COLLECTION')).toMatchObject({ paused: false })
  })

  it('end what waits when they are stopped, and nothing else', async () => {
    await run()
    await run({ status: 'running' })
    await run({ job: 'retention' })
    await run({ job: 'retention-repository' })
    const before = await lastEvent()
    expect(await act('RETENTION', 'stop')).toMatchObject({ status: 200 })
    expect(await statuses()).toEqual(['pending', 'running', 'stopped', 'stopped'])
    await act('RETENTION', 'stop')
    await act('all', 'stop')
    expect(await statuses()).toEqual(['stopped', 'running', 'stopped', 'stopped'])
    expect(await eventsSince(before)).toEqual([
      { type: 'queue.stopped', resource: 'RETENTION' },
      { type: 'queue.stopped', resource: 'GARBAGE_COLLECTION' },
    ])
  })

  it('are refused what they do not know', async () => {
    expect(await act('nothing', 'pause')).toMatchObject({ status: 404, reason: 'QUEUE_NOT_FOUND' })
    expect(await act('RETENTION', 'free')).toMatchObject({ status: 422 })
    expect(await put('queues/RETENTION', {})).toMatchObject({ status: 400, reason: 'MISSING_FIELD' })
    expect(await get('schedules/RETENTION/paused')).toMatchObject({ status: 400, reason: 'SCHEDULES_PAUSED_ALL_ONLY' })
    expect(await act('x'.repeat(300), 'pause')).toMatchObject({ status: 422 })
  })

  it('are answered for without Redis, whose messages they are not', async () => {
    await run()
    await api.redis.stop()
    try {
      expect(await queue('GARBAGE_COLLECTION')).toMatchObject({ count: 1 })
      expect(await act('GARBAGE_COLLECTION', 'pause')).toMatchObject({ status: 200 })
      expect((await get('jobservice/pools')).status).toBe(200)
      // A session is kept in Redis: whoever comes with one is told so, at once.
      const { status, reason } = await api.call({
        path: 'jobservice/queues',
        headers: { cookie: `sid=${'a'.repeat(43)}` },
      })
      expect({ status, reason }).toEqual({ status: 503, reason: 'SESSIONS_UNAVAILABLE' })
    } finally {
      await api.redis.start()
    }
  })
})

describe('runs of all jobs', () => {
  it('are listed without their tasks, found by type and status, and stopped one by one', async () => {
    const parent = await run({
      job: 'retention',
      status: 'running',
      started_by: { kind: 'user', id: 1, name: 'admin' },
    })
    const task = await run({ job: 'retention-repository', parent_id: parent, status: 'running' })
    const other = await run({ status: 'error', error: 'no room' })
    const ids = async (path: string) => (await get(path)).body.map(({ id }: { id: number }) => String(id))
    expect(await ids('jobservice/jobs')).toEqual([other, parent])
    expect(await ids('jobservice/jobs?q=job_type%3DRETENTION')).toEqual([parent])
    expect(await ids('jobservice/jobs?q=status%3Derror')).toEqual([other])
    expect(await ids(`jobservice/jobs/${parent}/tasks`)).toEqual([task])
    expect((await get(`jobservice/jobs/${task}`)).body).toMatchObject({
      job_type: 'RETENTION',
      parent_id: Number(parent),
    })
    expect((await get(`jobservice/jobs/${parent}`)).body).toMatchObject({ started_by: 'admin', status: 'running' })
    for (let time = 0; time < 2; time += 1) expect(await put(`jobs/${parent}`)).toMatchObject({ status: 200, text: '' })
    expect(await statuses()).toEqual(['stopped', 'running', 'error'])
    expect(await put('jobs/999999999')).toMatchObject({ status: 404, reason: 'EXECUTION_NOT_FOUND' })
    expect(await put('jobs/none')).toMatchObject({ status: 422 })
  })

  it('are stopped all at once where they run, and told of without their tasks', async () => {
    const parent = await run({ job: 'retention', status: 'running' })
    await run({ job: 'retention-repository', parent_id: parent, status: 'running' })
    await run()
    const before = await lastEvent()
    expect(await put('jobs/all')).toMatchObject({ status: 200 })
    expect(await statuses()).toEqual(['stopped', 'stopped', 'pending'])
    expect(await eventsSince(before)).toEqual([{ type: 'job.stopped', resource: 'retention' }])
    await put('jobs/all')
    expect(await eventsSince(before)).toHaveLength(1)
  })

  it('say what they have reported', async () => {
    const id = await run({ status: 'running' })
    for (const text of ['one\n', 'two\n']) await insert('job_log', { execution_id: id, text })
    expect(await get(`jobservice/jobs/${id}/log`)).toMatchObject({ status: 200, text: 'one\ntwo\n' })
    expect(await get('jobservice/jobs/999999999/log')).toMatchObject({ status: 404 })
  })
})

describe('workers', () => {
  it('are those of the jobservices at work, with what they run', async () => {
    const columns = { host: 'one', pid: 7, workers: { upkeep: 2, scan: 1 }, lease_seconds: 60 }
    const [pool, silent] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    await insert('worker_pool', { id: pool, ...columns })
    await insert('worker_pool', { id: silent, ...columns, heartbeat_at: ago(300) })
    const id = await run({
      status: 'running',
      worker_pool: pool,
      lease_until: ago(-30),
      started_at: ago(10),
      progress: { done: 1 },
    })
    await run({ status: 'running', worker_pool: pool })
    expect((await get('jobservice/pools')).body).toMatchObject([
      { worker_pool_id: pool, pid: 7, host: 'one', concurrency: 3 },
    ])
    const { body } = await get('jobservice/pools/all/workers')
    expect(body.map(({ class: name, job_id }: { class: string; job_id?: string }) => [name, job_id])).toEqual([
      ['scan', undefined],
      ['upkeep', id],
      ['upkeep', undefined],
    ])
    expect(body[1]).toMatchObject({ pool_id: pool, job_name: 'garbage-collection', check_in: '{"done": 1}' })
    expect(Math.abs(Date.parse(body[1].checkin_at) - ago(30).getTime())).toBeLessThan(10_000)
    expect((await get(`jobservice/pools/${pool}/workers`)).body).toEqual(body)
    for (const name of [silent, 'none']) {
      expect(await get(`jobservice/pools/${name}/workers`)).toMatchObject({
        status: 404,
        reason: 'WORKER_POOL_NOT_FOUND',
      })
    }
  })
})

describe('schedules', () => {
  it('are those that are on, with when they run next in UTC and their second', async () => {
    const project = await api.createProject('dev', 'admin')
    const policy = await insert('retention_policy', { project_id: project, rules: '[]' })
    await insert('schedule', { job: 'scrub', cron: '0 0 0 * * 0' })
    await insert('schedule', { job: 'reclaim', cron: '* * * * *', enabled: false })
    await insert('schedule', { job: 'retention', subject_kind: 'retention', subject_id: policy, cron: '30 2 * * *' })
    const { body, headers } = await get('schedules')
    expect(headers['x-total-count']).toBe('2')
    expect(body).toMatchObject([
      { vendor_type: 'RETENTION', vendor_id: Number(policy), vendor_name: 'dev', cron: '0 30 2 * * *' },
      { vendor_type: 'SCRUB', vendor_id: 0, vendor_name: null, cron: '0 0 0 * * 0' },
    ])
    for (const { next_runs } of body) {
      expect(next_runs).toHaveLength(5)
      expect(next_runs.toSorted()).toEqual(next_runs)
    }
    expect(body[0].next_runs[0]).toMatch(/T02:30:00\.000Z$/)
  })
})
