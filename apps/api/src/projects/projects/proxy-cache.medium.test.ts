import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { meanwhile } from '../../testing/meanwhile.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

describe('a proxy cache', () => {
  const make = (body: object, as = 'admin') => api.call({ method: 'POST', path: 'projects', body, as })
  const endpoint = async (name: string, secret: string | null) => {
    const { rows } = await api.database.pool.query<{ id: number }>(
      `insert into registry_endpoint (name, type, url, access_key, sealed_secret)
       values ($1, 'docker-registry', 'https://registry.example', '', $2) returning id`,
      [name, secret],
    )
    return rows[0]?.id ?? 0
  }

  it('is made by administrators, of a registry that there is, and shows it with its retention', async () => {
    const registry_id = await endpoint('open', null)
    const metadata = { public: 'true', proxy_speed_kb: '-1', proxy_cache_tag_ttl: '30' }
    for (const none of [999_999, 2 ** 31, Number.MAX_SAFE_INTEGER])
      expect(await make({ project_name: 'hub', registry_id: none })).toMatchObject({
        status: 400,
        reason: 'PROXY_REGISTRY_NOT_FOUND',
      })
    await api.createUser('maker')
    expect(await make({ project_name: 'hub', registry_id }, 'maker')).toMatchObject({ status: 403 })
    expect(await make({ project_name: 'hub', registry_id, metadata })).toMatchObject({ status: 201 })
    const { body } = await api.call({ path: 'projects/hub', as: 'admin' })
    expect(body).toMatchObject({ registry_id, metadata })
    // To anybody, for a public one; nothing of how it is signed in to.
    expect((await api.call({ path: 'projects/hub/summary' })).body).toEqual({
      repo_count: 0,
      registry: { id: registry_id, name: 'open', type: 'docker-registry', url: 'https://registry.example' },
    })
    const retention = await api.call({ path: `retentions/${body.metadata.retention_id}`, as: 'admin' })
    expect(retention.body).toMatchObject({
      rules: [{ template: 'nDaysSinceLastPull', params: { nDaysSinceLastPull: 7 } }],
      trigger: { settings: { cron: '0 0 0 * * *' } },
    })
    const { rows } = await api.database.pool.query(
      `select type, actor_name, payload -> 'policy_id' as policy_id from event where project_id = $1 order by id`,
      [body.project_id],
    )
    expect(rows).toEqual([
      { type: 'project.created', actor_name: 'admin', policy_id: null },
      { type: 'retention.created', actor_name: 'admin', policy_id: retention.body.id },
    ])
  })

  it('lends the account of its registry to everybody only where somebody says so', async () => {
    const registry_id = await endpoint('secret', 'sealed')
    const change = (metadata: object) =>
      api.call({ method: 'PUT', path: 'projects/lent', body: { metadata }, as: 'admin' })
    const lending = { public: 'true', proxy_cache_lend_account: 'true' }
    const refused = { status: 400, reason: 'PROXY_LENDS_ACCOUNT' }
    expect(await make({ project_name: 'lent', registry_id, metadata: { public: 'true' } })).toMatchObject(refused)
    expect(await make({ project_name: 'lent', registry_id })).toMatchObject({ status: 201 })
    expect(await change({ public: 'true' })).toMatchObject(refused)
    const one = {
      method: 'PUT',
      path: 'projects/lent/metadatas/public',
      body: { public: 'true' },
      as: 'admin',
    } as const
    expect(await api.call(one)).toMatchObject(refused)
    expect(await change(lending)).toMatchObject({ status: 200 })
    expect(await change({ proxy_cache_lend_account: 'false' })).toMatchObject(refused)
    const { rows } = await api.database.pool.query(
      `select payload -> 'changed' as changed from event where type = 'project.updated' order by id desc limit 1`,
    )
    expect(rows).toEqual([{ changed: lending }])
  })

  it('lends nothing by two changes at once, of which each would be right alone', async () => {
    const id = await endpoint('raced', null)
    expect(await make({ project_name: 'raced', registry_id: id })).toMatchObject({ status: 201 })
    const publish = {
      method: 'PUT',
      path: 'projects/raced',
      body: { metadata: { public: 'true' } },
      as: 'admin',
    } as const
    const secret = `update registry_endpoint set sealed_secret = 'sealed' where id = $1`
    expect(await meanwhile(api, secret, id, publish)).toMatchObject({ status: 400, reason: 'PROXY_LENDS_ACCOUNT' })
    await api.database.pool.query('update registry_endpoint set sealed_secret = null where id = $1', [id])
    const published = `with held as (select id from registry_endpoint where id = $1 for share)
      update project set public = true from held where registry_id = held.id`
    const sign = {
      method: 'PUT',
      path: `registries/${id}`,
      body: { access_key: 'robot', access_secret: 'hush' },
      as: 'admin',
    } as const
    expect(await meanwhile(api, published, id, sign)).toMatchObject({ status: 400, reason: 'REGISTRY_LENDS_ACCOUNT' })
  })

  it.each([
    ['regex', '('],
    ['doublestar', '[a'],
  ])('takes no filter of the kind %s that is none: %s', async (kind, pattern) => {
    const metadata = { proxy_cache_filter_kind: kind, proxy_cache_filter_pattern: pattern }
    expect(
      await make({ project_name: 'filtered', registry_id: await endpoint(`of ${kind}`, null), metadata }),
    ).toMatchObject({ status: 400, reason: 'PROXY_SETTING_INVALID' })
  })
})
