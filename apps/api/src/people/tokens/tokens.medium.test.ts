import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LastUses } from '../../identity/credentials/last-uses.js'
import { ApiUnderTest } from '../../testing/api.test.support.js'
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

const { path } = Tokens
const current = (as: string) => api.call({ path: 'users/current', as })
const configure = (body: object) => api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })

describe('a token', () => {
  it('is shown once, signs in wherever Basic does, and is listed without its secret', async () => {
    await api.createUser('anna')
    const token = await tokens.made('anna', { name: 'laptop', duration: 90 })
    expect(token).toMatchObject({ name: 'laptop', access: 'write', expired: false, expires_soon: false })
    expect(token.secret).toMatch(/^berth_pat_\w{40}$/)
    const days = (Date.parse(token.expiration_time) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(90)
    expect(await current(token.as)).toMatchObject({ status: 200, body: { username: 'anna' } })
    expect(await api.call({ path: '/service/token', as: token.as })).toMatchObject({ status: 200 })
    const shown = await tokens.list('anna')
    expect(shown).toMatchObject([{ id: token.id, name: 'laptop' }])
    expect(JSON.stringify(shown)).not.toContain(token.secret)
    const form = { principal: 'anna', password: token.secret }
    expect(await api.call({ method: 'POST', path: '/c/login', form })).toMatchObject({ status: 401 })
  })

  it('tells when and from where it was used last', async () => {
    await api.createUser('anton')
    const { as } = await tokens.made('anton')
    await api.call({ path: 'users/current', as, headers: { 'x-forwarded-for': '192.0.2.9' } })
    await api.app.get(LastUses).write()
    expect(await tokens.list('anton')).toMatchObject([
      { last_used_time: expect.any(String) as unknown, last_used_address: '192.0.2.9' },
    ])
  })

  it('ends when it is revoked, by its user or an administrator, and nobody else', async () => {
    const [id] = [await api.createUser('bela'), await api.createUser('bert')]
    const [one, two] = [await tokens.made('bela', { name: 'one' }), await tokens.made('bela', { name: 'two' })]
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
    const { as } = await tokens.made('berta')
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
    const { as } = await tokens.made('carl')
    const body = { new_password: 'Another1x' }
    await api.call({ method: 'PUT', path: `users/${id}/password`, as: 'admin', body })
    expect(await current(as)).toMatchObject({ status: 200 })
    await api.call({ method: 'DELETE', path: `users/${id}`, as: 'admin' })
    expect(await current(as)).toMatchObject({ status: 401 })
    expect((await api.database.pool.query('select from credential where user_id = $1', [id])).rowCount).toBe(0)
  })
})

describe('making one', () => {
  it('keeps to the longest life that administrators set', async () => {
    await api.createUser('dora')
    const before = (await api.call({ path: 'configurations', as: 'admin' })).body.access_token_max_duration.value
    const tooLong = { status: 422, reason: 'TOKEN_LIVES_TOO_LONG' }
    await configure({ access_token_max_duration: 30 })
    expect(await tokens.make('dora', { duration: 90 })).toMatchObject(tooLong)
    expect(await tokens.make('dora', { duration: -1 })).toMatchObject(tooLong)
    expect(await tokens.make('dora', { duration: 30 })).toMatchObject({ status: 201 })
    await configure({ access_token_max_duration: 0 })
    expect(await tokens.make('dora', { name: 'none', duration: 1 })).toMatchObject(tooLong)
    await configure({ access_token_max_duration: -1 })
    expect((await tokens.made('dora', { name: 'for ever', duration: -1 })).expiration_time).toBeUndefined()
    expect(await tokens.make('dora', { name: 'no time', duration: 0 })).toMatchObject(tooLong)
    await configure({ access_token_max_duration: before })
  })

  it('warns of an end within a week, and says what has ended', async () => {
    await api.createUser('dirk')
    const { id, as } = await tokens.made('dirk', { duration: 7 })
    expect(await tokens.list('dirk')).toMatchObject([{ expires_soon: true, expired: false }])
    await api.database.pool.query(`update credential set expires_at = now() - interval '1 second' where id = $1`, [id])
    expect(await tokens.list('dirk')).toMatchObject([{ expires_soon: false, expired: true }])
    expect(await current(as)).toMatchObject({ status: 401, reason: 'CREDENTIAL_EXPIRED' })
  })

  it('refuses what makes no sense, and what is not there', async () => {
    await Promise.all(['emil', 'elsa'].map((name) => api.createUser(name)))
    await api.createProject('hidden', 'elsa')
    const refused = async (token: object) => (await tokens.make('emil', token)).reason
    expect(await refused({ name: ' ' })).toBe('TOKEN_NAME_NEEDED')
    expect(await refused({ access: 'chosen' })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ projects: [] })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ repositories: [] })).toBe('TOKEN_WITHOUT_RIGHTS')
    expect(await refused({ repositories: ['[a'] })).toBe('BAD_PATTERN')
    const chosen = { access: 'chosen', permissions: [{ resource: 'user', action: 'update' }] }
    expect(await refused(chosen)).toBe('PERMISSION_UNKNOWN')
    for (const project of ['hidden', 'nowhere', 'a\0b'])
      expect(await refused({ projects: [project] })).toMatch(/^(NO_SUCH_PROJECT|INVALID_FIELD)$/)
    expect((await tokens.make('emil', { projects: ['hidden'] })).text.replace('hidden', 'nowhere')).toContain(
      (await tokens.make('emil', { projects: ['nowhere'] })).body.errors[0].message,
    )
    for (const token of [
      { name: 'x'.repeat(65) },
      { duration: 36_501 },
      { projects: Array.from({ length: 101 }, () => 'a') },
    ])
      expect((await tokens.make('emil', token)).status).toBe(422)
    await tokens.made('emil')
    expect(await tokens.make('emil', {})).toMatchObject({ status: 409, reason: 'TOKEN_EXISTS' })
  })

  it('stops at a hundred of a user, however many are made at once', async () => {
    const id = await api.createUser('fred')
    await api.database.pool.query(
      `insert into credential (kind, user_id, name, hash) select 'token', $1, 'n' || n, sha256(n::text::bytea) from generate_series(1, 98) n`,
      [id],
    )
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => (await tokens.make('fred', { name: `more ${n}` })).status),
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409, 409])
  })
})
