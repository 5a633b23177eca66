import { insertRepository } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['olga', 'paul', 'quentin']) await api.createUser(name)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

const names = (rows: { name: string }[]) => rows.map((row) => row.name)

describe('projects', () => {
  it('begin with a public library, and its administrator as owner', async () => {
    const { body } = await api.call({ path: 'projects' })
    expect(body).toMatchObject([
      { name: 'library', metadata: { public: 'true' }, owner_name: 'admin', repo_count: 0, current_user_role_id: 0 },
    ])
  })

  it('make their creator project admin', async () => {
    const answer = await api.call({ method: 'POST', path: 'projects', as: 'olga', body: { project_name: 'dev' } })
    expect(answer).toMatchObject({ status: 201, text: '' })
    expect(answer.headers['location']).toMatch(/^\/api\/v2\.0\/projects\/\d+$/)
    const { body } = await api.call({ path: 'projects/dev', as: 'olga' })
    expect(body).toMatchObject({
      name: 'dev',
      owner_name: 'olga',
      current_user_role_id: 1,
      current_user_role_ids: [1],
      togglable: true,
      metadata: { public: 'false' },
    })
    expect((await api.call({ path: 'projects/dev/members', as: 'olga' })).body).toMatchObject([
      { entity_name: 'olga', entity_type: 'u', role_id: 1, role_name: 'projectAdmin' },
    ])
  })

  it('give their name in Location when asked to', async () => {
    const answer = await api.call({
      method: 'POST',
      path: 'projects',
      as: 'olga',
      body: { project_name: 'by-name' },
      headers: { 'x-resource-name-in-location': 'true' },
    })
    expect(answer.headers['location']).toBe('/api/v2.0/projects/by-name')
  })

  it.each(['Dev', 'a b', '-a', 'a-', 'a/b', '', 'a..b', 'ü', 'a\0'])('refuse the name %j', async (project_name) => {
    const answer = await api.call({ method: 'POST', path: 'projects', as: 'olga', body: { project_name } })
    expect(answer).toMatchObject({ status: 400, reason: 'BAD_PROJECT_NAME' })
  })

  it('are unique, and refuse metadata and limits that make no sense', async () => {
    const create = (body: object, as = 'olga') =>
      api.call({ method: 'POST', path: 'projects', as, body: { project_name: 'once', ...body } })
    expect(await create({ metadata: { public: 'maybe' } })).toMatchObject({ status: 400, reason: 'BAD_PUBLIC_FLAG' })
    expect(await create({ project_name: undefined })).toMatchObject({ status: 400, reason: 'BAD_PROJECT_NAME' })
    expect(await create({ storage_limit: -5 }, 'admin')).toMatchObject({ status: 400 })
    expect(await create({ storage_limit: 1000, metadata: { colour: 'red' } })).toMatchObject({ status: 201 })
    expect(await create({})).toMatchObject({ status: 409, reason: 'PROJECT_EXISTS' })
    // Only an administrator sets a limit.
    expect((await api.call({ path: 'projects/once/summary', as: 'olga' })).body.quota.hard.storage).toBe(-1)
  })

  it.each(['a\0', 'a\ud800'])('refuse the metadata %j, which cannot be kept', async (severity) => {
    const body = { project_name: 'kept', metadata: { severity } }
    const answer = await api.call({ method: 'POST', path: 'projects', as: 'olga', body })
    expect(answer).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
  })

  it('are private to members: 401 for visitors, 403 for others, whether they are there or not', async () => {
    await api.createProject('secret', 'olga')
    expect(await api.call({ path: 'projects/secret' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: 'projects/no-such' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: 'projects/secret', as: 'paul' })).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    expect(await api.call({ path: 'projects/no-such', as: 'paul' })).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    expect(await api.call({ path: 'projects/no-such', as: 'admin' })).toMatchObject({ status: 404 })
    expect(names((await api.call({ path: 'projects?page_size=100', as: 'paul' })).body)).not.toContain('secret')
    expect(names((await api.call({ path: 'projects?page_size=100', as: 'admin' })).body)).toContain('secret')
    expect(
      await api.call({ method: 'PUT', path: 'projects/secret', as: 'paul', body: { metadata: { public: 'true' } } }),
    ).toMatchObject({ status: 403 })
  })

  it('are found by id, or by a name that looks like one when the header says so', async () => {
    const id = await api.createProject('777', 'olga')
    expect((await api.call({ path: `projects/${id}`, as: 'olga' })).body).toMatchObject({ name: '777' })
    expect((await api.call({ path: 'projects/777', as: 'admin' })).status).toBe(404)
    expect(
      (await api.call({ path: 'projects/777', as: 'admin', headers: { 'x-is-resource-name': 'true' } })).body,
    ).toMatchObject({ project_id: id })
    expect((await api.call({ path: 'projects/99999999999999999999', as: 'admin' })).status).toBe(404)
  })

  it('answer HEAD with 200 or 404', async () => {
    expect(await api.call({ method: 'HEAD', path: 'projects?project_name=library', as: 'paul' })).toMatchObject({
      status: 200,
      text: '',
    })
    expect(await api.call({ method: 'HEAD', path: 'projects?project_name=nothing', as: 'paul' })).toMatchObject({
      status: 404,
    })
    expect(await api.call({ method: 'HEAD', path: 'projects?project_name=library' })).toMatchObject({ status: 401 })
  })

  it('filter by name, public and owner, and keep to q', async () => {
    await api.createProject('filter-a', 'paul', true)
    await api.createProject('filter-b', 'paul')
    const list = async (query: string) =>
      names((await api.call({ path: `projects?sort=-name&${query}`, as: 'admin' })).body)
    expect(await list('name=filter')).toEqual(['filter-b', 'filter-a'])
    expect(await list('name=filter&public=true')).toEqual(['filter-a'])
    expect(await list('owner=paul')).toEqual(['filter-b', 'filter-a'])
    expect(await list('q=name%3D~ilter-,public%3Dfalse')).toEqual(['filter-b'])
    expect(await list('name=%25')).toEqual([])
    expect(await list('q=name%253D~ilter-,colour%253Dred&sort=colour,-ProjectID')).toEqual(['filter-b', 'filter-a'])
    expect(await list('q=name%3D~filter,public%3DTrue,deleted%3Dfalse,registry_id%3D0')).toEqual(['filter-a'])
    expect(await list('name=filter&public=True&with_detail=no')).toEqual(['filter-a'])
    expect(await api.call({ path: 'projects?q=name' })).toMatchObject({ status: 400, reason: 'BAD_QUERY' })
    expect(await api.call({ path: 'projects?page_size=101' })).toMatchObject({ status: 422 })
    const beyond = await api.call({ path: 'projects?name=filter&page=9', as: 'admin' })
    expect(beyond).toMatchObject({ status: 200, body: [] })
    expect(beyond.headers['x-total-count']).toBe('2')
  })

  it('come all at once to whoever asks for no page', async () => {
    for (let n = 0; n < 11; n += 1) await api.createProject(`many-${n}`, 'paul')
    for (const query of ['page=0&page_size=0&q=&sort=', 'page_size=-1&page=3', 'page=-1&page_size=100']) {
      const { body, headers } = await api.call({ path: `projects?name=many-&${query}`, as: 'paul' })
      expect(body).toHaveLength(11)
      expect(headers).toMatchObject({ 'x-total-count': '11' })
      expect(headers).not.toHaveProperty('link')
    }
    expect((await api.call({ path: 'projects?name=many-&page=&page_size=', as: 'paul' })).body).toHaveLength(10)
  })

  it('are found by a name of digits, where the client says that it is one', async () => {
    const id = await api.createProject('4711', 'paul')
    for (const word of ['true', 'True', '1']) {
      const headers = { 'x-is-resource-name': word }
      expect((await api.call({ path: 'projects/4711', as: 'paul', headers })).body).toMatchObject({ project_id: id })
    }
  })

  it('change their public flag and nothing they may not', async () => {
    await api.createProject('open', 'olga')
    const update = (body: object) => api.call({ method: 'PUT', path: 'projects/open', as: 'olga', body })
    expect(await update({ metadata: { public: 'true', auto_scan: 'true' }, owner_id: 1, repo_count: 9 })).toMatchObject(
      { status: 200 },
    )
    const { body } = await api.call({ path: 'projects/open' })
    expect(body).toMatchObject({ owner_name: 'olga', repo_count: 0, metadata: { public: 'true', auto_scan: 'true' } })
    expect(await update({ project_name: 'other', metadata: { public: null } })).toMatchObject({ status: 200 })
    expect((await api.call({ path: 'projects/open' })).body).toMatchObject({
      name: 'open',
      metadata: { public: 'true' },
    })
    expect(await update({ metadata: { prevent_vul: 'true' } })).toMatchObject({
      status: 400,
      reason: 'PROJECT_METADATA_UNAVAILABLE',
    })
  })

  it('are deleted when empty, refused with 412 otherwise', async () => {
    const id = await api.createProject('full', 'olga')
    const { rows } = await api.database.pool.query(
      'update project set repo_count = 1 where id = $1 returning id, name, owner_id, public',
      [id],
    )
    await insertRepository(api.database.pool, { project: rows[0], name: 'full/app' })
    expect((await api.call({ path: 'projects/full/_deletable', as: 'olga' })).body).toMatchObject({ deletable: false })
    expect(await api.call({ method: 'DELETE', path: 'projects/full', as: 'olga' })).toMatchObject({
      status: 412,
      body: { errors: [{ code: 'PRECONDITION' }] },
    })
    // The foreign key holds where the counter is behind.
    await api.database.pool.query('update project set repo_count = 0 where id = $1', [id])
    expect(await api.call({ method: 'DELETE', path: 'projects/full', as: 'olga' })).toMatchObject({ status: 412 })
    await api.createProject('empty', 'olga')
    expect(await api.call({ method: 'DELETE', path: 'projects/empty', as: 'olga' })).toMatchObject({
      status: 200,
      text: '',
    })
    expect(await api.call({ path: 'projects/empty', as: 'admin' })).toMatchObject({ status: 404 })
  })

  it('keep a list of CVEs to let through', async () => {
    const id = await api.createProject('lenient', 'olga')
    const listed = async () => (await api.call({ path: 'projects/lenient', as: 'olga' })).body.cve_allowlist
    expect(await listed()).toMatchObject({ id, project_id: id, items: [] })
    const update = (body: object) => api.call({ method: 'PUT', path: 'projects/lenient', as: 'olga', body })
    const items = [{ cve_id: 'CVE-2019-10164' }, { cve_id: 'CVE-2020-1' }]
    expect(await update({ cve_allowlist: { id, items, expires_at: 1_900_000_000 } })).toMatchObject({ status: 200 })
    expect(await listed()).toMatchObject({ items, expires_at: 1_900_000_000 })
    expect(await update({ metadata: { public: 'false' } })).toMatchObject({ status: 200 })
    expect(await listed()).toMatchObject({ items })
    expect(await update({ cve_allowlist: { items: [], expires_at: null } })).toMatchObject({ status: 200 })
    expect(await listed()).toEqual({
      id,
      project_id: id,
      items: [],
      creation_time: expect.any(String),
      update_time: expect.any(String),
    })
    const many = Array.from({ length: 1001 }, (_, n) => ({ cve_id: `CVE-${n}` }))
    expect(await update({ cve_allowlist: { items: many } })).toMatchObject({ status: 422 })
  })

  it('tell strangers no more of a public one than how many repositories it has', async () => {
    await api.createProject('shown', 'olga', true)
    for (const as of [undefined, 'paul']) {
      const { body } = await api.call({ path: 'projects/shown/summary', ...(as && { as }) })
      expect(body).toEqual({ repo_count: 0 })
    }
  })

  it('sum up their members, groups among them, and their quota with what is not yet folded', async () => {
    const id = await api.createProject('measured', 'olga')
    await api.database.pool.query('update quota set used_bytes = 100 where project_id = $1', [id])
    await api.database.pool.query('insert into quota_delta (project_id, bytes) values ($1, 30), ($1, -10)', [id])
    const member_group = { group_name: 'measurers', group_type: 3 }
    const body = { role_id: 2, member_group }
    await api.call({ method: 'POST', path: 'projects/measured/members', as: 'olga', body })
    expect((await api.call({ path: 'projects/measured/summary', as: 'olga' })).body).toEqual({
      repo_count: 0,
      project_admin_count: 1,
      maintainer_count: 0,
      developer_count: 1,
      guest_count: 0,
      limited_guest_count: 0,
      member_count: 2,
      quota: { hard: { storage: -1 }, used: { storage: 120 } },
    })
  })

  it('are made by administrators alone when the system says so', async () => {
    const configure = (value: string) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { project_creation_restriction: value } })
    expect(await configure('adminonly')).toMatchObject({ status: 200 })
    const create = (as: string) =>
      api.call({ method: 'POST', path: 'projects', as, body: { project_name: `restricted-${as}` } })
    expect(await create('olga')).toMatchObject({
      status: 403,
      // Whole and in this order: scripts look for it in the body.
      text: '{"errors":[{"code":"FORBIDDEN","message":"Only system admin can create project"}]}',
    })
    expect(await create('admin')).toMatchObject({ status: 201 })
    expect(await configure('nobody')).toMatchObject({ status: 422 })
    await configure('everyone')
  })
})

/** What comes of a request that waits for a change which others make meanwhile. */
async function during(change: string, id: number, request: Parameters<ApiUnderTest['call']>[0]) {
  const other = await api.database.pool.connect()
  try {
    await other.query('begin')
    await other.query(change, [id])
    const answer = api.call(request)
    await vi.waitFor(async () => {
      const { rows } = await api.database.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(1)
    }, 5000)
    await other.query('commit')
    return await answer
  } finally {
    other.release()
  }
}

describe('what is deleted while a request waits for it', () => {
  it('is no project any more: nothing is told of it', async () => {
    const id = await api.createProject('vanishing', 'olga')
    const remove = 'delete from project where id = $1'
    const body = { metadata: { public: 'true' } }
    expect(await during(remove, id, { method: 'PUT', path: 'projects/vanishing', as: 'olga', body })).toMatchObject({
      status: 404,
      reason: 'PROJECT_NOT_FOUND',
    })
    const { rows } = await api.database.pool.query(
      `select from event where type = 'project.updated' and project_id = $1`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it('is no project any more: nobody becomes its member', async () => {
    const id = await api.createProject('vanishing', 'olga')
    const body = { role_id: 3, member_user: { username: 'paul' } }
    const answer = await during('delete from project where id = $1', id, {
      method: 'POST',
      path: 'projects/vanishing/members',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 404, reason: 'PROJECT_NOT_FOUND' })
  })

  it('is no role any more, and is given to nobody', async () => {
    await api.createProject('with-a-role', 'olga')
    const { rows } = await api.database.pool.query<{ id: number }>(
      `insert into role (name, permissions) values ('vanishing', '{self:read}') returning id`,
    )
    const role = rows[0]?.id ?? 0
    const body = { role_id: role, member_user: { username: 'paul' } }
    const answer = await during('delete from role where id = $1', role, {
      method: 'POST',
      path: 'projects/with-a-role/members',
      as: 'olga',
      body,
    })
    expect(answer).toMatchObject({ status: 400, reason: 'ROLE_NOT_FOUND' })
  })

  it('is no user any more, and becomes no member', async () => {
    const user = await api.createUser('vanishing')
    await api.createProject('staying', 'olga')
    const body = { role_id: 3, member_user: { username: 'vanishing' } }
    const remove = `with locked as (select id from "user" where id = $1 for update)
      update "user" u set deleted_at = now() from locked where u.id = locked.id`
    const answer = await during(remove, user, { method: 'POST', path: 'projects/staying/members', as: 'olga', body })
    expect(answer).toMatchObject({ status: 404, reason: 'USER_NOT_FOUND' })
  })
})

describe('members', () => {
  it('are added, changed and removed by project admins alone', async () => {
    await api.createProject('team', 'olga')
    const add = (as: string, username: string, role_id: unknown) =>
      api.call({ method: 'POST', path: 'projects/team/members', as, body: { role_id, member_user: { username } } })
    expect(await add('paul', 'paul', 1)).toMatchObject({ status: 403 })
    const added = await add('olga', 'paul', 2)
    expect(added).toMatchObject({ status: 201 })
    expect(await add('olga', 'paul', 2)).toMatchObject({ status: 409, reason: 'MEMBER_EXISTS' })
    expect(await add('olga', 'no-such', 2)).toMatchObject({ status: 404 })
    for (const role of [9, 0, -1, 70_000, undefined, null])
      expect(await add('olga', 'quentin', role)).toMatchObject({ status: 400, reason: 'ROLE_NOT_FOUND' })
    expect(
      await api.call({
        method: 'POST',
        path: 'projects/team/members',
        as: 'olga',
        body: { role_id: 2, member_user: { user_id: 987_654 } },
      }),
    ).toMatchObject({ status: 400, reason: 'NO_SUCH_USER' })
    expect(
      await api.call({
        method: 'POST',
        path: 'projects/team/members',
        as: 'olga',
        body: { role_id: 2, member_group: {} },
      }),
    ).toMatchObject({
      status: 400,
      reason: 'MEMBER_UNNAMED',
    })
    const member = String(added.headers['location'])
    expect((await api.call({ path: member, as: 'paul' })).body).toMatchObject({
      role_name: 'developer',
      entity_name: 'paul',
    })
    expect(await api.call({ method: 'PUT', path: member, as: 'paul', body: { role_id: 1 } })).toMatchObject({
      status: 403,
    })
    expect(await api.call({ method: 'PUT', path: member, as: 'olga', body: { role_id: 4 } })).toMatchObject({
      status: 200,
    })
    expect((await api.call({ path: 'projects/team/members?entityname=AU', as: 'paul' })).body).toMatchObject([
      { role_name: 'maintainer' },
    ])
    // A member of one project cannot be reached through another.
    await api.createProject('elsewhere', 'quentin')
    const throughAnother = member.replace(/projects\/\d+/, 'projects/elsewhere')
    for (const request of [{}, { method: 'PUT', body: { role_id: 1 } }, { method: 'DELETE' }] as const)
      expect(await api.call({ ...request, path: throughAnother, as: 'quentin' })).toMatchObject({
        status: 404,
        reason: 'MEMBER_NOT_FOUND',
      })
    expect((await api.call({ path: member, as: 'olga' })).body).toMatchObject({ role_name: 'maintainer' })
    expect(await api.call({ method: 'DELETE', path: member, as: 'olga' })).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'projects/team', as: 'paul' })).toMatchObject({ status: 403 })
  })
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
    expect(await make({ project_name: 'hub', registry_id: 999_999 })).toMatchObject({
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
    const whileOther = async (change: string, request: Parameters<ApiUnderTest['call']>[0]) => {
      const other = await api.database.pool.connect()
      try {
        await other.query('begin')
        await other.query(change, [id])
        const answer = api.call({ as: 'admin', ...request })
        const isWaiting = () =>
          api.database.pool.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        await expect.poll(async () => (await isWaiting()).rowCount, { timeout: 5_000 }).toBe(1)
        await other.query('commit')
        return await answer
      } finally {
        other.release(true)
      }
    }
    const publish = { method: 'PUT', path: 'projects/raced', body: { metadata: { public: 'true' } } } as const
    const secret = `update registry_endpoint set sealed_secret = 'sealed' where id = $1`
    expect(await whileOther(secret, publish)).toMatchObject({ status: 400, reason: 'PROXY_LENDS_ACCOUNT' })
    await api.database.pool.query('update registry_endpoint set sealed_secret = null where id = $1', [id])
    const published = `with held as (select id from registry_endpoint where id = $1 for share)
      update project set public = true from held where registry_id = held.id`
    const sign = {
      method: 'PUT',
      path: `registries/${id}`,
      body: { access_key: 'robot', access_secret: 'hush' },
    } as const
    expect(await whileOther(published, sign)).toMatchObject({ status: 400, reason: 'REGISTRY_LENDS_ACCOUNT' })
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
