import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let registry: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('dan')
  const { rows } = await api.database.pool.query<{ id: number }>(
    `insert into registry_endpoint (name, type, url, access_key, sealed_secret)
     values ('elsewhere', 'harbor', 'https://r.example', 'robot', 'v1.sealed') returning id`,
  )
  registry = rows[0]?.id ?? 0
})
afterAll(() => api[Symbol.asyncDispose]())

const policies = 'replication/policies'
const runs = 'replication/executions'
const create = (body: object) => api.call({ method: 'POST', path: policies, as: 'admin', body })
const put = (id: number, body: object) => api.call({ method: 'PUT', path: `${policies}/${id}`, as: 'admin', body })
const remove = (id: number) => api.call({ method: 'DELETE', path: `${policies}/${id}`, as: 'admin' })
const get = async (id: number) => (await api.call({ path: `${policies}/${id}`, as: 'admin' })).body
const list = async (query: string) => (await api.call({ path: `${policies}?${query}`, as: 'admin' })).body
const start = (policy_id: number) => api.call({ method: 'POST', path: runs, as: 'admin', body: { policy_id } })
const idOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
  Number(String(headers['location']).split('/').at(-1))
const push = (name: string, more: object = {}) => ({
  name,
  dest_registry: { id: registry },
  enabled: true,
  ...more,
})
async function make(name: string, more: object = {}): Promise<number> {
  const made = await create(push(name, more))
  expect(made).toMatchObject({ status: 201 })
  return idOf(made)
}
const scheduleOf = async (id: number) => {
  const { rows } = await api.database.pool.query(
    `select cron, enabled, payload from schedule where job = 'replication' and subject_id = $1`,
    [id],
  )
  return rows[0]
}

describe('rules of replication', () => {
  it('are told as Harbor tells them, with both ends and without a secret', async () => {
    const id = await make('plain')
    const rule = await get(id)
    expect(rule).toMatchObject({
      id,
      name: 'plain',
      description: '',
      src_registry: { id: 0, type: 'berth' },
      dest_registry: { id: registry, name: 'elsewhere', credential: { access_key: 'robot', access_secret: '*****' } },
      dest_namespace: '',
      dest_namespace_replace_count: -1,
      trigger: { type: 'manual', trigger_settings: {} },
      filters: [],
      deletion: false,
      replicate_deletion: false,
      override: false,
      enabled: true,
      speed: -1,
      copy_by_chunk: false,
      single_active_replication: false,
      creator: 'admin',
    })
    expect(rule).not.toHaveProperty('last_execution')
    expect(JSON.stringify(rule)).not.toContain('sealed')
  })

  it('keep all that is said of them, and nothing of what says nothing', async () => {
    const given = push('full', {
      dest_namespace: 'copies/of',
      dest_namespace_replace_count: 2,
      filters: [
        { type: 'name', value: 'team/**' },
        { type: 'tag', value: 'v*', decoration: 'excludes' },
        { type: 'label', value: ['good'] },
        { type: 'name', value: '**/app' },
        { type: 'resource', value: '' },
      ],
      deletion: true,
      override: true,
      speed: 512,
      copy_by_chunk: true,
      single_active_replication: true,
      enabled: false,
    })
    const id = idOf(await create(given))
    const { dest_registry: _end, filters, ...rest } = given as typeof given & { filters: object[] }
    expect(await get(id)).toMatchObject({ ...rest, replicate_deletion: true, filters: filters.slice(0, 4) })
    // What a client has read it may give back.
    expect(await put(id, await get(id))).toMatchObject({ status: 200 })
    expect(await get(id)).toMatchObject({ ...rest, replicate_deletion: true, filters: filters.slice(0, 4) })
    expect(await put(id, { ...(await get(id)), replicate_deletion: false })).toMatchObject({ status: 200 })
    expect(await get(id)).toMatchObject({ deletion: false, replicate_deletion: false })
  })

  it.each([
    ['both ends elsewhere', { src_registry: { id: 1 } }, 'REPLICATION_ENDS'],
    ['both ends here', { dest_registry: { id: 0 } }, 'REPLICATION_ENDS'],
    ['a registry that there is not', { dest_registry: { id: 999_999 } }, 'REGISTRY_NOT_FOUND'],
    ['a namespace that is no name', { dest_namespace: 'Upper' }, 'REPLICATION_NAMESPACE'],
    ['a filter of no type', { filters: [{ value: 'x' }] }, 'REPLICATION_FILTER'],
    ['a pattern that is none', { filters: [{ type: 'name', value: 'a[' }] }, 'REPLICATION_FILTER'],
    ['a label that is no list', { filters: [{ type: 'label', value: 'x' }] }, 'REPLICATION_FILTER'],
    ['a decorated name', { filters: [{ type: 'name', value: 'x', decoration: 'excludes' }] }, 'REPLICATION_FILTER'],
    ['no schedule', { trigger: { type: 'scheduled' } }, 'BAD_CRON'],
  ])('are refused with %s', async (what, fault, reason) => {
    expect(await create(push('faulty', fault))).toMatchObject({ reason })
    const id = await make(`sound with ${what}`)
    expect(await put(id, push('faulty', fault))).toMatchObject({ reason })
    expect((await get(id)).name).not.toBe('faulty')
  })

  it('run at most once a minute', async () => {
    const every = push('often', { trigger: { type: 'scheduled', trigger_settings: { cron: '* 0 19 * * *' } } })
    const refused = await create(every)
    expect(refused).toMatchObject({ status: 400, reason: 'BAD_CRON' })
    expect(refused.text).toContain('* 0 19 * * *')
  })

  it.each([
    ['speed below -1', { speed: -2 }],
    ['no name', { name: ' ' }],
    ['an unknown trigger', { trigger: { type: 'sometimes' } }],
    ['too many filters', { filters: Array.from({ length: 33 }, () => ({ type: 'name', value: 'a' })) }],
    ['a number for a flag', { override: 1 }],
  ])('are refused by their schema with %s', async (_what, fault) => {
    expect(await create(push('faulty', fault))).toMatchObject({ status: 422 })
  })

  it('start by events of this registry alone', async () => {
    const events = { trigger: { type: 'event_based' } }
    const pull = { name: 'pulls', src_registry: { id: registry }, ...events }
    expect(await create(pull)).toMatchObject({ status: 400, reason: 'REPLICATION_EVENTS_ELSEWHERE' })
    expect((await get(await make('pushes', events))).trigger).toEqual({ type: 'event_based', trigger_settings: {} })
  })

  it('have a schedule while they are on, and none when they are gone', async () => {
    const trigger = { type: 'scheduled', trigger_settings: { cron: '0 30 2 * * *' } }
    const id = await make('nightly', { trigger })
    expect(await scheduleOf(id)).toMatchObject({ cron: '0 30 2 * * *', enabled: true, payload: { policy_id: id } })
    expect((await get(id)).trigger.trigger_settings).toMatchObject({
      cron: '0 30 2 * * *',
      next_scheduled_time: expect.stringContaining('T02:30:00') as unknown,
    })
    const schedules = (await api.call({ path: 'schedules', as: 'admin' })).body
    expect(schedules).toContainEqual(expect.objectContaining({ vendor_type: 'REPLICATION', vendor_name: 'nightly' }))
    await put(id, push('nightly', { trigger, enabled: false }))
    expect(await scheduleOf(id)).toMatchObject({ enabled: false })
    expect((await get(id)).trigger).toEqual({ type: 'scheduled', trigger_settings: { cron: '0 30 2 * * *' } })
    await put(id, push('nightly', { trigger }))
    expect(await scheduleOf(id)).toMatchObject({ enabled: true })
    await put(id, push('nightly'))
    expect(await scheduleOf(id)).toMatchObject({ enabled: false })
    expect(await remove(id)).toMatchObject({ status: 200 })
    expect(await scheduleOf(id)).toBeUndefined()
  })

  it('have a name of their own each, and keep their registry', async () => {
    const id = await make('once')
    expect(await create(push('once'))).toMatchObject({ status: 409, reason: 'REPLICATION_EXISTS' })
    expect(await put(id, push('plain'))).toMatchObject({ status: 409, reason: 'REPLICATION_EXISTS' })
    const deletion = { method: 'DELETE', path: `registries/${registry}`, as: 'admin' } as const
    expect(await api.call(deletion)).toMatchObject({ status: 412, reason: 'REGISTRY_IN_USE' })
    expect(await remove(id)).toMatchObject({ status: 200 })
    for (const answer of [await remove(id), await put(id, push('x')), await start(id)])
      expect(answer).toMatchObject({ status: 404, reason: 'REPLICATION_NOT_FOUND' })
  })

  it('are listed with their number, by name and by whatever they are', async () => {
    const id = await make('listed', { dest_namespace: 'x' })
    expect(await list('name=LISTE')).toMatchObject([{ id }])
    expect(await list('q=name%3D~isted')).toMatchObject([{ id }])
    expect(await list(`q=dest_registry_id%3D${registry + 1}`)).toEqual([])
    const page = await api.call({ path: `${policies}?page_size=2&sort=name`, as: 'admin' })
    expect(page.body).toHaveLength(2)
    expect(Number(page.headers['x-total-count'])).toBeGreaterThan(2)
    expect(page.headers['link']).toContain('rel="next"')
    expect((await list('page_size=1'))[0].name).toBe('listed')
    expect(await api.call({ path: policies, as: 'dan' })).toMatchObject({ status: 403 })
  })

  it('are not more than 500', async () => {
    const client = await api.database.pool.connect()
    try {
      await client.query(
        `insert into replication_policy (name, dest_registry_id) select 'many ' || n, $1 from generate_series(1, 500) n`,
        [registry],
      )
      expect(await create(push('one more'))).toMatchObject({ status: 400, reason: 'TOO_MANY_REPLICATIONS' })
    } finally {
      await client.query(`delete from replication_policy where name like 'many %'`)
      client.release()
    }
  })
})

describe('runs of a rule', () => {
  const add = async (values: string) => {
    const { rows } = await api.database.pool.query<{ id: string }>(
      `insert into job_execution (job, trigger, status, subject_kind, subject_id, parent_id, payload, error, started_at, ended_at)
       values ${values} returning id`,
    )
    return rows.map(({ id }) => Number(id))
  }

  it('start while the rule is on, stop, and stand in Harbor’s words', async () => {
    const id = await make('run')
    const started = await start(id)
    expect(started).toMatchObject({ status: 201 })
    const run = idOf(started)
    expect(started.headers['location']).toBe(`/api/v2.0/replication/executions/${run}`)
    const stored = await api.database.pool.query(
      'select job, class, trigger, payload from job_execution where id = $1',
      [run],
    )
    expect(stored.rows[0]).toMatchObject({ job: 'replication', class: 'transfer', trigger: 'manual' })
    expect(stored.rows[0]?.payload).toMatchObject({ policy_id: id })
    const told = { id: run, policy_id: id, status: 'InProgress', trigger: 'manual', total: 0 }
    expect((await api.call({ path: `${runs}/${run}`, as: 'admin' })).body).toMatchObject(told)
    expect((await get(id)).last_execution).toMatchObject(told)
    expect(await api.call({ method: 'PUT', path: `${runs}/${run}`, as: 'admin' })).toMatchObject({ status: 200 })
    expect((await get(id)).last_execution).toMatchObject({ id: run, status: 'Stopped' })
    await put(id, push('run', { enabled: false }))
    expect(await start(id)).toMatchObject({ status: 412, reason: 'REPLICATION_OFF' })
  })

  it('are found by rule, status and trigger, and stop with their rule', async () => {
    const id = await make('history')
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
    await remove(id)
    expect((await api.call({ path: `${runs}/${running}`, as: 'admin' })).body).toMatchObject({ status: 'Stopped' })
  })

  it('have tasks, each with its log, and no others', async () => {
    const id = await make('tasks')
    const run = idOf(await start(id))
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
    const other = idOf(await start(id))
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
