import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { replicationsOf } from '../../testing/replications.test.support.js'

let api: ApiUnderTest
let rules: Awaited<ReturnType<typeof replicationsOf>>
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createUser('dan')
  rules = await replicationsOf(api)
})
afterAll(() => api[Symbol.asyncDispose]())

const policies = 'replication/policies'
const list = async (query: string) => (await api.call({ path: `${policies}?${query}`, as: 'admin' })).body
const scheduleOf = async (id: number) => {
  const { rows } = await api.database.pool.query(
    `select cron, enabled, payload from schedule where job = 'replication' and subject_id = $1`,
    [id],
  )
  return rows[0]
}

describe('rules of replication', () => {
  it('are told as Harbor tells them, with both ends and without a secret', async () => {
    const id = await rules.make('plain')
    const rule = await rules.get(id)
    expect(rule).toMatchObject({
      id,
      name: 'plain',
      src_registry: { id: 0, type: 'berth' },
      dest_registry: {
        id: rules.registry,
        name: 'elsewhere',
        credential: { access_key: 'robot', access_secret: '*****' },
      },
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
    for (const empty of ['description', 'dest_namespace', 'last_execution']) expect(rule).not.toHaveProperty(empty)
    expect(JSON.stringify(rule)).not.toContain('sealed')
  })

  it('keep all that is said of them, and nothing of what says nothing', async () => {
    const given = rules.push('full', {
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
    const id = rules.idOf(await rules.create(given))
    const { dest_registry: _end, filters, ...rest } = given as typeof given & { filters: object[] }
    expect(await rules.get(id)).toMatchObject({ ...rest, replicate_deletion: true, filters: filters.slice(0, 4) })
    // What a client has read it may give back.
    expect(await rules.put(id, await rules.get(id))).toMatchObject({ status: 200 })
    expect(await rules.get(id)).toMatchObject({ ...rest, replicate_deletion: true, filters: filters.slice(0, 4) })
    expect(await rules.put(id, { ...(await rules.get(id)), replicate_deletion: false })).toMatchObject({ status: 200 })
    expect(await rules.get(id)).toMatchObject({ deletion: false, replicate_deletion: false })
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
    expect(await rules.create(rules.push('faulty', fault))).toMatchObject({ reason })
    const id = await rules.make(`sound with ${what}`)
    expect(await rules.put(id, rules.push('faulty', fault))).toMatchObject({ reason })
    expect((await rules.get(id)).name).not.toBe('faulty')
  })

  it('run at most once a minute', async () => {
    const every = rules.push('often', { trigger: { type: 'scheduled', trigger_settings: { cron: '* 0 19 * * *' } } })
    const refused = await rules.create(every)
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
    expect(await rules.create(rules.push('faulty', fault))).toMatchObject({ status: 422 })
  })

  it('start by events of this registry alone', async () => {
    const events = { trigger: { type: 'event_based' } }
    const pull = { name: 'pulls', src_registry: { id: rules.registry }, ...events }
    expect(await rules.create(pull)).toMatchObject({ status: 400, reason: 'REPLICATION_EVENTS_ELSEWHERE' })
    expect((await rules.get(await rules.make('pushes', events))).trigger).toEqual({
      type: 'event_based',
      trigger_settings: {},
    })
  })

  it('have a schedule while they are on, and none when they are gone', async () => {
    const trigger = { type: 'scheduled', trigger_settings: { cron: '0 30 2 * * *' } }
    const id = await rules.make('nightly', { trigger })
    expect(await scheduleOf(id)).toMatchObject({ cron: '0 30 2 * * *', enabled: true, payload: { policy_id: id } })
    expect((await rules.get(id)).trigger.trigger_settings).toMatchObject({
      cron: '0 30 2 * * *',
      next_scheduled_time: expect.stringContaining('T02:30:00') as unknown,
    })
    const schedules = (await api.call({ path: 'schedules', as: 'admin' })).body
    expect(schedules).toContainEqual(expect.objectContaining({ vendor_type: 'REPLICATION', vendor_name: 'nightly' }))
    await rules.put(id, rules.push('nightly', { trigger, enabled: false }))
    expect(await scheduleOf(id)).toMatchObject({ enabled: false })
    expect((await rules.get(id)).trigger).toEqual({ type: 'scheduled', trigger_settings: { cron: '0 30 2 * * *' } })
    await rules.put(id, rules.push('nightly', { trigger }))
    expect(await scheduleOf(id)).toMatchObject({ enabled: true })
    await rules.put(id, rules.push('nightly'))
    expect(await scheduleOf(id)).toMatchObject({ enabled: false })
    expect(await rules.remove(id)).toMatchObject({ status: 200 })
    expect(await scheduleOf(id)).toBeUndefined()
  })

  it('have a name of their own each, and keep their registry', async () => {
    const id = await rules.make('once')
    expect(await rules.create(rules.push('once'))).toMatchObject({ status: 409, reason: 'REPLICATION_EXISTS' })
    expect(await rules.put(id, rules.push('plain'))).toMatchObject({ status: 409, reason: 'REPLICATION_EXISTS' })
    const deletion = { method: 'DELETE', path: `registries/${rules.registry}`, as: 'admin' } as const
    expect(await api.call(deletion)).toMatchObject({ status: 412, reason: 'REGISTRY_IN_USE' })
    expect(await rules.remove(id)).toMatchObject({ status: 200 })
    for (const answer of [await rules.remove(id), await rules.put(id, rules.push('x')), await rules.start(id)])
      expect(answer).toMatchObject({ status: 404, reason: 'REPLICATION_NOT_FOUND' })
  })

  it('are listed with their number, by name and by whatever they are', async () => {
    const id = await rules.make('listed', { dest_namespace: 'x' })
    expect(await list('name=LISTE')).toMatchObject([{ id }])
    expect(await list('q=name%3D~isted')).toMatchObject([{ id }])
    expect(await list(`q=dest_registry_id%3D${rules.registry + 1}`)).toEqual([])
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
        [rules.registry],
      )
      expect(await rules.create(rules.push('one more'))).toMatchObject({ status: 400, reason: 'TOO_MANY_REPLICATIONS' })
    } finally {
      await client.query(`delete from replication_policy where name like 'many %'`)
      client.release()
    }
  })
})
