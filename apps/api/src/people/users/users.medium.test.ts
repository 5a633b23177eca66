import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

const creation = (username: string, more: object = {}) => ({
  username,
  email: `${username}@example.com`,
  realname: username,
  password: USER_PASSWORD,
  ...more,
})

describe('creating users', () => {
  it('answers 201 with Location and no body, and never makes an administrator', async () => {
    const answer = await api.call({
      method: 'POST',
      path: 'users',
      as: 'admin',
      body: creation('anna', { sysadmin_flag: true, sysadmin: true, id: 77, user_id: 77 }),
    })
    expect(answer).toMatchObject({ status: 201, text: '' })
    expect(answer.headers['location']).toMatch(/^\/api\/v2\.0\/users\/\d+$/)
    const { body } = await api.call({ path: 'users/current', as: 'anna' })
    expect(body).toMatchObject({ username: 'anna', email: 'anna@example.com', sysadmin_flag: false })
    expect(body.user_id).not.toBe(77)
    expect(body.creation_time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  it('refuses a name or address that is taken, whatever its case', async () => {
    await api.createUser('berta')
    const name = await api.call({
      method: 'POST',
      path: 'users',
      as: 'admin',
      body: creation('Berta', { email: 'x@example.com' }),
    })
    expect(name).toMatchObject({ status: 409, reason: 'USERNAME_TAKEN' })
    const email = await api.call({
      method: 'POST',
      path: 'users',
      as: 'admin',
      body: creation('berta2', { email: 'BERTA@example.com' }),
    })
    expect(email).toMatchObject({ status: 409, reason: 'EMAIL_TAKEN' })
  })

  it('keeps names and e-mail addresses in one name space', async () => {
    await api.createUser('victim')
    const create = (username: string, email: string) =>
      api.call({ method: 'POST', path: 'users', as: 'admin', body: creation(username, { email }) })
    const conflict = { status: 409, reason: 'LOGIN_TAKEN' }
    expect(await create('Victim@Example.com', 'x@example.com')).toMatchObject({
      status: 400,
      reason: 'USERNAME_IS_ADDRESS',
    })
    expect(await create('victim@example.com', 'victim@example.com')).toMatchObject({
      status: 409,
      reason: 'EMAIL_TAKEN',
    })
    expect(await create('admin@example.com', 'admin@example.com')).toMatchObject({ status: 409 })
    expect(await create('own@example.com', 'Own@Example.com')).toMatchObject({ status: 201 })
    expect(await create('someone', 'own@example.com')).toMatchObject({ status: 409 })

    // Whoever has a name that is an address, and gave it up as an address, keeps it as a name.
    const { body } = await api.call({ path: 'users/search?username=own%40example.com', as: 'admin' })
    const path = `users/${body[0].user_id}`
    const update = (email: string) =>
      api.call({ method: 'PUT', path, as: 'admin', body: { email, realname: 'o', comment: '' } })
    expect(await update('elsewhere@example.com')).toMatchObject({ status: 200 })
    expect(await create('someone', 'OWN@example.com')).toMatchObject(conflict)
    const taking = await api.createUser('taking')
    const email = { email: 'own@example.com', realname: 't', comment: '' }
    expect(await api.call({ method: 'PUT', path: `users/${taking}`, as: 'taking', body: email })).toMatchObject(
      conflict,
    )
    expect(await create('someone', 'taking@example.com')).toMatchObject({ status: 409, reason: 'EMAIL_TAKEN' })
    const exists = (target: string, value: string) =>
      api.call({ method: 'POST', path: '/c/userExists', form: { target, value } })
    expect((await exists('email', 'OWN@example.com')).body).toBe(true)
    expect((await exists('username', 'ｔaking')).body).toBe(true)

    // What is given up is free.
    expect(await api.call({ method: 'DELETE', path, as: 'admin' })).toMatchObject({ status: 200 })
    expect(await create('own@example.com', 'own@example.com')).toMatchObject({ status: 201 })
  })

  it('gives a name and an address to one alone, also where two want them at once', async () => {
    const create = (username: string, email: string) =>
      api.call({ method: 'POST', path: 'users', as: 'admin', body: creation(username, { email }) })
    const wanted = [create('both@example.com', 'both@example.com'), create('both', 'both@example.com')]
    expect((await Promise.all(wanted)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  it.each([
    ['BAD_USERNAME', { username: 'аdmin' }],
    ['BAD_USERNAME', { username: 'ａdmin' }],
    ['BAD_USERNAME', { username: 'admin\u3164' }],
    ['BAD_USERNAME', { username: 'a/b' }],
    ['BAD_USERNAME', { username: ' a' }],
    ['BAD_USERNAME', { username: 'a\u202Eb' }],
    ['BAD_USERNAME', { username: 'a\0b' }],
    ['BAD_EMAIL', { email: 'nobody' }],
    ['BAD_COMMENT', { comment: 'x'.repeat(31) }],
    ['WEAK_PASSWORD', { password: 'alllowercase1' }],
    ['WEAK_PASSWORD', { password: 'Sh0rt' }],
    ['PASSWORD_TOO_LONG', { password: `Aa1${'密'.repeat(24)}` }],
  ])('answers 400 %s to %j', async (reason, more) => {
    const answer = await api.call({ method: 'POST', path: 'users', as: 'admin', body: creation('carl', more) })
    expect(answer).toMatchObject({ status: 400, reason })
  })

  it('answers 422 to a body of another shape, and to what is no JSON', async () => {
    expect(await api.call({ method: 'POST', path: 'users', as: 'admin', body: { username: 1 } })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'UNPROCESSABLE_ENTITY' }] },
    })
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v2.0/users',
      headers: { authorization: `Basic ${btoa(`admin:${ADMIN_PASSWORD}`)}`, 'content-type': 'application/json' },
      payload: '{',
    })
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ errors: [{ reason: 'MALFORMED_BODY' }] })
  })

  it('is for administrators, while nobody signs up', async () => {
    await api.createUser('dora')
    expect(await api.call({ method: 'POST', path: 'users', as: 'dora', body: creation('eve') })).toMatchObject({
      status: 403,
      reason: 'SYSTEM_ADMIN_ONLY',
    })
  })
})

describe('changing users', () => {
  it('lets users change themselves only, and leaves out what they may not set', async () => {
    const frida = await api.createUser('frida')
    const gustav = await api.createUser('gustav')
    const body = { realname: 'Frida F.', comment: 'hello', sysadmin_flag: true, password_hash: 'x' }
    expect(await api.call({ method: 'PUT', path: `users/${frida}`, as: 'frida', body })).toMatchObject({ status: 200 })
    expect(await api.call({ method: 'PUT', path: `users/${gustav}`, as: 'frida', body })).toMatchObject({ status: 403 })
    expect(await api.call({ path: `users/${gustav}`, as: 'frida' })).toMatchObject({ status: 403 })
    const { body: after } = await api.call({ path: `users/${frida}`, as: 'frida' })
    expect(after).toMatchObject({ realname: 'Frida F.', comment: 'hello', sysadmin_flag: false })
  })

  it('asks for the old password, refuses the same again, and counts the new one at once', async () => {
    const id = await api.createUser('hugo')
    await api.call({ path: 'users/current', as: 'hugo' })
    const change = (body: object) => api.call({ method: 'PUT', path: `users/${id}/password`, as: 'hugo', body })
    expect(await change({ old_password: 'Wrong123', new_password: 'Other123' })).toMatchObject({
      status: 403,
      reason: 'WRONG_OLD_PASSWORD',
    })
    expect(await change({ old_password: USER_PASSWORD, new_password: USER_PASSWORD })).toMatchObject({
      status: 400,
      reason: 'SAME_PASSWORD',
    })
    expect(await change({ old_password: USER_PASSWORD, new_password: 'Other123' })).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'users/current', as: 'hugo' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: 'users/current', as: 'hugo:Other123' })).toMatchObject({ status: 200 })
  })

  it('asks an administrator for the old password, too, but not for that of somebody else', async () => {
    const [id, other] = [await api.createUser('hedwig'), await api.createUser('herta')]
    await api.call({ method: 'PUT', path: `users/${id}/sysadmin`, as: 'admin', body: { sysadmin_flag: true } })
    const change = (user: number, as: string) =>
      api.call({ method: 'PUT', path: `users/${user}/password`, as, body: { new_password: 'Other123' } })
    expect(await change(id, 'hedwig')).toMatchObject({ status: 403, reason: 'WRONG_OLD_PASSWORD' })
    expect(await api.call({ path: 'users/current', as: 'hedwig' })).toMatchObject({ status: 200 })
    expect(await change(other, 'hedwig')).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'users/current', as: 'herta:Other123' })).toMatchObject({ status: 200 })
  })

  it('lets nobody else change a password, even with the old one', async () => {
    const id = await api.createUser('hilde')
    await api.createUser('hanna')
    const body = { old_password: USER_PASSWORD, new_password: 'Other123' }
    for (const as of ['hanna', undefined])
      expect(
        await api.call({ method: 'PUT', path: `users/${id}/password`, body, ...(as === undefined ? {} : { as }) }),
      ).toMatchObject(as ? { status: 403, reason: 'SYSTEM_ADMIN_ONLY' } : { status: 401 })
    expect(await api.call({ path: 'users/current', as: 'hilde' })).toMatchObject({ status: 200 })
  })

  it('lets no robot have an account, whatever it may do to users', async () => {
    const id = await api.createUser('inge')
    const as = await api.createRobot('people', [{ scope: 'system', permissions: ['user:update', 'user:create'] }])
    const put = (path: string, body: object) => api.call({ method: 'PUT', path, as, body })
    const refused = { status: 403, reason: 'USERS_ONLY' }
    expect(await put('users/1/password', { new_password: 'Other123' })).toMatchObject(refused)
    expect(await put(`users/${id}/password`, { new_password: 'Other123' })).toMatchObject(refused)
    expect(await put(`users/${id}/cli_secret`, { secret: 'Other123' })).toMatchObject(refused)
    expect(await put(`users/${id}/sysadmin`, { sysadmin_flag: true })).toMatchObject(refused)
    const body = { issuer: 'https://idp.example', subject: 'me' }
    expect(await api.call({ method: 'POST', path: 'users/1/identities', as, body })).toMatchObject(refused)
    expect(await put(`users/${id}`, { realname: 'Inge' })).toMatchObject({ status: 200 })
  })

  it('lets only administrators make administrators, and keeps the built-in one', async () => {
    const id = await api.createUser('ida')
    const flag = (user: number, as: string, value: boolean) =>
      api.call({ method: 'PUT', path: `users/${user}/sysadmin`, as, body: { sysadmin_flag: value } })
    expect(await flag(id, 'ida', true)).toMatchObject({ status: 403, reason: 'SYSTEM_ADMIN_ONLY' })
    expect(await flag(id, 'admin', true)).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'users', as: 'ida' })).toMatchObject({ status: 200 })
    expect(await flag(1, 'ida', false)).toMatchObject({ status: 403, reason: 'CANNOT_DEMOTE_ADMIN' })
  })
})

it('tells administrators alone that the built-in one has the default password, until it has another', async () => {
  const ada = await api.createUser('ada')
  const told = async (as: string) => (await api.call({ path: 'users/current', as })).body.default_password
  const change = (as: string, old_password: string, new_password: string) =>
    api.call({ method: 'PUT', path: 'users/1/password', as, body: { old_password, new_password } })
  expect(await told('ada')).toBeUndefined()
  await api.call({ method: 'PUT', path: `users/${ada}/sysadmin`, as: 'admin', body: { sysadmin_flag: true } })
  expect(await told('ada')).toBe(true)
  expect(await told('admin')).toBe(true)
  expect(await change('admin', ADMIN_PASSWORD, 'Another1x')).toMatchObject({ status: 200 })
  expect(await told('ada')).toBeUndefined()
  expect(await told('admin:Another1x')).toBeUndefined()
  expect(await change('admin:Another1x', 'Another1x', ADMIN_PASSWORD)).toMatchObject({ status: 200 })
  expect(await told('ada')).toBe(true)
})

describe('deleting users', () => {
  it('ends their access at once, frees the name for somebody new, and leaves the row under another', async () => {
    const id = await api.createUser('jan')
    const projectId = await api.createProject('of-jan', 'jan')
    const made = { name: 'old', access: 'read' }
    const token = await api.call({ method: 'POST', path: 'users/current/tokens', as: 'jan', body: made })
    expect(await api.call({ method: 'DELETE', path: `users/${id}`, as: 'admin' })).toMatchObject({
      status: 200,
      text: '',
    })
    expect(await api.call({ path: 'users/current', as: 'jan' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: '/service/token?service=harbor-registry', as: 'jan' })).toMatchObject({ status: 401 })
    expect(await api.call({ path: `users/${id}`, as: 'admin' })).toMatchObject({ status: 404 })
    expect((await api.call({ path: `projects/${projectId}`, as: 'admin' })).body).toMatchObject({
      owner_name: `jan#${id}`,
    })
    const members = async () => (await api.call({ path: `projects/${projectId}/members`, as: 'admin' })).body
    expect(await members()).toEqual([])
    // Whoever has the name next has nothing of what was the other one's.
    await api.createUser('jan')
    expect(await members()).toEqual([])
    expect(await api.call({ path: `projects/${projectId}`, as: 'jan' })).toMatchObject({ status: 403 })
    expect(await api.call({ path: 'users/current', as: `jan:${token.body.secret}` })).toMatchObject({ status: 401 })
  })

  it('refuses the built-in administrator and oneself', async () => {
    expect(await api.call({ method: 'DELETE', path: 'users/1', as: 'admin' })).toMatchObject({
      status: 403,
      reason: 'CANNOT_DELETE_ADMIN',
    })
    const id = await api.createUser('karl')
    await api.call({ method: 'PUT', path: `users/${id}/sysadmin`, as: 'admin', body: { sysadmin_flag: true } })
    expect(await api.call({ method: 'DELETE', path: `users/${id}`, as: 'karl' })).toMatchObject({
      status: 403,
      reason: 'CANNOT_DELETE_SELF',
    })
  })
})
