import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** As a client asks; what it takes for the way to what it has made. */
async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, expected: number, body?: object) {
  const answer = await api.call({ method, path, as: 'admin', ...(body === undefined ? {} : { body }) })
  expect(answer, answer.text).toMatchObject({ status: expected })
  return { ...answer, at: String(answer.headers['location']).replace('/api/v2.0/', '') }
}

describe('Terraform', () => {
  it('sets a registry up, reads it, changes it and takes it away', async () => {
    const made = await ask('POST', 'registries', 201, {
      credential: { type: 'basic' },
      name: 'terraformed',
      url: 'http://127.0.0.1:1',
      type: 'docker-registry',
    })
    expect((await ask('GET', made.at, 200)).body).toMatchObject({ name: 'terraformed', insecure: false })
    const [found] = (await ask('GET', 'registries?name=terraformed', 200)).body as { id: number }[]
    expect(found).toMatchObject({ name: 'terraformed', type: 'docker-registry', url: 'http://127.0.0.1:1' })
    await ask('PUT', made.at, 200, {
      access_key: 'robot',
      name: 'terraformed',
      access_secret: 'secret',
      url: 'http://127.0.0.1:1',
      insecure: true,
      description: '',
      ca_certificate: '',
    })
    expect((await ask('GET', made.at, 200)).body).toMatchObject({ insecure: true, credential: { access_key: 'robot' } })
    await ask('DELETE', made.at, 200)
    await ask('DELETE', made.at, 404)
  })

  it('makes rules of both directions, runs them, changes them and takes them away', async () => {
    const { at } = await ask('POST', 'registries', 201, { name: 'other', url: 'http://127.0.0.1:1', type: 'harbor' })
    const registry = Number(at.split('/').at(-1))
    const push = {
      name: 'push',
      id: 0,
      src_registry: {},
      dest_registry: { id: registry },
      dest_namespace_replace_count: 0,
      trigger: { type: 'scheduled', trigger_settings: { cron: '0 0 0 * * *' } },
      enabled: true,
      override: true,
      filters: [
        { type: 'tag', value: 'latest', decoration: 'matches' },
        { type: 'resource', value: 'image' },
        { type: 'label', value: ['qa'], decoration: 'excludes' },
      ],
      speed: -1,
    }
    const made = await ask('POST', 'replication/policies', 201, push)
    const { body } = await ask('GET', made.at, 200)
    // By the id of the destination it tells which way a rule goes.
    expect(body).toMatchObject({
      src_registry: { id: 0 },
      dest_registry: { id: registry },
      trigger: { type: 'scheduled', trigger_settings: { cron: '0 0 0 * * *' } },
      dest_namespace_replace_count: 0,
      enabled: true,
      deletion: false,
      override: true,
      copy_by_chunk: false,
      single_active_replication: false,
    })
    const id = Number(body.id)
    const run = await ask('POST', 'replication/executions', 201, { policy_id: id })
    expect(run.at).toMatch(/^replication\/executions\/\d+$/)
    // What it leaves out is false, or as in a new one.
    await ask('PUT', made.at, 200, {
      name: 'push',
      id: 0,
      src_registry: {},
      dest_registry: { id: registry },
      dest_namespace: 'copies',
      dest_namespace_replace_count: 1,
      trigger: { type: 'event_based', trigger_settings: {} },
      enabled: true,
      deletion: true,
      speed: 100,
    })
    expect((await ask('GET', made.at, 200)).body).toMatchObject({
      deletion: true,
      override: false,
      filters: [],
      trigger: { type: 'event_based' },
      speed: 100,
    })
    const pull = await ask('POST', 'replication/policies', 201, {
      name: 'pull',
      id: 0,
      src_registry: { id: registry },
      dest_registry: {},
      dest_namespace: 'mirror',
      dest_namespace_replace_count: -1,
      trigger: { type: 'manual', trigger_settings: {} },
      enabled: false,
    })
    expect((await ask('GET', pull.at, 200)).body).toMatchObject({
      src_registry: { id: registry },
      dest_registry: { id: 0 },
      enabled: false,
    })
    for (const one of [made, pull]) await ask('DELETE', one.at, 200)
    await ask('GET', made.at, 404)
    await ask('DELETE', at, 200)
  })
})

describe('harbor-cli', () => {
  const zero = '0001-01-01T00:00:00.000Z'

  it('makes a rule with the whole registry in it, and changes it by what it has read', async () => {
    expect((await ask('GET', 'replication/adapters', 200)).body).toContain('harbor')
    const { at } = await ask('POST', 'registries', 201, {
      creation_time: zero,
      credential: { access_key: 'robot', access_secret: 'secret', type: 'basic' },
      id: 0,
      name: 'mirror',
      type: 'harbor',
      update_time: zero,
      url: 'http://127.0.0.1:1',
    })
    const all = await ask('GET', 'registries?name=mirror&page=0&page_size=0&q=&sort=', 200)
    const registry = all.body[0]
    expect((await ask('GET', at, 200)).body).toEqual(registry)
    const policy = {
      copy_by_chunk: false,
      creation_time: zero,
      update_time: zero,
      dest_registry: registry,
      enabled: true,
      deletion: true,
      replicate_deletion: true,
      override: true,
      filters: [
        { type: 'resource', value: 'image' },
        { type: 'name', value: 'library/*' },
        { type: 'tag', value: 'v*', decoration: 'matches' },
        { type: 'label', value: ['good', 'new'], decoration: 'matches' },
      ],
      name: 'cli',
      trigger: { type: 'event_based' },
      speed: -1,
    }
    const made = await ask('POST', 'replication/policies', 201, policy)
    const [listed] = (await ask('GET', 'replication/policies?name=&page=1&page_size=10&q=&sort=', 200)).body
    expect((await ask('GET', made.at, 200)).body).toEqual(listed)
    expect(listed).toMatchObject({ filters: policy.filters, replicate_deletion: true })
    // A flag that is switched off is left out under both of its names.
    const { deletion: _old, replicate_deletion: _new, ...kept } = policy
    await ask('PUT', made.at, 200, { ...kept, id: listed.id, speed: 2048 })
    expect((await ask('GET', made.at, 200)).body).toMatchObject({
      deletion: false,
      replicate_deletion: false,
      speed: 2048,
    })
    const run = await ask('POST', 'replication/executions', 201, { policy_id: listed.id })
    const runs = `replication/executions?page=1&page_size=10&policy_id=${listed.id}&sort=`
    expect((await ask('GET', runs, 200)).body).toHaveLength(1)
    expect((await ask('GET', run.at, 200)).body).toMatchObject({ status: 'InProgress', trigger: 'manual' })
    expect((await ask('GET', `${run.at}/tasks?page=1&page_size=10&sort=`, 200)).body).toEqual([])
    await ask('PUT', run.at, 200)
    expect((await ask('GET', run.at, 200)).body).toMatchObject({ status: 'Stopped' })
    await ask('DELETE', made.at, 200)
  })
})
