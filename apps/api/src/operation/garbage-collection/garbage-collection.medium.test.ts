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
  await api.database.pool.query('delete from job_execution; delete from schedule')
})

type Method = 'GET' | 'POST' | 'PUT'
const call = (method: Method, path: string, body?: unknown, as?: string) =>
  api.call({ method, path: `system/gc${path}`, as: as ?? 'admin', ...(body === undefined ? {} : { body }) })
const schedule = (type: string, cron?: string, parameters?: object) => ({
  schedule: { type, ...(cron === undefined ? {} : { cron }) },
  ...(parameters ? { parameters } : {}),
})

async function insertRun(columns: Record<string, unknown> = {}): Promise<number> {
  const row = { job: 'garbage-collection', trigger: 'manual', status: 'success', payload: '{}', ...columns }
  const { rows } = await api.database.pool.query(
    `insert into job_execution (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_, index) => `$${index + 1}`)
      .join(', ')}) returning id`,
    Object.values(row),
  )
  return Number(rows[0].id)
}

const noSchedule = { status: 200, text: '' }

describe('garbage collection', () => {
  it('is for system administrators alone', async () => {
    const id = await insertRun()
    const calls: [Method, string, unknown?][] = [
      ['GET', ''],
      ['GET', `/${id}`],
      ['PUT', `/${id}`],
      ['GET', `/${id}/log`],
      ['GET', '/schedule'],
      ['POST', '/schedule', schedule('Manual')],
      ['PUT', '/schedule', schedule('None')],
    ]
    for (const [method, path, body] of calls) {
      expect(await call(method, path, body, 'olga')).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
      const anonymous = await api.call({ method, path: `system/gc${path}`, ...(body === undefined ? {} : { body }) })
      expect(anonymous).toMatchObject({ status: 401 })
    }
    expect((await call('GET', '')).headers['x-total-count']).toBe('1')
  })

  it('starts at once when asked by hand, with what it is told', async () => {
    const parameters = { delete_untagged: true, dry_run: true, workers: 3 }
    const { status, headers, text } = await call('POST', '/schedule', schedule('Manual', undefined, parameters))
    expect({ status, text }).toEqual({ status: 201, text: '' })
    expect(headers['location']).toMatch(/^\/api\/v2\.0\/system\/gc\/\d+$/)
    const { body } = await api.call({ path: String(headers['location']), as: 'admin' })
    expect(body).toMatchObject({
      job_name: 'GARBAGE_COLLECTION',
      job_kind: 'MANUAL',
      job_status: 'Pending',
      schedule: { type: 'Manual' },
      deleted: false,
    })
    expect(JSON.parse(body.job_parameters)).toEqual({ ...parameters, delete_tag: false, purge_deleted: false })
    const { rows } = await api.database.pool.query(`
      select class, subject_kind, subject_id, started_by from job_execution`)
    const started_by = { kind: 'user', id: 1, name: 'admin' }
    expect(rows).toEqual([{ class: 'upkeep', subject_kind: 'system', subject_id: '0', started_by }])
    await call('PUT', '/schedule', schedule('Manual'))
    expect((await call('GET', '')).headers['x-total-count']).toBe('2')
    expect(await call('GET', '/schedule')).toMatchObject(noSchedule)
  })

  it('refuses what it does not understand, and changes nothing then', async () => {
    const badParameters = [{ workers: 0 }, { workers: 11 }, { dry_run: 'yes' }]
    for (const method of ['POST', 'PUT'] as const) {
      for (const body of [{}, { schedule: null }, { schedule: {} }])
        expect(await call(method, '/schedule', body)).toMatchObject({ status: 400, reason: 'MISSING_FIELD' })
      expect(await call(method, '/schedule', schedule('Yearly'))).toMatchObject({ status: 422 })
      for (const parameters of badParameters) {
        const answer = await call(method, '/schedule', schedule('Manual', undefined, parameters))
        expect(answer).toMatchObject({ status: 400, reason: 'BAD_JOB_PARAMETERS' })
      }
      for (const cron of [undefined, '', 'each day', '* * * * * *', '0 0 0 31 2 *']) {
        expect(await call(method, '/schedule', schedule('Custom', cron))).toMatchObject({
          status: 400,
          reason: 'BAD_CRON',
        })
      }
    }
    expect((await call('GET', '')).body).toEqual([])
    expect(await call('GET', '/schedule')).toMatchObject(noSchedule)
  })

  it('runs by a schedule that is made, replaced, changed and switched off', async () => {
    expect(await call('POST', '/schedule', schedule('Daily'))).toMatchObject({ status: 201 })
    await call('PUT', '/schedule', schedule('None'))
    const made = await call('POST', '/schedule', schedule('Weekly', '0 0 2 * * 6', { delete_untagged: true }))
    expect(made).toMatchObject({ status: 201, headers: { location: '/api/v2.0/system/gc/schedule' } })
    const weekly = (await call('GET', '/schedule')).body
    expect(weekly).toMatchObject({
      id: expect.any(Number),
      job_kind: '0 0 2 * * 6',
      schedule: { type: 'Weekly', cron: '0 0 2 * * 6' },
    })
    expect(weekly.creation_time).toBe(weekly.update_time)
    expect(JSON.parse(weekly.job_parameters)).toMatchObject({ delete_untagged: true, dry_run: false })
    const next = new Date(weekly.schedule.next_scheduled_time)
    expect([next.getUTCDay(), next.getUTCHours(), next > new Date()]).toEqual([6, 2, true])

    expect(await call('PUT', '/schedule', schedule('Hourly'))).toMatchObject({ status: 200 })
    const hourly = (await call('GET', '/schedule')).body
    expect(hourly.schedule).toMatchObject({ type: 'Hourly', cron: '0 0 * * * *' })
    expect(hourly).toMatchObject({ id: weekly.id, creation_time: weekly.creation_time })
    expect(Date.parse(hourly.update_time)).toBeGreaterThan(Date.parse(weekly.update_time))
    expect(Date.parse(hourly.schedule.next_scheduled_time) - Date.now()).toBeLessThanOrEqual(3_600_000)

    expect(await call('POST', '/schedule', schedule('Daily'))).toMatchObject({ status: 201 })
    expect((await call('GET', '/schedule')).body).toMatchObject({ id: weekly.id, schedule: { type: 'Daily' } })

    expect(await call('PUT', '/schedule', schedule('None'))).toMatchObject({ status: 200 })
    expect(await call('GET', '/schedule')).toMatchObject(noSchedule)
    expect(await call('POST', '/schedule', schedule('Custom', '30 3 * * *'))).toMatchObject({ status: 201 })
    const { rows } = await api.database.pool.query('select job, cron, type, enabled, payload from schedule')
    expect(rows).toEqual([
      {
        job: 'garbage-collection',
        cron: '30 3 * * *',
        type: 'Custom',
        enabled: true,
        payload: { delete_untagged: false, purge_deleted: false, delete_tag: false, dry_run: false, workers: 1 },
      },
    ])
  })

  it('has a schedule beside those of other subjects', async () => {
    await api.database.pool.query(
      `insert into schedule (job, subject_kind, subject_id, cron) values ('garbage-collection', 'project', 1, '0 1 * * *')`,
    )
    expect(await call('GET', '/schedule')).toMatchObject(noSchedule)
    expect(await call('POST', '/schedule', schedule('Daily'))).toMatchObject({ status: 201 })
    expect(await call('PUT', '/schedule', schedule('None'))).toMatchObject({ status: 200 })
    const { rows } = await api.database.pool.query('select subject_kind, enabled from schedule order by id')
    expect(rows).toEqual([
      { subject_kind: 'project', enabled: true },
      { subject_kind: 'system', enabled: false },
    ])
  })

  it('lists its runs and no others, filtered, sorted and in pages', async () => {
    const result = { freed_space: 12, purged_blobs: 2, purged_manifests: 1 }
    const first = await insertRun({ result: JSON.stringify(result), payload: JSON.stringify({ dry_run: true }) })
    const second = await insertRun({ trigger: 'schedule', status: 'error' })
    const third = await insertRun({ status: 'running', progress: JSON.stringify({ freed_space: 5 }) })
    const foreign = await insertRun({ job: 'reclaim' })
    const ofProject = await insertRun({ subject_kind: 'project', subject_id: 1 })
    await insertRun({ parent_id: first })
    const ids = async (query: string) => (await call('GET', query)).body.map((row: { id: number }) => row.id)
    expect(await ids('')).toEqual([third, second, first])
    expect(await ids('?sort=creation_time')).toEqual([first, second, third])
    expect(await ids('?q=job_status%3DError')).toEqual([second])
    expect(await ids('?q=trigger%3DSCHEDULE')).toEqual([second])
    expect(await ids('?page=2&page_size=2')).toEqual([first])
    const page = await call('GET', '?page=2&page_size=2')
    expect(page.headers).toMatchObject({ 'x-total-count': '3', link: expect.stringContaining('rel="prev"') })
    expect(JSON.parse(page.body[0].job_parameters)).toEqual({ dry_run: true, ...result })
    expect(JSON.parse((await call('GET', `/${third}`)).body.job_parameters)).toEqual({ freed_space: 5 })
    expect(await ids('?q=nonsense%3D1')).toEqual([third, second, first])
    for (const path of [`/${foreign}`, `/${ofProject}`, `/${third + 100}`, `/${foreign}/log`]) {
      expect(await call('GET', path)).toMatchObject({ status: 404, reason: 'EXECUTION_NOT_FOUND' })
    }
    expect(await call('GET', '/first')).toMatchObject({ status: 422 })
  })

  it('stops what waits or runs, and leaves what has ended', async () => {
    const [pending, running, ended] = [
      await insertRun({ status: 'pending' }),
      await insertRun({ status: 'running', lease_until: new Date() }),
      await insertRun(),
    ]
    const foreign = await insertRun({ job: 'reclaim', status: 'running' })
    for (const id of [pending, running, ended]) expect(await call('PUT', `/${id}`)).toMatchObject({ status: 200 })
    for (const id of [foreign, foreign + 100]) expect(await call('PUT', `/${id}`)).toMatchObject({ status: 404 })
    const { rows } = await api.database.pool.query(
      'select status, ended_at is null as open from job_execution order by id',
    )
    expect(rows).toEqual([
      { status: 'stopped', open: false },
      { status: 'stopped', open: false },
      { status: 'success', open: true },
      { status: 'running', open: true },
    ])
  })

  it('takes a request that names a type of body and has none, as clients of Harbor send it', async () => {
    const id = await insertRun({ status: 'pending' })
    const headers = { 'content-type': 'application/json' }
    expect(await api.call({ method: 'PUT', path: `system/gc/${id}`, as: 'admin', headers })).toMatchObject({
      status: 200,
    })
    expect((await call('GET', `/${id}`)).body.job_status).toBe('Stopped')
    const nothing = await api.call({ method: 'POST', path: 'system/gc/schedule', as: 'admin', headers })
    expect(nothing).toMatchObject({ status: 422 })
  })

  it('shows the log as text, in order, also while it is empty', async () => {
    const id = await insertRun()
    expect(await call('GET', `/${id}/log`)).toMatchObject({ status: 200, text: '' })
    const more = Array.from({ length: 20 }, (_, index) => `line ${index}\n`)
    for (const text of ['one\ntwo\n', '', 'three\n', ...more]) {
      await api.database.pool.query('insert into job_log (execution_id, text) values ($1, $2)', [id, text])
    }
    const { text, headers } = await call('GET', `/${id}/log`)
    expect(text).toBe(`one\ntwo\nthree\n${more.join('')}`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  })
})
