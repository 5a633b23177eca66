import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LastUses } from '../../identity/credentials/last-uses.js'
import { ADMIN_PASSWORD, type ApiRequest, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'
import { allRoutes } from '../../testing/routes.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

const path = 'users/current/tokens'
const make = (as: string, token: object) =>
  api.call({ method: 'POST', path, as, body: { name: 'ci', access: 'write', ...token } })
/** @returns the token with its secret, and as credentials */
async function made(as: string, token: object = {}) {
  const answer = await make(as, token)
  if (answer.status !== 201) throw new Error(answer.text)
  return { ...answer.body, as: `${as.split(':')[0]}:${answer.body.secret}` }
}
const list = async (as: string) => (await api.call({ path, as })).body
const current = (as: string) => api.call({ path: 'users/current', as })
const configure = (body: object) => api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })
async function grantedTo(as: string, scope: string): Promise<string[][]> {
  const { token } = (await api.call({ path: `/service/token?scope=${scope}`, as })).body
  const { access } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
  return access.map(({ actions }: { actions: string[] }) => actions)
}

describe('a token', () => {
  it('is shown once, signs in wherever Basic does, and is listed without its secret', async () => {
    await api.createUser('anna')
    const token = await made('anna', { name: 'laptop', duration: 90 })
    expect(token).toMatchObject({ name: 'laptop', access: 'write', expired: false, expires_soon: false })
    expect(token.secret).toMatch(/^berth_pat_\w{40}$/)
    const days = (Date.parse(token.expiration_time) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(90)
    expect(await current(token.as)).toMatchObject({ status: 200, body: { username: 'anna' } })
    expect(await api.call({ path: '/service/token', as: token.as })).toMatchObject({ status: 200 })
    const tokens = await list('anna')
    expect(tokens).toMatchObject([{ id: token.id, name: 'laptop' }])
    expect(JSON.stringify(tokens)).not.toContain(token.secret)
    const form = { principal: 'anna', password: token.secret }
    expect(await api.call({ method: 'POST', path: '/c/login', form })).toMatchObject({ status: 401 })
  })

  it('tells when and from where it was used last', async () => {
    await api.createUser('anton')
    const { as } = await made('anton')
    await api.call({ path: 'users/current', as, headers: { 'x-forwarded-for': '192.0.2.9' } })
    await api.app.get(LastUses).write()
    expect(await list('anton')).toMatchObject([
      { last_used_time: expect.any(String) as unknown, last_used_address: '192.0.2.9' },
    ])
  })

  it('ends when it is revoked, by its user or an administrator, and nobody else', async () => {
    const [id] = [await api.createUser('bela'), await api.createUser('bert')]
    const [one, two] = [await made('bela', { name: 'one' }), await made('bela', { name: 'two' })]
    const revoke = (as: string, at: string) => api.call({ method: 'DELETE', path: at, as })
    expect(await revoke('bert', `${path}/${one.id}`)).toMatchObject({ status: 404, reason: 'TOKEN_NOT_FOUND' })
    expect(await revoke('bert', `users/${id}/tokens/${one.id}`)).toMatchObject({ status: 403 })
    expect((await api.call({ path: `users/${id}/tokens`, as: 'bert' })).status).toBe(403)
    expect(await revoke('bela', `${path}/${one.id}`)).toMatchObject({ status: 200 })
    expect((await api.call({ path: `users/${id}/tokens`, as: 'admin' })).body).toMatchObject([{ name: 'two' }])
    expect(await revoke('admin', `users/${id + 1}/tokens/${two.id}`)).toMatchObject({ status: 404 })
    expect(await current(two.as)).toMatchObject({ status: 200 })
    expect(await revoke('admin', `users/${id}/tokens/${two.id}`)).toMatchObject({ status: 200 })
    for (const { as } of [one, two]) expect(await current(as)).toMatchObject({ status: 401 })
  })

  it('signs in where the password alone does not, with a second factor', async () => {
    const id = await api.createUser('berta')
    const { as } = await made('berta')
    await api.database.pool.query(
      `insert into second_factor (user_id, secret, enabled_at, generation) values ($1, 'x', now(), 1)`,
      [id],
    )
    expect(await current('berta')).toMatchObject({ status: 401, reason: 'TOKEN_NEEDED' })
    for (const asked of ['users/current', '/service/token']) {
      expect(await api.call({ path: asked, as })).toMatchObject({ status: 200 })
    }
  })

  it('lives as long as its owner, and past a new password', async () => {
    const id = await api.createUser('carl')
    const { as } = await made('carl')
    const body = { new_password: 'Another1x' }
    await api.call({ method: 'PUT', path: `users/${id}/password`, as: 'admin', body })
    expect(await current(as)).toMatchObject({ status: 200 })
    await api.call({ method: 'DELETE', path: `users/${id}`, as: 'admin' })
    expect(await current(as)).toMatchObject({ status: 401 })
  })
})

describe('making one', () => {
  it('keeps to the longest life that administrators set', async () => {
    await api.createUser('dora')
    const before = (await api.call({ path: 'configurations', as: 'admin' })).body.access_token_max_duration.value
    const tooLong = { status: 422, reason: 'TOKEN_LIVES_TOO_LONG' }
    await configure({ access_token_max_duration: 30 })
    expect(await make('dora', { duration: 90 })).toMatchObject(tooLong)
    expect(await make('dora', { duration: -1 })).toMatchObject(tooLong)
    expect(await make('dora', { duration: 30 })).toMatchObject({ status: 201 })
    await configure({ access_token_max_duration: 0 })
    expect(await make('dora', { name: 'none', duration: 1 })).toMatchObject(tooLong)
    await configure({ access_token_max_duration: -1 })
    expect((await made('dora', { name: 'for ever', duration: -1 })).expiration_time).toBeUndefined()
    expect(await make('dora', { name: 'no time', duration: 0 })).toMatchObject(tooLong)
    await configure({ access_token_max_duration: before })
  })

  it('warns of an end within a week, and says what has ended', async () => {
    await api.createUser('dirk')
    const { id, as } = await made('dirk', { duration: 7 })
    expect(await list('dirk')).toMatchObject([{ expires_soon: true, expired: false }])
    await api.database.pool.query(`update credential set expires_at = now() - interval '1 second' where id = $1`, [id])
    expect(await list('dirk')).toMatchObject([{ expires_soon: false, expired: true }])
    expect(await current(as)).toMatchObject({ status: 401, reason: 'CREDENTIAL_EXPIRED' })
  })

  it('refuses what makes no sense, and what is not there', async () => {
    await Promise.all(['emil', 'elsa'].map((name) => api.createUser(name)))
    await api.createProject('hidden', 'elsa')
    const refused = async (token: object) => (await make('emil', token)).reason
    expect(await refused({ name: ' ' })).toBe('TOKEN_NAME_NEEDED')
    expect(await refused({ access: 'chosen' })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ projects: [] })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ repositories: [] })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ repositories: ['[a'] })).toBe('BAD_PATTERN')
    const chosen = { access: 'chosen', permissions: [{ resource: 'user', action: 'update' }] }
    expect(await refused(chosen)).toBe('PERMISSION_UNKNOWN')
    for (const project of ['hidden', 'nowhere', 'a\0b'])
      expect(await refused({ projects: [project] })).toMatch(/^(NO_SUCH_PROJECT|INVALID_FIELD)$/)
    expect((await make('emil', { projects: ['hidden'] })).text.replace('hidden', 'nowhere')).toContain(
      (await make('emil', { projects: ['nowhere'] })).body.errors[0].message,
    )
    for (const token of [
      { name: 'x'.repeat(65) },
      { duration: 36_501 },
      { projects: Array.from({ length: 101 }, () => 'a') },
    ])
      expect((await make('emil', token)).status).toBe(422)
    await made('emil')
    expect(await make('emil', {})).toMatchObject({ status: 409, reason: 'TOKEN_EXISTS' })
  })

  it('stops at a hundred of a user, however many are made at once', async () => {
    const id = await api.createUser('fred')
    await api.database.pool.query(
      `insert into credential (kind, user_id, name, hash) select 'token', $1, 'n' || n, sha256(n::text::bytea) from generate_series(1, 98) n`,
      [id],
    )
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => (await make('fred', { name: `more ${n}` })).status),
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409, 409])
  })
})

describe('the ceiling', () => {
  it('read pulls, write pushes, both where the owner may at the time', async () => {
    await api.createUser('gila')
    await api.createProject('gila-home', 'gila')
    const [read, write] = [await made('gila', { name: 'r', access: 'read' }), await made('gila', { name: 'w' })]
    const scope = 'repository:gila-home/app:pull,push'
    expect(await grantedTo(read.as, scope)).toEqual([['pull']])
    expect(await grantedTo(write.as, scope)).toEqual([['pull', 'push']])
    const change = (as: string) =>
      api.call({ method: 'PUT', path: 'projects/gila-home', as, body: { metadata: { public: 'true' } } })
    for (const { as } of [read, write]) expect(await change(as)).toMatchObject({ status: 403 })
    await api.database.pool.query(
      `update project_member set role_id = 3 where project_id = (select id from project where name = 'gila-home')`,
    )
    expect(await grantedTo(write.as, scope)).toEqual([['pull']])
  })

  it('keeps to projects and patterns of repositories, and is told as it was chosen', async () => {
    await api.createUser('hugo')
    for (const name of ['hugo-a', 'hugo-b']) await api.createProject(name, 'hugo')
    const token = await made('hugo', { projects: ['hugo-a'], repositories: ['app*', 'app*'] })
    expect(token).toMatchObject({ access: 'write', projects: ['hugo-a'], repositories: ['app*'] })
    const asked = async (name: string) => grantedTo(token.as, `repository:${name}:push`)
    expect(await asked('hugo-a/app1')).toEqual([['push']])
    expect(await asked('hugo-a/web')).toEqual([[]])
    expect(await asked('hugo-b/app1')).toEqual([[]])
    const chosen = await made('hugo', {
      name: 'chosen',
      access: 'chosen',
      permissions: [{ resource: 'tag', action: 'list' }],
      system_permissions: [{ resource: 'project', action: 'create' }],
    })
    expect(chosen).toMatchObject({
      access: 'chosen',
      permissions: [{ resource: 'tag', action: 'list' }],
      system_permissions: [{ resource: 'project', action: 'create' }],
    })
    expect(chosen).not.toHaveProperty('projects')
    const create = { method: 'POST', path: 'projects', body: { project_name: 'hugo-c' } } as const
    expect(await api.call({ ...create, as: token.as })).toMatchObject({ status: 403 })
    expect(await api.call({ ...create, as: chosen.as })).toMatchObject({ status: 201 })
    await api.call({ method: 'DELETE', path: 'projects/hugo-a', as: 'hugo' })
    expect(await list('hugo')).toMatchObject([{ name: 'chosen' }, { projects: [] }])
  })

  it('of one project hides every other, whatever is asked', async () => {
    await api.createUser('ida')
    const open = await api.createProject('ida-open', 'ida')
    const secret = await api.createProject('ida-secret', 'ida')
    const { as } = await made('ida', { access: 'read', projects: ['ida-open'] })
    const admin = await made(`admin:${ADMIN_PASSWORD}`, { name: 'one', access: 'read', projects: ['ida-open'] })
    const filled: Readonly<Record<string, string>> = {
      project_name: 'ida-secret',
      project_name_or_id: String(secret),
      repository_name: 'app',
      reference: 'v1',
      user_id: '1',
    }
    const ask = async (who: string) => {
      for (const route of allRoutes()) {
        if (route.method !== 'GET' || route.path === 'c/log_out') continue
        const asked = route.path.replaceAll(/:(\w+)/g, (_, name: string) => filled[name] ?? '1')
        const at = /^(c|service|api|healthz)(\/|$)/.test(asked) ? `/${asked}` : `${asked}?q=&page_size=100`
        const { text } = await api.call({ path: at, as: who })
        expect({ at, text }).not.toMatchObject({
          text: expect.stringMatching(/ida-secret(?!\b[^"]*(?:does not|no project))/) as unknown,
        })
      }
    }
    await ask(as)
    await ask(admin.as)
    const names = async (who: string) =>
      (await api.call({ path: 'projects?page_size=100', as: who })).body.map(({ name }: { name: string }) => name)
    expect(await names(as)).toContain('ida-open')
    expect((await api.call({ path: `projects/${open}`, as })).status).toBe(200)
  })
})

it('has no more patterns than a request can go through quickly', async () => {
  await api.createUser('paula')
  const repositories = Array.from({ length: 5 }, (_, n) => `${'**/'.repeat(80)}${n}`)
  expect(await make('paula', { repositories })).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
  expect(await make('paula', { repositories: repositories.slice(1) })).toMatchObject({ status: 201 })
})

describe('what keeps an account safe', () => {
  it('lets no token change how people sign in, nor send back what it was not shown', async () => {
    const system_permissions = ['read', 'update'].map((action) => ({ resource: 'configuration', action }))
    const { as } = await made(`admin:${ADMIN_PASSWORD}`, { name: 'settings', access: 'chosen', system_permissions })
    const put = (body: object) => api.call({ method: 'PUT', path: 'configurations', as, body })
    for (const body of [
      { oidc_admin_group: 'us' },
      { ldap_group_admin_dn: 'cn=us' },
      { ldap_url: 'ldap://ldap.example' },
    ])
      expect(await put(body)).toMatchObject({ status: 403, reason: 'TOKEN_LIMITED' })
    expect(await put({ oidc_admin_group: '', banner_message: '' })).toMatchObject({ status: 200 })
  })

  it('no token changes, whatever it may: not its own, nor another one', async () => {
    const id = await api.createUser('jana')
    const all = {
      access: 'chosen',
      permissions: [{ resource: 'self', action: 'read' }],
      system_permissions: ['read', 'update', 'create', 'list', 'delete'].map((action) => ({
        resource: 'user',
        action,
      })),
    }
    const admin = (await made(`admin:${ADMIN_PASSWORD}`, { name: 'users', ...all })).as
    const own = (await made('jana')).as
    const password = { old_password: USER_PASSWORD, new_password: 'Another1x' }
    const attempts: ApiRequest[] = [
      { method: 'PUT', path: `users/${id}/password`, body: password, as: own },
      { method: 'PUT', path: `users/${id}/password`, body: password, as: admin },
      { method: 'PUT', path: `users/${id}`, body: { realname: 'J', email: 'j@example.com' }, as: own },
      { method: 'PUT', path: `users/${id}/sysadmin`, body: { sysadmin_flag: true }, as: admin },
      { method: 'PUT', path: `users/${id}/cli_secret`, body: { secret: 'Another1x' }, as: admin },
      { method: 'POST', path: `users/1/identities`, body: { issuer: 'https://idp.example', subject: 'me' }, as: admin },
      { method: 'DELETE', path: `users/${id}/identities/1`, as: admin },
      { path, as: own },
      { method: 'POST', path, body: { name: 'more', access: 'read' }, as: own },
      { method: 'POST', path, body: { name: 'more', access: 'read' }, as: admin },
      { method: 'DELETE', path: `${path}/1`, as: own },
      { path: `users/${id}/tokens`, as: admin },
      { method: 'DELETE', path: `users/${id}/tokens/1`, as: admin },
      { path: 'users/current/sessions', as: own },
      { method: 'DELETE', path: 'users/current/sessions', as: own },
      { method: 'DELETE', path: `users/${id}/sessions`, as: admin },
      { path: 'users/current/second_factor', as: own },
      { method: 'POST', path: 'users/current/second_factor', body: { password: USER_PASSWORD }, as: own },
      { method: 'DELETE', path: `users/${id}/second_factor`, as: admin },
    ]
    for (const attempt of attempts)
      expect({ attempt, ...(await api.call(attempt)) }).toMatchObject({ attempt, status: 403, reason: 'TOKEN_LIMITED' })
    expect((await api.call({ path: `users/${id}`, as: admin })).status).toBe(200)
    const browser = new Browser(api)
    expect(await browser.signIn('jana', USER_PASSWORD)).toMatchObject({ status: 200 })
  })
})
