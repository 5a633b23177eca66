import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../testing/api.test.support.js'
import { FailedSignIns } from './failed-sign-ins.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await api.app.get(FailedSignIns).write()
  await api.redis.flush()
  await api.database.pool.query('truncate event, outbox')
})

interface Entry {
  readonly resource: string
  readonly operation_description: string
}
/** Refused sign-ins in the audit log, the oldest first. */
const entries = async () => {
  const q = encodeURIComponent('operation=login,operation_result=false')
  const { body } = await api.call({ path: `auditlog-exts?q=${q}&sort=op_time&page_size=100`, as: 'admin' })
  return (body as Entry[]).map(({ resource, operation_description: described }) => [resource, described])
}
const ask = (as: string, path = 'users/current') => api.call({ path, as })

/** A token of the user's own, as it signs in. */
async function tokenOf(name: string): Promise<string> {
  const { body } = await api.call({
    method: 'POST',
    path: 'users/current/tokens',
    as: name,
    body: { name: `t${Date.now()}`, access: 'read' },
  })
  return body.secret as string
}

describe('a sign-in that is refused is an entry with its reason', () => {
  it('where a secret has expired or a robot is disabled, with the name of whose it is', async () => {
    await api.createUser('anna')
    const token = await tokenOf('anna')
    const robot = await api.createRobot('ci', [{ scope: 'system', permissions: ['user:list'] }])
    await api.database.pool.query(
      `update credential set expires_at = now() - interval '1 day' where kind = 'token'; update robot set disabled = true; truncate event, outbox`,
    )
    for (const path of ['users/current', '/service/token'])
      expect(await ask(`anna:${token}`, path)).toMatchObject({ status: 401 })
    expect(await ask(robot, 'users')).toMatchObject({ status: 401, reason: 'ROBOT_DISABLED' })
    expect(await entries()).toEqual([
      ['anna', expect.stringContaining('CREDENTIAL_EXPIRED')],
      ['robot$ci', expect.stringContaining('ROBOT_DISABLED')],
    ])
  })

  it('where the password alone does not do, and not where the portal only asks for the code', async () => {
    const id = await api.createUser('berta')
    await api.database.pool.query(
      `insert into second_factor (user_id, secret, enabled_at) values (${id}, 'none', now()); truncate event, outbox`,
    )
    expect(await ask('berta')).toMatchObject({ status: 401, reason: 'TOKEN_NEEDED' })
    const form = { principal: 'berta', password: USER_PASSWORD }
    expect(await api.call({ method: 'POST', path: '/c/login', form })).toMatchObject({ reason: 'CODE_NEEDED' })
    expect(await entries()).toEqual([['berta', expect.stringContaining('TOKEN_NEEDED')]])
  })

  it('where there were too many guesses, once for all that follow', async () => {
    await api.createUser('clara')
    await api.database.pool.query('truncate event, outbox')
    for (let guess = 0; guess < 15; guess += 1) await ask('clara:wrong')
    expect(await ask('clara')).toMatchObject({ status: 429 })
    expect(await entries()).toEqual([
      ['clara', expect.not.stringContaining('TOO_MANY')],
      ['clara', expect.stringContaining('TOO_MANY_FAILED_LOGINS')],
    ])
  })

  it('once, where the request would have changed something', async () => {
    await api.createUser('doris')
    const token = await tokenOf('doris')
    await api.database.pool.query(
      `update credential set expires_at = now() - interval '1 day' where kind = 'token'; truncate event, outbox`,
    )
    const body = { project_name: 'new' }
    expect(await api.call({ method: 'POST', path: 'projects', as: `doris:${token}`, body })).toMatchObject({
      status: 401,
    })
    const { rows } = await api.database.pool.query('select type from event')
    expect(rows).toEqual([{ type: 'user.sign-in-failed' }])
  })
})

it('however many names somebody tries, the entries stay few', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, number) => ask(`nobody-${number}:wrong`)))
  await api.app.get(FailedSignIns).write()
  const { rows } = await api.database.pool.query('select count(*)::int as count from event')
  // 64 of one network by themselves, each once more with its number at most, and one for all others.
  expect(rows[0].count).toBeLessThanOrEqual(129)
})
