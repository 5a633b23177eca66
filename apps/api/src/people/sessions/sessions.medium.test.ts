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

/** A browser in which the user is signed in. */
async function signedIn(name: string, client = 'Firefox'): Promise<Browser> {
  const browser = new Browser(api)
  const form = { principal: name, password: USER_PASSWORD }
  const answer = await browser.call({ method: 'POST', path: '/c/login', form, headers: { 'user-agent': client } })
  expect(answer).toMatchObject({ status: 200 })
  return browser
}
const list = async (browser: Browser) => (await browser.call({ path: 'users/current/sessions' })).body
const isIn = async (browser: Browser) => (await browser.call({ path: 'users/current' })).status === 200

describe('the list of sessions', () => {
  it('tells from where each was begun and used last, and which one asks', async () => {
    await api.createUser('lea')
    const [first, second] = [await signedIn('lea', 'Firefox'), await signedIn('lea', `Chromium ${'x'.repeat(500)}`)]
    await first.call({ path: 'users/current', headers: { 'x-forwarded-for': '192.0.2.7' } })
    const sessions = await list(second)
    expect(sessions).toMatchObject([
      { current: true, address: '127.0.0.1', client: expect.stringMatching(/^Chromium x{246}$/) as unknown },
      { current: false, address: '192.0.2.7', client: 'Firefox' },
    ])
    for (const { id, creation_time, last_seen } of sessions) {
      expect(Date.parse(last_seen)).toBeGreaterThanOrEqual(Date.parse(creation_time))
      expect([first.cookies['sid'], second.cookies['sid']]).not.toContain(id)
    }
    expect((await list(first)).map(({ current }: { current: boolean }) => current)).toContain(true)
  })

  it('leaves out what has ended, and those of others', async () => {
    await Promise.all(['mia', 'max'].map((name) => api.createUser(name)))
    const [mine, other, left] = [await signedIn('mia'), await signedIn('max'), await signedIn('mia')]
    await left.call({ path: '/c/log_out' })
    expect(await list(mine)).toHaveLength(1)
    expect(await list(other)).toHaveLength(1)
  })

  it('is for users alone', async () => {
    const robot = await api.createRobot('looker', [{ scope: 'system', permissions: ['user:update'] }])
    for (const [method, path] of [
      ['GET', 'users/current/sessions'],
      ['DELETE', 'users/1/sessions'],
    ] as const)
      expect(await api.call({ method, path, as: robot })).toMatchObject({ status: 403, reason: 'USERS_ONLY' })
    expect(await api.call({ path: 'users/current/sessions' })).toMatchObject({ status: 401 })
  })
})

describe('a session is ended', () => {
  it('alone by its user, and by nobody else', async () => {
    await Promise.all(['nina', 'nils'].map((name) => api.createUser(name)))
    const [here, there, stranger] = [await signedIn('nina'), await signedIn('nina'), await signedIn('nils')]
    const [, { id }] = await list(there)
    const end = (browser: Browser) => browser.call({ method: 'DELETE', path: `users/current/sessions/${id}` })
    expect(await end(stranger)).toMatchObject({ status: 404, reason: 'SESSION_NOT_FOUND' })
    expect(await isIn(here)).toBe(true)
    expect(await end(there)).toMatchObject({ status: 200 })
    expect([await isIn(here), await isIn(there)]).toEqual([false, true])
    expect(await end(there)).toMatchObject({ status: 404, reason: 'SESSION_NOT_FOUND' })
  })

  it('with all others but the one that asks', async () => {
    await api.createUser('otto')
    const [here, ...others] = [await signedIn('otto'), await signedIn('otto'), await signedIn('otto')]
    expect(await here.call({ method: 'DELETE', path: 'users/current/sessions' })).toMatchObject({ status: 200 })
    expect(await isIn(here)).toBe(true)
    for (const other of others) expect(await isIn(other)).toBe(false)
    expect(await list(here)).toHaveLength(1)
  })

  it('for good: its CSRF token changes nothing, and no request that came at the same time keeps it', async () => {
    const id = await api.createUser('paul')
    const [here, there] = [await signedIn('paul'), await signedIn('paul')]
    const [{ id: ending }] = (await list(there)).filter(({ current }: { current: boolean }) => current)
    const used = Array.from({ length: 20 }, () => there.call({ path: 'users/current' }))
    const ended = here.call({ method: 'DELETE', path: `users/current/sessions/${ending}` })
    await Promise.all([...used, ended])
    expect(await isIn(there)).toBe(false)
    const body = { realname: 'Somebody', email: 'else@example.com' }
    expect(await there.call({ method: 'PUT', path: `users/${id}`, body })).toMatchObject({ status: 401 })
    expect(await list(here)).toHaveLength(1)
  })

  it('by an administrator, with all of its user', async () => {
    const id = await api.createUser('pia')
    const browsers = [await signedIn('pia'), await signedIn('pia')]
    const end = (as: string, user: number) => api.call({ method: 'DELETE', path: `users/${user}/sessions`, as })
    expect(await end('pia', id)).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await end('admin', id)).toMatchObject({ status: 200 })
    for (const browser of browsers) expect(await isIn(browser)).toBe(false)
    expect(await end('admin', 99_999)).toMatchObject({ status: 404, reason: 'USER_NOT_FOUND' })
  })
})

describe('a new password', () => {
  const change = (by: Pick<ApiUnderTest, 'call'>, id: number, password: string, old?: string) =>
    by.call({
      method: 'PUT',
      path: `users/${id}/password`,
      body: { new_password: password, ...(old === undefined ? {} : { old_password: old }) },
    })
  const admin: Pick<ApiUnderTest, 'call'> = { call: (request) => api.call({ ...request, as: 'admin' }) }

  it('of one’s own ends all sessions but the one in which it was given', async () => {
    const id = await api.createUser('rosa')
    const [here, there] = [await signedIn('rosa'), await signedIn('rosa')]
    expect(await change(here, id, 'Another1x', USER_PASSWORD)).toMatchObject({ status: 200 })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(await list(here)).toHaveLength(1)
    expect(await change(here, id, 'Another2x', 'Another1x')).toMatchObject({ status: 200 })
    expect(await isIn(here)).toBe(true)
    expect(await change(admin, id, 'Another3x')).toMatchObject({ status: 200 })
    expect(await isIn(here)).toBe(false)
  })

  it('that is refused ends none', async () => {
    const id = await api.createUser('sven')
    const [here, there] = [await signedIn('sven'), await signedIn('sven')]
    expect(await change(here, id, 'Another1x', 'wrong')).toMatchObject({ status: 403 })
    expect(await change(here, id, USER_PASSWORD, USER_PASSWORD)).toMatchObject({ status: 400 })
    expect([await isIn(here), await isIn(there)]).toEqual([true, true])
  })

  it('given by an administrator ends all sessions, the remembered password and the registry tokens at once', async () => {
    const id = await api.createUser('tara')
    const [one, two] = [await signedIn('tara'), await signedIn('tara')]
    const basic = () => api.call({ path: 'users/current', as: 'tara' })
    expect(await basic()).toMatchObject({ status: 200 })
    const { token } = (await api.call({ path: '/service/token', as: 'tara' })).body
    const { caller } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
    const known = async () => {
      const { rows } = await api.database.pool.query('select mark from caller where kind = $1 and id = $2', [
        caller.kind,
        caller.id,
      ])
      return rows[0]?.mark === caller.mark
    }
    expect(await known()).toBe(true)
    expect(await change(admin, id, 'Another1x')).toMatchObject({ status: 200 })
    expect([await isIn(one), await isIn(two)]).toEqual([false, false])
    expect(await basic()).toMatchObject({ status: 401 })
    // The registry asks the same view, and takes no token of another mark.
    expect(await known()).toBe(false)
  })
})

it('a session holds no rights: what is given or taken while it lasts counts with its next request', async () => {
  const id = await api.createUser('uwe')
  const projectId = await api.createProject('frozen', 'admin')
  const browser = await signedIn('uwe')
  const sees = async () => (await browser.call({ path: `projects/${projectId}` })).status
  const listed = async () => (await browser.call({ path: 'projects?name=frozen' })).body.length
  const role = (change: string) => api.database.pool.query(change)
  expect([await sees(), await listed()]).toEqual([403, 0])
  await api.addMember('frozen', 'admin', 'uwe', 4)
  expect([await sees(), await listed()]).toEqual([200, 1])
  const update = () => browser.call({ method: 'PUT', path: `projects/${projectId}`, body: {} })
  expect(await update()).toMatchObject({ status: 403 })
  await role(
    `with made as (insert into role (name, permissions) values ('changers', '{self:read,self:update}') returning id)
     update project_member set role_id = made.id from made where user_id = ${id}`,
  )
  expect(await update()).toMatchObject({ status: 200 })
  await role(`update role set permissions = '{self:read}' where name = 'changers'`)
  expect(await update()).toMatchObject({ status: 403 })
  await role(`delete from project_member where user_id = ${id}`)
  expect([await sees(), await listed()]).toEqual([403, 0])
  const users = async () => (await browser.call({ path: 'users' })).status
  expect(await users()).toBe(403)
  const flag = (sysadmin_flag: boolean) =>
    api.call({ method: 'PUT', path: `users/${id}/sysadmin`, as: 'admin', body: { sysadmin_flag } })
  await flag(true)
  expect(await users()).toBe(200)
  await flag(false)
  expect(await users()).toBe(403)
})
