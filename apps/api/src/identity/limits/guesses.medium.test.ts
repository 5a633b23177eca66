import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FailedSignIns } from '../failed-sign-ins.js'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Each test has networks and accounts of its own. */
async function signIn(login: string, password: string, address: string): Promise<number> {
  const headers = { 'x-forwarded-for': address }
  return (await api.call({ path: 'users/current', as: `${login}:${password}`, headers })).status
}
const wrong = async (times: number, login: string, address: string) => {
  for (let guess = 0; guess < times; guess += 1) expect(await signIn(login, `wrong${guess}`, address)).toBe(401)
}

describe('wrong passwords', () => {
  it('shut out the right one as well, be it remembered or not', async () => {
    await api.createUser('remembered')
    expect(await signIn('remembered', USER_PASSWORD, '192.0.2.1')).toBe(200)
    await wrong(10, 'remembered', '192.0.2.1')
    expect(await signIn('remembered', 'wrong', '192.0.2.1')).toBe(429)
    expect(await signIn('remembered', USER_PASSWORD, '192.0.2.1')).toBe(429)
    const form = { principal: 'remembered', password: USER_PASSWORD }
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    expect(await api.call({ method: 'POST', path: '/c/login', form, headers })).toMatchObject({ status: 429 })
    expect(await api.call({ path: '/service/token', as: 'remembered', headers })).toMatchObject({ status: 429 })
  })

  it('are ten at most where they come all at once', async () => {
    await api.createUser('hurried')
    const guesses = Array.from({ length: 24 }, (_, guess) => signIn('hurried', `wrong${guess}`, '192.0.2.2'))
    const statuses = (await Promise.all(guesses)).toSorted((a, b) => a - b)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), ...Array.from({ length: 14 }, () => 429)])
  })

  it('are forgotten with a right one, whether or not it is remembered', async () => {
    await api.createUser('clumsy')
    for (let round = 0; round < 3; round += 1) {
      await wrong(4, 'clumsy', '192.0.2.3')
      expect(await signIn('clumsy', USER_PASSWORD, '192.0.2.3')).toBe(200)
    }
  })

  it('count for a whole IPv6 network, and not for the one beside it', async () => {
    await api.createUser('six')
    for (let guess = 0; guess < 10; guess += 1) expect(await signIn('six', 'wrong', `fd00:5ec::${guess + 1}`)).toBe(401)
    expect(await signIn('six', USER_PASSWORD, 'fd00:5ec:0:0:ffff::9')).toBe(429)
    expect(await signIn('six', USER_PASSWORD, 'fd00:5ec:0:1::1')).toBe(200)
  })

  it('count alike for robots that there are and for those that there are not', async () => {
    await api.createRobot('there', [{ scope: 'system', permissions: ['user:list'] }])
    const setPrefix = (prefix: string) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { robot_name_prefix: prefix } })
    // With the second one a robot is called as a user may be.
    for (const [network, prefix] of [
      ['203.0.113.1', 'robot$'],
      ['203.0.113.2', 'bot-'],
    ] as const) {
      expect((await setPrefix(prefix)).status).toBe(200)
      for (const name of ['there', 'nowhere', 'no+where']) {
        await wrong(10, `${prefix}${name}`, network)
        expect(await signIn(`${prefix}${name}`, 'wrong', network), prefix + name).toBe(429)
      }
    }
    await setPrefix('robot$')
  })

  it('of many robots count for their network', async () => {
    for (let name = 0; name < 50; name += 1) expect(await signIn(`robot$r${name}`, 'wrong', '203.0.113.3')).toBe(401)
    expect(await signIn('robot$r50', 'wrong', '203.0.113.3')).toBe(429)
  })

  it('count for an account wherever they come from, but where it has signed in before', async () => {
    await api.createUser('wanted')
    expect(await signIn('wanted', USER_PASSWORD, '192.0.2.4')).toBe(200)
    for (let network = 1; network <= 5; network += 1) await wrong(10, 'wanted', `198.51.100.${network}`)
    expect(await signIn('wanted', USER_PASSWORD, '198.51.100.6')).toBe(429)
    expect(await signIn('wanted', USER_PASSWORD, '192.0.2.4')).toBe(200)
    await wrong(10, 'wanted', '192.0.2.4')
    expect(await signIn('wanted', USER_PASSWORD, '192.0.2.4')).toBe(429)
  })

  it('count for a network whatever names they are for, but for who has signed in there before', async () => {
    for (const name of ['regular', 'stranger']) await api.createUser(name)
    expect(await signIn('regular', USER_PASSWORD, '192.0.2.5')).toBe(200)
    const guesses = Array.from({ length: 60 }, (_, name) => signIn(`name${name}`, 'Summer2026', '192.0.2.5'))
    const statuses = await Promise.all(guesses)
    expect(statuses.filter((status) => status === 401)).toHaveLength(50)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    expect(await signIn('stranger', USER_PASSWORD, '192.0.2.5')).toBe(429)
    expect(await signIn('regular', USER_PASSWORD, '192.0.2.5')).toBe(200)
    expect(await signIn('stranger', USER_PASSWORD, '192.0.2.6')).toBe(200)
  })

  it('of the old password count as well', async () => {
    const id = await api.createUser('changing')
    await api.createUser('other')
    const change = (old_password: string) =>
      api.call({
        method: 'PUT',
        path: `users/${id}/password`,
        as: 'changing',
        body: { old_password, new_password: 'Other123' },
      })
    // Signing in for each of them clears the tally: a session is what a thief has.
    const { cookies, headers } = await api.call({
      method: 'POST',
      path: '/c/login',
      form: { principal: 'changing', password: USER_PASSWORD },
    })
    const session = {
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      'x-harbor-csrf-token': String(headers['x-harbor-csrf-token']),
    }
    const guess = (old_password: string) =>
      api.call({
        method: 'PUT',
        path: `users/${id}/password`,
        headers: session,
        body: { old_password, new_password: 'Other123' },
      })
    for (let tried = 0; tried < 10; tried += 1) expect(await guess('Wrong123')).toMatchObject({ status: 403 })
    expect(await guess(USER_PASSWORD)).toMatchObject({ status: 429 })
    expect(await change(USER_PASSWORD)).toMatchObject({ status: 429 })
    // They are guesses at the password that signs in as well.
    expect(await api.call({ path: 'users/current', as: 'changing' })).toMatchObject({ status: 429 })
    expect(await api.call({ path: 'users/current', as: 'other' })).toMatchObject({ status: 200 })
  })
})

it('right passwords pass however many come at once', async () => {
  await api.createUser('busy')
  const statuses = await Promise.all(Array.from({ length: 60 }, () => signIn('busy', USER_PASSWORD, '192.0.2.7')))
  expect(new Set(statuses)).toEqual(new Set([200]))
})

it('failures of one account, network and reason are two events, however many there are', async () => {
  const failures = api.app.get(FailedSignIns)
  await failures.write()
  await api.database.pool.query(`truncate event, outbox`)
  const told = async () =>
    (await api.database.pool.query(`select payload, address, actor_kind from event order by id`)).rows
  await wrong(9, 'ghost', '192.0.2.8')
  await signIn('GHOST', 'wrong', '192.0.2.8')
  await signIn('GHOST', 'wrong', '192.0.2.8')
  for (let guess = 0; guess < 3; guess += 1) await signIn('robot$ci', 'wrong', '192.0.2.8')
  const event = { address: '192.0.2.8', actor_kind: 'anonymous' }
  const first = [
    { ...event, payload: { login: 'ghost', count: 1 } },
    { ...event, payload: { login: 'GHOST', count: 1, reason: 'TOO_MANY_FAILED_LOGINS' } },
    { ...event, payload: { login: 'robot$ci', count: 1 } },
  ]
  expect(await told()).toEqual(first)
  await failures.write()
  await failures.write()
  expect(await told()).toEqual([
    ...first,
    { ...event, payload: { login: 'ghost', count: 9 } },
    { ...event, payload: { login: 'robot$ci', count: 2 } },
  ])
})

it('failures of more names than are told of are one event', async () => {
  const failures = api.app.get(FailedSignIns)
  await failures.write()
  await api.database.pool.query(`truncate event, outbox`)
  const tell = (login: string, address: string) => failures.tell({ who: login, login, address })
  for (let name = 0; name < 300; name += 1) await tell(`nobody${name}`, '192.0.2.9')
  // One network's noise hides nobody else.
  await tell('anna', '192.0.2.10')
  await failures.write()
  const { rows } = await api.database.pool.query(`select payload from event order by id`)
  expect(rows).toHaveLength(66)
  expect(rows.slice(-2)).toEqual([{ payload: { login: 'anna', count: 1 } }, { payload: { login: '', count: 236 } }])
})
