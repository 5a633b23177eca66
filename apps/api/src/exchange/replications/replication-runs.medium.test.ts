import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { replicationsOf } from '../../testing/replications.test.support.js'

let api: ApiUnderTest
let rules: Awaited<ReturnType<typeof replicationsOf>>
beforeAll(async () => {
  api = await ApiUnderTest.start()
  rules = await replicationsOf(api)
})
afterAll(() => api[Symbol.asyncDispose]())

const runs = 'replication/executions'

describe('runs of a rule', () => {
  const add = async (values: string) => {
    const { rows } = await api.database.pool.query<{ id: string }>(
      `insert into job_execution (job, trigger, status, subject_kind, subject_id, parent_id, payload, error, started_at, ended_at)
       values ${values} returning id`,
    )
    return rows.map(({ id }) => Number(id))
  }

  it('start while the rule is on, stop, and stand in Harbor’s words', async () => {
    const id = await rules.make('run')
    const started = await rules.start(id)
    expect(started).toMatchObject({ status: 201 })
    const run = rules.idOf(started)
    expect(started.headers['location']).toBe(`/api/v2.0/replication/executions/${run}`)
    const stored = await api.database.pool.query(
      'select job, class, trigger, payload from job_execution where id = $1',
      [run],
    )
    expect(stored.rows[0]).toMatchObject({ job: 'replication', class: 'transfer', trigger: 'manual' })
    expect(stored.rows[0]?.payload).toMatchObject({ policy_id: id })
    const told = { id: run, policy_id: id, status: 'InProgress', trigger: 'manual', total: 0 }
    expect((await api.call({ path: `${runs}/${run}`, as: 'admin' })).body).toMatchObject(told)
    expect((await rules.get(id)).last_execution).toMatchObject(told)
    expect(await api.call({ method: 'PUT', path: `${runs}/${run}`, as: 'admin' })).toMatchObject({ status: 200 })
    expect((await rules.get(id)).last_execution).toMatchObject({ id: run, status: 'Stopped' })
    await rules.put(id, rules.push('run', { enabled: false }))
    expect(await rules.start(id)).toMatchObject({ status: 412, reason: 'REPLICATION_OFF' })
  })

  it('are found by rule, status and trigger, and stop with their rule', async () => {
    const id = await rules.make('history')
    const of = (job: string, trigger: string, status: string, error = 'null') =>
      `('${job}', '${trigger}', '${status}', 'replication', ${id}, null, '{}', ${error}, now(), ${status === 'running' ? 'null' : 'now()'})`
    const [failed, scheduled, running] = await add(
      [
        of('replication', 'event', 'error', `'2 of 3 tasks failed.'`),
        of('replication', 'schedule', 'success'),
        of('replication', 'manual', 'running'),
      ].join(', '),
    )
    const found = async (query: string) => {
      const { body } = await api.call({ path: `${runs}?policy_id=${id}&${query}`, as: 'admin' })
      return (body as { id: number }[]).map((row) => row.id)
    }
    expect(await found('')).toEqual([running, scheduled, failed])
    expect(await found('sort=id')).toEqual([failed, scheduled, running])
    expect(await found('status=Failed')).toEqual([failed])
    expect(await found('status=InProgress')).toEqual([running])
    expect(await found('status=Succeed&trigger=scheduled')).toEqual([scheduled])
    expect(await found('trigger=event_based')).toEqual([failed])
    expect(await found('status=Unheard')).toEqual([])
    expect((await api.call({ path: `${runs}/${failed}`, as: 'admin' })).body).toMatchObject({
      status: 'Failed',
      trigger: 'event_based',
      status_text: '2 of 3 tasks failed.',
    })
    await rules.remove(id)
    expect((await api.call({ path: `${runs}/${running}`, as: 'admin' })).body).toMatchObject({ status: 'Stopped' })
  })

  it('have tasks, each with its log, and no others', async () => {
    const id = await rules.make('tasks')
    const run = rules.idOf(await rules.start(id))
    const task = (status: string, payload: object, error = 'null') =>
      `('replication-task', 'manual', '${status}', 'replication', ${id}, ${run}, '${JSON.stringify(payload)}', ${error}, now(), null)`
    const [done, failed] = await add(
      [
        task('success', {
          operation: 'copy',
          resource_type: 'image',
          src_resource: 'team/a:[v1]',
          dst_resource: 'n/a:[v1]',
        }),
        task(
          'error',
          { operation: 'deletion', resource_type: 'artifact', src_resource: 'b', dst_resource: 'n/b' },
          `'refused'`,
        ),
        task('running', { src_resource: 'c' }),
        task('pending', { src_resource: 'd' }),
        task('stopped', { src_resource: 'e' }),
      ].join(', '),
    )
    expect((await api.call({ path: `${runs}/${run}`, as: 'admin' })).body).toMatchObject({
      total: 5,
      succeed: 1,
      failed: 1,
      in_progress: 2,
      stopped: 1,
    })
    // What the jobservice keeps of a run that has ended with its last task.
    await api.database.pool.query(
      `update job_execution set task_sums = '{}', counts = '{"total": 9, "done": 4, "failed": 3, "stopped": 2}' where id = $1`,
      [run],
    )
    expect((await api.call({ path: `${runs}/${run}`, as: 'admin' })).body).toMatchObject({
      total: 9,
      succeed: 4,
      failed: 3,
      in_progress: 0,
      stopped: 2,
    })
    const tasks = async (query: string) => (await api.call({ path: `${runs}/${run}/tasks?${query}`, as: 'admin' })).body
    const all = (await tasks('')) as { status: string }[]
    expect(all.map(({ status }) => status)).toEqual(['Succeed', 'Failed', 'InProgress', 'Pending', 'Stopped'])
    expect(all[0]).toMatchObject({
      id: done,
      src_resource: 'team/a:[v1]',
      dst_resource: 'n/a:[v1]',
      operation: 'copy',
    })
    expect(await tasks('status=Failed')).toMatchObject([{ id: failed, status_text: 'refused', operation: 'deletion' }])
    expect(await tasks('resource_type=image')).toMatchObject([{ id: done }])
    await api.database.pool.query('insert into job_log (execution_id, text) values ($1, $2)', [done, 'copied\n'])
    const log = (of: number, which: number | undefined) =>
      api.call({ path: `${runs}/${of}/tasks/${which}/log`, as: 'admin' })
    const said = await log(run, done)
    expect(said.text).toBe('copied\n')
    expect(said.headers['content-type']).toContain('text/plain')
    const other = rules.idOf(await rules.start(id))
    const [strange] = await add(`('retention', 'manual', 'success', 'retention', 1, null, '{}', null, now(), now())`)
    for (const answer of [
      await log(other, done),
      await log(run, 999_999),
      await log(strange ?? 0, done),
      await api.call({ path: `${runs}/${strange}`, as: 'admin' }),
      await api.call({ method: 'PUT', path: `${runs}/${strange}`, as: 'admin' }),
      await api.call({ method: 'PUT', path: `${runs}/${done}`, as: 'admin' }),
      await api.call({ path: `${runs}/${strange}/tasks`, as: 'admin' }),
    ])
      expect(answer).toMatchObject({ status: 404, reason: 'EXECUTION_NOT_FOUND' })
  })
})
