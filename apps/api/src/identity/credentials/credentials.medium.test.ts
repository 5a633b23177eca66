import { setTimeout as sleep } from 'node:timers/promises'
import bcrypt from 'bcrypt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import jwt from 'jsonwebtoken'
import { Database } from '../../database/database.js'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { Credentials } from './credentials.js'
import { LastUses } from './last-uses.js'
import { kindOf } from './secret.js'

let api: ApiUnderTest
let owner: number
let [shown, hidden] = [0, 0]
beforeAll(async () => {
  api = await ApiUnderTest.start()
  owner = await api.createUser('olga')
  shown = await api.createProject('shown', 'olga')
  hidden = await api.createProject('quiet', 'olga')
})
afterAll(() => api[Symbol.asyncDispose]())

type Added = Parameters<Credentials['add']>[1]
const add = (credential: Partial<Added> = {}) =>
  api.app.get(Credentials).add(api.app.get(Database), { kind: 'token', owner, ...credential })
const current = (as: string) => api.call({ path: 'users/current', as })
const scope = 'repository:shown/app:pull,push'
const token = (as: string, asked = scope) => api.call({ path: `/service/token?scope=${asked}`, as })
/** What a token grants, and by which mark it ends. */
async function grantedTo(as: string, asked = scope) {
  const { body } = await token(as, asked)
  const { access, caller } = jwt.decode(body.token) as jwt.JwtPayload
  return { actions: access.map((entry: { actions: string[] }) => entry.actions), mark: caller.mark }
}

describe('a personal access token', () => {
  it('signs its owner in, by name or address, wherever Basic credentials do', async () => {
    const { secret } = await add()
    for (const login of ['olga', 'OLGA', 'olga@example.com']) {
      expect(await current(`${login}:${secret}`)).toMatchObject({ status: 200, body: { username: 'olga' } })
      expect((await grantedTo(`${login}:${secret}`)).actions).toEqual([['pull', 'push']])
    }
  })

  it('signs nobody else in, and is no password', async () => {
    const { secret } = await add()
    const compare = vi.spyOn(bcrypt, 'compare')
    for (const login of ['admin', 'nobody', 'robot$olga', 'olga\0'])
      expect(await current(`${login}:${secret}`)).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
    expect(await current(`olga:${secret.slice(0, -1)}~`)).toMatchObject({ status: 401 })
    expect(compare).toHaveBeenCalledTimes(1)
    const form = { principal: 'olga', password: secret }
    expect(await api.call({ method: 'POST', path: '/c/login', form })).toMatchObject({ status: 401 })
    compare.mockRestore()
  })

  it('says that it has expired to whoever knows it', async () => {
    const { secret } = await add({ expiresAt: new Date(Date.now() - 1000) })
    for (const answer of [await current(`olga:${secret}`), await token(`olga:${secret}`)])
      expect(answer).toMatchObject({ status: 401, reason: 'CREDENTIAL_EXPIRED' })
    expect(await current(`admin:${secret}`)).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
  })

  it('has a mark of its own in what is issued for it', async () => {
    const [one, other] = [await add(), await add()]
    const marks = [`olga:${one.secret}`, `olga:${other.secret}`, 'olga'].map(async (as) => (await grantedTo(as)).mark)
    expect(new Set(await Promise.all(marks)).size).toBe(3)
    await api.database.pool.query('delete from credential where id = $1', [one.id])
    expect((await current(`olga:${one.secret}`)).status).toBe(401)
    expect((await current(`olga:${other.secret}`)).status).toBe(200)
  })

  it('goes with its owner', async () => {
    const id = await api.createUser('otto')
    const { secret } = await add({ owner: id })
    expect((await current(`otto:${secret}`)).status).toBe(200)
    await api.call({ method: 'DELETE', path: `users/${id}`, as: 'admin' })
    await api.createUser('otto')
    expect((await current(`otto:${secret}`)).status).toBe(401)
    const left = await api.database.pool.query('select from credential where user_id = $1', [id])
    expect(left.rowCount).toBe(0)
  })
})

describe('the ceiling of a token', () => {
  const limited = async () => {
    const ceiling = [{ scope: shown, permissions: ['repository:pull', 'repository:list', 'self:read'] }]
    return `olga:${(await add({ ceiling })).secret}`
  }

  it('limits what is issued for it, in each place', async () => {
    const as = await limited()
    expect((await grantedTo(as)).actions).toEqual([['pull']])
    expect((await grantedTo(as, 'repository:quiet/app:pull')).actions).toEqual([[]])
    const patterns = [{ scope: 'all', permissions: ['repository:pull'], repositories: ['app*'] }] as const
    const some = `olga:${(await add({ ceiling: patterns })).secret}`
    expect((await grantedTo(some)).actions).toEqual([['pull']])
    expect((await grantedTo(some, 'repository:shown/web:pull')).actions).toEqual([[]])
  })

  it('keeps administrators to it', async () => {
    const admin = await api.call({ path: 'users/current', as: 'admin' })
    const ceiling = [{ scope: shown, permissions: ['self:read'] }]
    const as = `admin:${(await add({ owner: admin.body.user_id, ceiling })).secret}`
    expect((await api.call({ path: 'users', as })).status).toBe(403)
    expect((await api.call({ path: 'projects', as })).body.map(({ name }: { name: string }) => name)).toContain('shown')
    expect((await api.call({ path: `projects/${hidden}`, as })).status).toBe(403)
  })

  it('leaves its account and new projects alone', async () => {
    const as = await limited()
    const profile = { email: 'olga@example.com', realname: 'olga', comment: 'taken over' }
    const limit = { status: 403, reason: 'TOKEN_LIMITED' }
    expect(await api.call({ method: 'PUT', path: `users/${owner}`, as, body: profile })).toMatchObject(limit)
    const password = { old_password: 'Passw0rd', new_password: 'Passw0rd2' }
    expect(await api.call({ method: 'PUT', path: `users/${owner}/password`, as, body: password })).toMatchObject(limit)
    const project = { method: 'POST', path: 'projects', as, body: { project_name: 'more' } } as const
    expect((await api.call(project)).status).toBe(403)
    expect((await api.call({ ...project, as: 'olga' })).status).toBe(201)
  })
})

describe('a CLI secret', () => {
  it('signs in beside the password, generated or chosen', async () => {
    for (const secret of [undefined, 'My 0wn secret']) {
      const cli = await add({ kind: 'cli', secret })
      expect(kindOf(cli.secret)).toBe(secret === undefined ? 'cli' : undefined)
      expect(await current(`olga:${cli.secret}`)).toMatchObject({ status: 200 })
      expect((await grantedTo(`olga:${cli.secret}`)).mark).not.toBe((await grantedTo('olga')).mark)
    }
    expect(await current('admin:My 0wn secret')).toMatchObject({ status: 401 })
    expect(await current('olga')).toMatchObject({ status: 200 })
  })
})

describe('a robot', () => {
  const robot = async (name: string) => {
    const as = await api.createRobot(name, [{ scope: shown, permissions: ['repository:pull'] }])
    const { rows } = await api.database.pool.query<{ id: number }>('select id from robot where name = $1', [name])
    return { id: rows[0]?.id ?? 0, as, name: `robot$${name}` }
  }

  it('is 401 everywhere when it is disabled or has expired, and says so to who knows its secret', async () => {
    const { id, as, name } = await robot('old')
    const told = async () => [(await token(as)).reason, (await api.call({ path: 'projects', as })).reason]
    expect(await told()).toEqual([undefined, undefined])
    await api.database.pool.query("update robot set expires_at = now() - interval '1 day' where id = $1", [id])
    expect(await told()).toEqual(['CREDENTIAL_EXPIRED', 'CREDENTIAL_EXPIRED'])
    const wrong = `${name}:wrong`
    expect((await token(wrong)).reason).toBe('WRONG_CREDENTIALS')
    await api.database.pool.query('update robot set expires_at = null, disabled = true where id = $1', [id])
    expect(await told()).toEqual(['ROBOT_DISABLED', 'ROBOT_DISABLED'])
  })

  it('may have an old and a new secret for a time', async () => {
    const { id, as, name } = await robot('turning')
    const fresh = await add({ kind: 'robot', owner: id })
    const both = [as, `${name}:${fresh.secret}`]
    for (const each of both) expect((await token(each)).status).toBe(200)
    await api.database.pool.query('update credential set expires_at = now() where robot_id = $1 and id <> $2', [
      id,
      fresh.id,
    ])
    expect(await Promise.all(both.map(async (each) => (await token(each)).reason))).toEqual([
      'CREDENTIAL_EXPIRED',
      undefined,
    ])
  })

  it('whose secret somebody chose cannot be guessed without end', async () => {
    const { name } = await robot('chosen')
    const statuses: number[] = []
    for (let n = 0; n < 12; n += 1) statuses.push((await token(`${name}:guess ${n}`)).status)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })

  it('is called as the setting says, and who is called so is a user still', async () => {
    const { as } = await robot('named')
    await api.createUser('bot-uma')
    const set = (prefix: string) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { robot_name_prefix: prefix } })
    await set('bot-')
    expect((await token(as)).status).toBe(401)
    expect((await token(as.replace('robot$', 'bot-'))).status).toBe(200)
    for (let n = 0; n < 12; n += 1) expect((await current('bot-uma')).status).toBe(200)
    for (const prefix of ['', 'a:b', 'a b', 'x'.repeat(65)]) expect((await set(prefix)).status).toBe(422)
    await set('robot$')
  })
})

describe('the last use', () => {
  const lastUse = async (id: number) => {
    const { rows } = await api.database.pool.query('select * from credential where id = $1', [id])
    return { at: rows[0].last_used_at as Date | null, address: rows[0].last_used_address as string | null }
  }

  it('is written down later, and nobody waits for it', async () => {
    const { id, secret } = await add()
    const uses = api.app.get(LastUses)
    await uses.write()
    const holder = await api.database.pool.connect()
    await holder.query('begin')
    await holder.query('select from credential where id = $1 for update', [id])
    const answers = Array.from({ length: 64 }, () => token(`olga:${secret}`))
    const late = sleep(10_000).then(() => 'late')
    const written = Promise.all(answers).then(() => uses.write())
    expect(await Promise.race([written, late])).toBeUndefined()
    expect(await lastUse(id)).toEqual({ at: null, address: null })
    await holder.query('commit')
    holder.release()
    await uses.write()
    expect(await lastUse(id)).toEqual({ at: expect.any(Date), address: '127.0.0.1' })
  })
})
