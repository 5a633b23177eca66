import { harborContract } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiAnswer, ApiUnderTest, USER_PASSWORD } from '../testing/api.test.support.js'

let api: ApiUnderTest
let uma: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  uma = await api.createUser('uma')
  await api.createProject('dev', 'uma', true)
})
afterAll(() => api[Symbol.asyncDispose]())

const put = (path: string, body: object) => api.call({ method: 'PUT', path, as: 'admin', body })

describe('what Go leaves out of a body', () => {
  it('is false: the flag of an administrator is taken away', async () => {
    expect(await put(`users/${uma}/sysadmin`, { sysadmin_flag: true })).toMatchObject({ status: 200 })
    expect(await put(`users/${uma}/sysadmin`, {})).toMatchObject({ status: 200 })
    expect((await api.call({ path: `users/${uma}`, as: 'admin' })).body).toMatchObject({ sysadmin_flag: false })
  })

  it('is as absent where it is null', async () => {
    const password = { old_password: null, new_password: 'Passw0rd2' }
    expect(await put(`users/${uma}/password`, password)).toMatchObject({ status: 200 })
    expect(await put(`users/${uma}/password`, { new_password: 'Passw0rd' })).toMatchObject({ status: 200 })
    expect(await put('configurations', { banner_message: null, session_timeout: 61 })).toMatchObject({ status: 200 })
    expect(await put('projects/dev', { metadata: { public: null, severity: null } })).toMatchObject({ status: 200 })
  })

  it('is left out of what answers hold, too: of registries, labels and rules', async () => {
    const post = (path: string, body: object) => api.call({ method: 'POST', path, as: 'admin', body })
    await post('labels', { name: 'plain', scope: 'g' })
    await post('registries', { name: 'r', type: 'harbor', url: 'https://harbor.example.com' })
    const { project_id } = (await api.call({ path: 'projects/dev', as: 'admin' })).body
    const grant = { kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }
    await post('robots', { name: 'ci', level: 'project', duration: -1, permissions: [grant] })
    const [registry] = (await api.call({ path: 'registries', as: 'admin' })).body
    const rule = { name: 'copy', dest_registry: { id: registry.id }, trigger: { type: 'manual' }, enabled: true }
    expect((await post('replication/policies', rule)).status).toBe(201)
    const hook = {
      name: 'h',
      event_types: ['PUSH_ARTIFACT'],
      targets: [{ type: 'http', address: 'https://ci.example.com' }],
    }
    expect((await post('projects/dev/webhook/policies', hook)).status).toBe(201)
    const selector = { kind: 'doublestar', pattern: '**' }
    const kept = {
      tag_selectors: [{ ...selector, decoration: 'matches' }],
      scope_selectors: { repository: [{ ...selector, decoration: 'repoMatches' }] },
    }
    expect((await post('projects/dev/immutabletagrules', kept)).status).toBe(201)
    const lists = [
      'labels?scope=g',
      'registries',
      'robots?q=Level=project,ProjectID=' + project_id,
      'replication/policies',
    ]
    for (const path of [...lists, 'projects/dev/webhook/policies', 'projects/dev/immutabletagrules']) {
      const { text, body } = await api.call({ path, as: 'admin' })
      expect([path, body.length]).toEqual([path, 1])
      expect(text).not.toMatch(
        /"(description|color|dest_namespace|auth_header|template|extras|url|status_detail)":(""|null)/,
      )
    }
  })

  it('is the one kind of selector that there is, as harbor-cli sends rules', async () => {
    const selectors = (more: object) => ({
      tag_selectors: [{ ...more, decoration: 'matches', pattern: 'v*' }],
      scope_selectors: { repository: [{ ...more, decoration: 'repoMatches', pattern: '**' }] },
    })
    const project = await api.createProject('ruled', 'uma')
    const send = (method: 'POST' | 'PUT', path: string, body: object) => api.call({ method, path, as: 'uma', body })
    const rules = 'projects/ruled/immutabletagrules'
    const rule = await send('POST', rules, selectors({}))
    expect(rule.status).toBe(201)
    const one = `${rules}/${String(rule.headers['location']).split('/').at(-1)}`
    for (const more of [{ kind: '' }, { kind: null }])
      expect((await send('PUT', one, selectors(more))).status).toBe(200)
    const policy = (more: object) => ({
      algorithm: 'or',
      scope: { level: 'project', ref: project },
      rules: [{ action: 'retain', template: 'always', ...selectors(more) }],
    })
    const made = await send('POST', 'retentions', policy({}))
    expect(made.status).toBe(201)
    const path = `retentions/${String(made.headers['location']).split('/').at(-1)}`
    expect((await send('PUT', path, policy({ kind: '' }))).status).toBe(200)
    for (const told of [rules, path]) {
      const { body } = await api.call({ path: told, as: 'uma' })
      const [first] = 'rules' in body ? body.rules : body
      expect(first).toMatchObject(selectors({ kind: 'doublestar' }))
    }
    expect((await send('POST', rules, selectors({ kind: 'regex' }))).status).toBe(422)
  })

  it('is left out of answers, too, where it is empty', async () => {
    const { body } = await api.call({ path: 'users/current', as: 'uma' })
    expect(body).not.toHaveProperty('comment')
    expect(Object.values(body)).not.toContain('')
    expect(Object.values(body)).not.toContain(null)
  })
})

describe('settings of Terraform and of the command line', () => {
  it('are kept, and shown with all the others', async () => {
    const settings = {
      robot_token_duration: 42,
      quota_per_project_enable: true,
      robot_name_prefix: 'robot$',
      scanner_skip_update_pulltime: true,
      skip_audit_log_database: false,
      notification_enable: false,
      of_a_later_version: 1,
    }
    expect(await put('configurations', settings)).toMatchObject({ status: 200 })
    const { body } = await api.call({ path: 'configurations', as: 'admin' })
    expect(body).toMatchObject({ robot_token_duration: { value: 42 }, notification_enable: { value: false } })
    expect(body).not.toHaveProperty('of_a_later_version')
    // The command line ends with an error where one of these is not there.
    const known = Object.keys(harborContract.definitions['ConfigurationsResponse'] ?? {})
    expect(Object.keys(body)).toEqual(expect.arrayContaining(known))
    const all = Object.fromEntries(known.map((key) => [key, body[key].value]))
    expect(await put('configurations', all)).toMatchObject({ status: 200 })
  })
})

describe('wrong credentials', () => {
  it.each(['ping', 'health', 'systeminfo', 'search?q=dev', 'projects', 'repositories', '/api/version'])(
    'are as good as none at %s, which anybody may ask',
    async (path) => {
      expect(await api.call({ path, as: 'admin:old' })).toMatchObject({ status: 200 })
      expect(await api.call({ path, as: 'robot$gone:old' })).toMatchObject({ status: 200 })
    },
  )

  it('are refused where a token or more is asked for', async () => {
    expect(await api.call({ path: '/service/token?service=harbor-registry', as: 'admin:old' })).toMatchObject({
      status: 401,
    })
    expect(await api.call({ path: 'projects/dev', as: 'admin:old' })).toMatchObject({ status: 401 })
  })
})

describe('a request that cannot be read', () => {
  it('by another method is 405, and says which there are', async () => {
    const answer = await api.call({ method: 'PUT', path: 'projects', as: 'admin' })
    expect(answer).toMatchObject({ status: 405, body: { errors: [{ code: 'METHOD_NOT_ALLOWED' }] } })
    expect(answer.headers['allow']).toBe('GET, HEAD, POST')
    expect(await api.call({ method: 'DELETE', path: 'projects/dev/members' })).toMatchObject({ status: 405 })
    expect(await api.call({ method: 'PUT', path: 'nothing', as: 'admin' })).toMatchObject({ status: 404 })
  })

  it('is 422 where its JSON is broken, 415 where it is a form', async () => {
    const headers = { 'content-type': 'application/json' }
    const broken = { method: 'POST', path: 'projects', as: 'uma', body: '{"project_name":', headers } as const
    expect(await api.call(broken)).toMatchObject({ status: 422, reason: 'MALFORMED_BODY' })
    const form = { method: 'POST', path: 'projects', as: 'uma', form: { project_name: 'x' } } as const
    for (const type of ['application/x-www-form-urlencoded', 'Application/X-WWW-Form-URLencoded; charset=UTF-8'])
      expect(await api.call({ ...form, headers: { 'content-type': type } })).toMatchObject({
        status: 415,
        reason: 'UNSUPPORTED_MEDIA_TYPE',
      })
    for (const type of ['text/plain', 'application/yaml', 'application/vnd.api+json'])
      expect(await api.call({ ...broken, body: '{}', headers: { 'content-type': type } })).toMatchObject({
        status: 415,
      })
  })
})

describe('JSON', () => {
  it.each([
    'Application/JSON',
    'application/json; Charset=UTF-8',
    'APPLICATION/JSON;charset=utf-8',
    'application/json ;',
  ])('is known as %s', async (type) => {
    const call = { path: 'configurations', headers: { 'content-type': type }, body: '{"session_timeout":60}' }
    expect(await api.call({ method: 'PUT', as: 'admin', ...call })).toMatchObject({ status: 200 })
  })
})

describe('HEAD', () => {
  const own = new Set(['x-request-id', 'date', 'set-cookie', 'x-harbor-csrf-token'])
  const shown = (headers: ApiAnswer['headers']) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => !own.has(key)))

  it.each([
    'projects/dev',
    'users',
    'users/current',
    'ping',
    'projects/dev/repositories',
    'projects/nothing',
    'users/99',
  ])('of %s says what GET does, without a body', async (path) => {
    const [head, get] = [await api.call({ method: 'HEAD', path, as: 'uma' }), await api.call({ path, as: 'uma' })]
    expect([head.status, shown(head.headers), head.text]).toEqual([get.status, shown(get.headers), ''])
  })

  it('writes nothing down, and signs nobody out', async () => {
    const entries = async () => (await api.call({ path: 'auditlog-exts', as: 'admin' })).headers['x-total-count']
    const before = await entries()
    const login = { principal: 'uma', password: USER_PASSWORD }
    const { cookies } = await api.call({ method: 'POST', path: '/c/login', form: login })
    const cookie = `sid=${cookies['sid']}`
    for (const path of ['/c/log_out', '/%63/log_out', '/c/log_out?next=/', '/c/oidc/login']) {
      const head = await api.call({ method: 'HEAD', path, headers: { cookie } })
      expect([path, head.status, head.headers['allow']]).toEqual([path, 405, 'GET'])
    }
    expect(await api.call({ path: 'users/current', headers: { cookie } })).toMatchObject({ status: 200 })
    for (const path of ['users/current', 'projects/dev', 'auditlog-exts'])
      await api.call({ method: 'HEAD', path, headers: { cookie } })
    // The sign-in alone.
    expect(Number(await entries())).toBe(Number(before) + 1)
  })
})

describe('a scope', () => {
  it('that goes on after its project asks for that project', async () => {
    const id = Number((await api.call({ path: 'projects/dev', as: 'uma' })).body.project_id)
    const rights = async (scope: string) =>
      (await api.call({ path: `users/current/permissions?scope=${scope}&relative=True`, as: 'uma' })).body
    expect(await rights(`/project/${id}/repository`)).toEqual(await rights(`/project/${id}`))
    expect(await rights(`/project/${id}/repository`)).toContainEqual({ resource: 'repository', action: 'push' })
  })
})
