import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, type ApiRequest, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'
import { allRoutes } from '../../testing/routes.test.support.js'
import { Tokens } from '../../testing/tokens.test.support.js'

let api: ApiUnderTest
let tokens: Tokens
beforeAll(async () => {
  api = await ApiUnderTest.start()
  tokens = new Tokens(api)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

const path = Tokens.path
async function grantedTo(as: string, scope: string): Promise<string[][]> {
  const { token } = (await api.call({ path: `/service/token?scope=${scope}`, as })).body
  const { access } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
  return access.map(({ actions }: { actions: string[] }) => actions)
}

describe('the ceiling', () => {
  it('read pulls, write pushes, both where the owner may at the time', async () => {
    await api.createUser('gila')
    await api.createProject('gila-home', 'gila')
    const [read, write] = [
      await tokens.made('gila', { name: 'r', access: 'read' }),
      await tokens.made('gila', { name: 'w' }),
    ]
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
    const token = await tokens.made('hugo', { projects: ['hugo-a'], repositories: ['app*', 'app*'] })
    expect(token).toMatchObject({ access: 'write', projects: ['hugo-a'], repositories: ['app*'] })
    const asked = async (name: string) => grantedTo(token.as, `repository:${name}:push`)
    expect(await asked('hugo-a/app1')).toEqual([['push']])
    expect(await asked('hugo-a/web')).toEqual([[]])
    expect(await asked('hugo-b/app1')).toEqual([[]])
    const chosen = await tokens.made('hugo', {
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
    expect(await tokens.list('hugo')).toMatchObject([{ name: 'chosen' }, { projects: [] }])
  })

  it('of one project hides every other, whatever is asked', async () => {
    await api.createUser('ida')
    const open = await api.createProject('ida-open', 'ida')
    const secret = await api.createProject('ida-secret', 'ida')
    const { as } = await tokens.made('ida', { access: 'read', projects: ['ida-open'] })
    const admin = await tokens.made(`admin:${ADMIN_PASSWORD}`, { name: 'one', access: 'read', projects: ['ida-open'] })
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
  expect(await tokens.make('paula', { repositories })).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
  expect(await tokens.make('paula', { repositories: repositories.slice(1) })).toMatchObject({ status: 201 })
})

describe('what keeps an account safe', () => {
  it('lets no token change how people sign in, nor send back what it was not shown', async () => {
    const system_permissions = ['read', 'update'].map((action) => ({ resource: 'configuration', action }))
    const { as } = await tokens.made(`admin:${ADMIN_PASSWORD}`, {
      name: 'settings',
      access: 'chosen',
      system_permissions,
    })
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
    const admin = (await tokens.made(`admin:${ADMIN_PASSWORD}`, { name: 'users', ...all })).as
    const own = (await tokens.made('jana')).as
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
