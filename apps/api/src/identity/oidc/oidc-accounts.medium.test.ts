import type { OidcProviderServer } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { configure, configureOidc, OidcBrowser, person, startProvider } from '../../testing/oidc.test.support.js'

let api: ApiUnderTest
let provider: OidcProviderServer
beforeAll(async () => {
  ;[api, provider] = await Promise.all([ApiUnderTest.start(), startProvider()])
  await configureOidc(api, provider)
})
afterAll(async () => {
  await provider[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

const browser = () => new OidcBrowser(api, provider)
const idOf = async (name: string) =>
  (await api.call({ path: `users?username=${name}`, as: 'admin' })).body[0]?.user_id as number | undefined

/** A project where a group has the role of a developer. */
async function projectOf(group: string): Promise<string> {
  const name = `of-${group}`
  await api.createProject(name, 'admin')
  const body = { role_id: 2, member_group: { group_name: group, group_type: 3 } }
  const answer = await api.call({ method: 'POST', path: `projects/${name}/members`, as: 'admin', body })
  expect(answer.status).toBe(201)
  return name
}

describe('an account', () => {
  it('is found by issuer and subject, never by an e-mail address', async () => {
    const local = await api.createUser('local')
    const visitor = browser()
    await visitor.signInAs(person('stranger', { email: 'local@example.com', email_verified: true }))
    const { body } = await visitor.call({ path: 'users/current' })
    expect(body.username).toBe('stranger')
    expect(body.user_id).not.toBe(local)
    expect(body.email).toBeUndefined()
  })

  it('whose name another one has is refused, and told which', async () => {
    await api.createUser('taken')
    const visitor = browser()
    expect(await visitor.signInAs(person('taken'))).toBe('/sign-in-failed')
    const { body, reason } = await visitor.call({ path: '/c/oidc/failure' })
    expect(reason).toBe('OIDC_ACCOUNT_IN_THE_WAY')
    expect(body.errors[0].message).toMatch(/account taken .*sub-taken/)
    expect(await visitor.whoAmI()).toBeUndefined()
  })

  it('is linked by an administrator after the provider has changed, and keeps all that it had', async () => {
    const visitor = browser()
    await visitor.signInAs(person('dana'))
    const id = await idOf('dana')
    const project = await api.createProject('of-dana', 'admin')
    await api.addMember('of-dana', 'admin', 'dana', 2)
    await using moved = await startProvider()
    await configureOidc(api, moved)
    const back = new OidcBrowser(api, moved)
    expect(await back.signInAs(person('dana'))).toBe('/sign-in-failed')
    const refusal = (await back.call({ path: '/c/oidc/failure' })).body.errors[0]
    expect(refusal).toMatchObject({ reason: 'OIDC_ACCOUNT_IN_THE_WAY', next: expect.stringContaining('administrator') })
    expect(refusal.message).toContain(`issuer ${moved.issuer}, subject sub-dana`)
    const link = (as: string, user = id) =>
      api.call({
        method: 'POST',
        path: `users/${user}/identities`,
        as,
        body: { issuer: moved.issuer, subject: 'sub-dana' },
      })
    await api.createUser('eve')
    expect((await link('eve')).status).toBe(403)
    expect((await link('admin')).status).toBe(201)
    expect(await link('admin', 1)).toMatchObject({ status: 409, reason: 'IDENTITY_LINKED' })
    await back.signInAs(person('dana'))
    expect((await back.call({ path: 'users/current' })).body.user_id).toBe(id)
    expect((await back.call({ path: `projects/${project}` })).status).toBe(200)
    const { body: identities } = await back.call({ path: `users/${id}/identities` })
    expect(identities).toMatchObject([{ issuer: provider.issuer }, { issuer: moved.issuer, subject: 'sub-dana' }])
    const unlink = (user = id) =>
      api.call({ method: 'DELETE', path: `users/${user}/identities/${identities[1].id}`, as: 'admin' })
    expect(await unlink(1)).toMatchObject({ status: 404, reason: 'IDENTITY_NOT_FOUND' })
    expect(await back.whoAmI()).toBe('dana')
    expect((await unlink()).status).toBe(200)
    expect(await back.whoAmI()).toBeUndefined()
    expect(await back.signInAs(person('dana'))).toBe('/sign-in-failed')
    await configureOidc(api, provider)
  })

  it('is chosen a name for where the provider gives none that can be one', async () => {
    const visitor = browser()
    const page = new URL(await visitor.signInAs(person('José', { groups: ['x'] }), '/projects'), 'http://localhost')
    expect(page.pathname).toBe('/oidc-onboard')
    expect(page.searchParams.get('username')).toBe('José')
    expect(await visitor.whoAmI()).toBeUndefined()
    const onboard = (username: string) => visitor.call({ method: 'POST', path: '/c/oidc/onboard', body: { username } })
    expect(await onboard('a,b')).toMatchObject({ status: 400, reason: 'BAD_USERNAME' })
    expect(await onboard('taken')).toMatchObject({ status: 409, reason: 'OIDC_ACCOUNT_IN_THE_WAY' })
    expect((await onboard('jose')).status).toBe(200)
    expect(await visitor.whoAmI()).toBe('jose')
    expect(await onboard('again')).toMatchObject({ status: 412, reason: 'OIDC_ONBOARDING_OVER' })
  })

  it('is chosen a name for where the settings say so', async () => {
    await configure(api, { oidc_auto_onboard: false })
    const visitor = browser()
    expect(await visitor.signInAs(person('lena'))).toMatch(/^\/oidc-onboard\?username=lena/)
    expect(await idOf('lena')).toBeUndefined()
    await visitor.call({ method: 'POST', path: '/c/oidc/onboard', body: { username: 'lena' } })
    expect(await visitor.whoAmI()).toBe('lena')
    await configure(api, { oidc_auto_onboard: true })
  })

  it('has a secret for command lines from its first sign-in on, as Harbor’s clients show it', async () => {
    const visitor = browser()
    await visitor.signInAs(person('clio'))
    const { secret } = (await visitor.call({ path: 'users/current' })).body.oidc_user_meta
    expect(secret).toMatch(/^berth_cli_/)
    expect(await api.call({ path: 'users/current', as: `clio:${secret}` })).toMatchObject({ status: 200 })
    await visitor.signInAs(person('clio'))
    expect((await visitor.call({ path: 'users/current' })).body.oidc_user_meta.secret).toBe(secret)
  })

  it('has no password that anybody could guess', async () => {
    expect((await api.call({ path: 'users/current', as: `kim:${USER_PASSWORD}` })).status).toBe(401)
  })
})

describe('groups', () => {
  it('give their roles, one that comes as a text among them', async () => {
    const [ops, dev] = [await projectOf('ops'), await projectOf('dev')]
    const visitor = browser()
    const sees = async () =>
      Promise.all([ops, dev].map(async (name) => (await visitor.call({ path: `projects/${name}` })).status))
    await visitor.signInAs(person('robin', { groups: 'ops' }))
    expect(await sees()).toEqual([200, 403])
    await visitor.signInAs(person('robin', { groups: ['dev', 'other'] }))
    expect(await sees()).toEqual([403, 200])
    await configure(api, { oidc_group_filter: '^other$' })
    await visitor.signInAs(person('robin', { groups: ['dev', 'other'] }))
    expect(await sees()).toEqual([403, 403])
    await configure(api, { oidc_group_filter: '' })
  })

  it('that the provider only points to are unknown, not none', async () => {
    const project = await projectOf('many')
    const pointer = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://id.example/g' } } }
    const visitor = browser()
    await visitor.signInAs(person('morgan', { groups: ['many'] }))
    await visitor.signInAs(person('morgan', pointer))
    expect((await visitor.call({ path: `projects/${project}` })).status).toBe(200)
    await api.database.pool.query(
      `update user_identity set groups_at = now() - interval '8 days' where subject = 'sub-morgan'`,
    )
    const late = browser()
    expect(await late.signInAs(person('morgan', pointer))).toBe('/sign-in-failed')
    expect(await late.failure()).toBe('OIDC_GROUPS_UNKNOWN')
    const { rows } = await api.database.pool.query<{ payload: object }>(
      `select payload from event where type = 'user.sign-in-failed' order by id desc limit 1`,
    )
    expect(rows[0]?.payload).toMatchObject({ reason: 'OIDC_GROUPS_UNKNOWN' })
    // Nothing was taken away.
    const kept = `select from user_group_member m join user_identity i on i.id = m.identity_id where i.subject = 'sub-morgan'`
    expect((await api.database.pool.query(kept)).rowCount).toBe(1)
    const stranger = browser()
    await stranger.signInAs(person('newcomer', pointer))
    expect(await stranger.failure()).toBe('OIDC_GROUPS_UNKNOWN')
  })

  it('make administrators, as long as somebody is in the one that the settings name', async () => {
    await configure(api, { oidc_admin_group: 'chiefs' })
    const visitor = browser()
    await visitor.signInAs(person('carol', { groups: 'chiefs' }))
    expect((await visitor.call({ path: 'users' })).status).toBe(200)
    expect((await visitor.call({ path: 'users/current' })).body).toMatchObject({
      sysadmin_flag: false,
      admin_role_in_auth: true,
    })
    await visitor.signInAs(person('carol'))
    expect((await visitor.call({ path: 'users' })).status).toBe(403)
    await configure(api, { oidc_admin_group: '' })
  })
})
