import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

/** A user who came from a provider. The password stands in for a session. */
async function fromProvider(name: string): Promise<number> {
  const id = await api.createUser(name)
  await api.database.pool.query(
    `insert into user_identity (user_id, source, issuer, subject, name) values ($1, 'oidc', 'https://id.example.com', $2, $2)`,
    [id, `subject-${name}`],
  )
  return id
}
const set = (id: number, body: object, as: string) =>
  api.call({ method: 'PUT', path: `users/${id}/cli_secret`, as, body })
const current = (as: string) => api.call({ path: 'users/current', as })

describe('the CLI secret', () => {
  it('is what its owner chose, is told to them again, and signs in beside everything else', async () => {
    const id = await fromProvider('anna')
    expect((await current('anna')).body.oidc_user_meta).toEqual({
      id: expect.any(Number) as unknown,
      user_id: id,
      subiss: 'subject-annahttps://id.example.com',
      creation_time: expect.any(String) as unknown,
      update_time: expect.any(String) as unknown,
    })
    expect(await set(id, { secret: 'My0wnSecret' }, 'anna')).toMatchObject({ status: 200, text: '' })
    expect((await current('anna')).body.oidc_user_meta).toMatchObject({ secret: 'My0wnSecret' })
    for (const path of ['users/current', '/service/token'])
      expect(await api.call({ path, as: 'anna:My0wnSecret' })).toMatchObject({ status: 200 })
    const { rows } = await api.database.pool.query('select * from credential where user_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('My0wnSecret')
  })

  it('is made where none is given, and takes the place of the one before', async () => {
    const id = await fromProvider('bela')
    await set(id, { secret: 'My0wnSecret' }, 'bela')
    expect(await set(id, {}, 'bela')).toMatchObject({ status: 200 })
    const { secret } = (await current('bela')).body.oidc_user_meta
    expect(secret).toMatch(/^berth_cli_/)
    expect(await current(`bela:${secret}`)).toMatchObject({ status: 200 })
    expect(await current('bela:My0wnSecret')).toMatchObject({ status: 401 })
  })

  it('is set by its owner or an administrator, in person, and is no weak one', async () => {
    const [id] = [await fromProvider('carla'), await fromProvider('cora')]
    expect(await set(id, { secret: 'My0wnSecret' }, 'cora')).toMatchObject({ status: 403 })
    for (const secret of ['short1A', 'alllowercase1', 'x'.repeat(200)])
      expect((await set(id, { secret }, 'carla')).status).toBe(400)
    expect(await set(id, { secret: 'My0wnSecret' }, 'admin')).toMatchObject({ status: 200 })
    const changed = await set(id, { secret: 'An0therSecret' }, 'carla:My0wnSecret')
    expect(changed).toMatchObject({ status: 403, reason: 'TOKEN_LIMITED' })
    expect(await set(99_999, { secret: 'My0wnSecret' }, 'admin')).toMatchObject({ status: 404 })
  })

  it('is told neither to a token nor to itself', async () => {
    const id = await fromProvider('dora')
    await set(id, { secret: 'My0wnSecret' }, 'dora')
    const token = await api.call({
      method: 'POST',
      path: 'users/current/tokens',
      as: 'dora',
      body: { name: 'ci', access: 'read' },
    })
    for (const secret of [token.body.secret, 'My0wnSecret']) {
      const { oidc_user_meta: meta } = (await current(`dora:${secret}`)).body
      expect(meta).toMatchObject({ user_id: id })
      expect(meta).not.toHaveProperty('secret')
    }
  })

  it('ends with the sessions where its owner is no longer linked to a provider', async () => {
    const id = await fromProvider('dunja')
    await set(id, { secret: 'My0wnSecret' }, 'dunja')
    const browser = new Browser(api)
    await browser.signIn('dunja', USER_PASSWORD)
    const path = `users/${id}/identities`
    const [identity] = (await api.call({ path, as: 'admin' })).body
    const unlinked = await api.call({ method: 'DELETE', path: `${path}/${identity.id}`, as: 'admin' })
    expect(unlinked).toMatchObject({ status: 200 })
    expect(await current('dunja:My0wnSecret')).toMatchObject({ status: 401 })
    expect(await browser.call({ path: 'users/current' })).toMatchObject({ status: 401 })
    expect(await current('dunja')).toMatchObject({ status: 200 })
  })

  it('is for users of a provider alone, who lose it with the account', async () => {
    const id = await api.createUser('emil')
    expect(await set(id, { secret: 'My0wnSecret' }, 'emil')).toMatchObject({ status: 412, reason: 'NO_OIDC_USER' })
    const { body } = await current('emil')
    expect(body).toMatchObject({ has_password: true })
    expect(body).not.toHaveProperty('oidc_user_meta')
    const gone = await fromProvider('frida')
    await set(gone, { secret: 'My0wnSecret' }, 'frida')
    await api.database.pool.query(`update "user" set password_hash = null where id = $1`, [gone])
    expect(await current('frida:My0wnSecret')).toMatchObject({ status: 200, body: { has_password: false } })
    await api.database.pool.query('update user_identity set gone_at = now() where user_id = $1', [gone])
    expect(await current('frida:My0wnSecret')).toMatchObject({ status: 401 })
  })
})
