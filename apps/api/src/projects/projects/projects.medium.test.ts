import { insertRepository } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['olga', 'paul']) await api.createUser(name)
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
    expect(await create({ metadata: { public: 'maybe' } })).toMatchObject({ status: 400, reason: 'BAD_METADATA_VALUE' })
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
