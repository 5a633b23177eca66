import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { Issuer, newSigner } from '../../testing/issuer.test.support.js'

let api: ApiUnderTest
let issuer: Issuer
beforeAll(async () => {
  api = await ApiUnderTest.start()
  issuer = await Issuer.start()
  await api.createUser('uma')
  await api.createProject('dev', 'uma')
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await issuer[Symbol.asyncDispose]()
})

interface Entry {
  readonly issuer: string
  readonly audience: string
  readonly claims: Readonly<Record<string, string>>
}
const entry = (audience: string, sub: string, of: Pick<Issuer, 'url'> = issuer): Entry => ({
  issuer: of.url,
  audience,
  claims: { sub },
})
const permissions = [{ kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }]
let count = 0
const create = (trust: readonly unknown[], more: object = {}) =>
  api.call({
    method: 'POST',
    path: 'robots',
    as: 'uma',
    body: { name: `keyless-${(count += 1)}`, level: 'project', duration: -1, permissions, trust, ...more },
  })
const put = (id: number, body: object, as = 'uma') => api.call({ method: 'PUT', path: `robots/${id}`, as, body })
const signIn = (robot: { name: string }, token: string) =>
  api.call({ path: '/service/token?scope=repository:dev/app:pull,push', as: `${robot.name}:${token}` })
const refused = { status: 401, reason: 'ID_TOKEN_REFUSED' }
/** Of what is issued for a token: what it ends with. */
const markOf = async (...how: Parameters<typeof signIn>) =>
  (jwt.decode((await signIn(...how)).body.token) as jwt.JwtPayload)['caller'].mark as string
const isGood = async (mark: string) =>
  (await api.database.pool.query('select from caller where mark = $1', [mark])).rowCount === 1

describe('a robot that trusts an issuer', () => {
  it('signs in by a token that one entry takes as a whole, with the rights of the robot', async () => {
    const { body: robot } = await create([entry('a', 'repo:org/one:*'), entry('b', 'repo:org/two:*')])
    for (const claims of [
      { aud: 'a', sub: 'repo:org/one:main' },
      { aud: ['x', 'b'], sub: 'repo:org/two:main' },
    ]) {
      const answer = await signIn(robot, await issuer.sign(claims))
      expect(answer.status).toBe(200)
      expect((jwt.decode(answer.body.token) as jwt.JwtPayload)['access'][0].actions).toEqual(['pull'])
    }
    for (const [aud, sub] of [
      ['b', 'repo:org/one:main'],
      ['a', 'repo:org/two:main'],
      ['c', 'repo:org/one:main'],
      ['a', 'repo:org/three:main'],
      ['a', 'repo:org/one:main/more'],
    ] as const)
      expect({ aud, sub, ...(await signIn(robot, await issuer.sign({ aud, sub }))) }).toMatchObject(refused)
    const as = `${robot.name}:${await issuer.sign({ aud: 'a', sub: 'repo:org/one:x' })}`
    expect((await api.call({ path: 'projects/dev/repositories', as })).status).toBe(403)
  })

  it('needs every claim of the entry, also a list or a flag', async () => {
    const claims = { sub: '*', groups: 'ops/*', protected: 'true' }
    const { body: robot } = await create([{ ...entry('a', '*'), claims }])
    const good = { aud: 'a', sub: 'x', groups: ['dev', 'ops/eu'], protected: true }
    expect((await signIn(robot, await issuer.sign(good))).status).toBe(200)
    for (const bad of [
      { groups: ['dev'] },
      { groups: { 'ops/eu': 1 } },
      { protected: undefined },
      { protected: false },
    ])
      expect(await signIn(robot, await issuer.sign({ ...good, ...bad }))).toMatchObject(refused)
  })

  it('takes no token that is too old or of tomorrow, signed by another, of another issuer or for another robot', async () => {
    const { body: robot } = await create([entry('a', 'x')])
    const { body: other } = await create([])
    const claims = { aud: 'a', sub: 'x' }
    const now = Math.floor(Date.now() / 1000)
    // A clock may be off by five minutes.
    expect((await signIn(robot, await issuer.sign(claims, { life: -200 }))).status).toBe(200)
    expect((await signIn(robot, await issuer.sign({ ...claims, nbf: now + 200 }))).status).toBe(200)
    const good = await issuer.sign(claims)
    const [head = '', body = '', signature = ''] = good.split('.')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const token of [
      await issuer.sign(claims, { life: -400 }),
      await issuer.sign({ ...claims, nbf: now + 400 }),
      await issuer.sign(claims, { life: 'for ever' }),
      await issuer.sign(claims, { signer: await newSigner('one') }),
      await issuer.sign({ ...claims, iss: 'http://127.0.0.1:1' }),
      jwt.sign({ ...claims, iss: issuer.url }, 'a secret', { keyid: 'one', expiresIn: 60 }),
      `${none}.${body}.${signature}`,
      `${head}.${body}.${signature.slice(0, -8)}AAAAAAAA`,
    ])
      expect(await signIn(robot, token)).toMatchObject(refused)
    expect(await signIn(other, good)).toMatchObject(refused)
    expect(await signIn({ name: 'robot$dev+nobody' }, good)).toMatchObject(refused)
    expect(await signIn({ name: 'uma' }, good)).toMatchObject({ status: 401, reason: 'WRONG_CREDENTIALS' })
  })

  it('has no secret unless one was chosen or made', async () => {
    const { body: robot } = await create([entry('a', 'x')])
    expect(robot).not.toHaveProperty('secret')
    const secret = 'My 0wn secret'
    const { body: both } = await create([entry('a', 'x')], { secret })
    expect((await signIn(both, secret)).status).toBe(200)
    const made = await api.call({ method: 'PATCH', path: `robots/${robot.id}`, as: 'uma', body: { overlap: 3600 } })
    expect((await signIn(robot, made.body.secret)).status).toBe(200)
    for (const each of [robot, both])
      expect((await signIn(each, await issuer.sign({ aud: 'a', sub: 'x' }))).status).toBe(200)
  })

  it('is told that it has expired or is disabled by whoever has a right token alone', async () => {
    const { body: robot } = await create([entry('a', 'x')])
    const [good, bad] = [await issuer.sign({ aud: 'a', sub: 'x' }), await issuer.sign({ aud: 'a', sub: 'y' })]
    await put(robot.id, { disable: true })
    expect(await signIn(robot, good)).toMatchObject({ status: 401, reason: 'ROBOT_DISABLED' })
    expect(await signIn(robot, bad)).toMatchObject(refused)
    await api.database.pool.query(
      "update robot set disabled = false, expires_at = now() - interval '1 s' where id = $1",
      [robot.id],
    )
    expect(await signIn(robot, good)).toMatchObject({ status: 401, reason: 'CREDENTIAL_EXPIRED' })
  })

  it('makes none that outlives it', async () => {
    const making = [{ kind: 'project', namespace: 'dev', access: [{ resource: 'robot', action: 'create' }] }]
    const { body: robot } = await create([entry('a', 'x')], { duration: 5, permissions: making })
    const as = `${robot.name}:${await issuer.sign({ aud: 'a', sub: 'x' })}`
    const body = { name: 'child', level: 'project', permissions: making, trust: [entry('a', 'x')] }
    const make = (duration: number) => api.call({ method: 'POST', path: 'robots', as, body: { ...body, duration } })
    expect(await make(-1)).toMatchObject({ status: 403, reason: 'BEYOND_OWN_LIFE' })
    expect((await make(4)).status).toBe(201)
  })

  it('shuts out who tries too many tokens', async () => {
    const { body: robot } = await create([entry('a', 'x')])
    const token = await issuer.sign({ aud: 'a', sub: 'y' })
    const statuses: number[] = []
    for (let n = 0; n < 12; n += 1) statuses.push((await signIn(robot, token)).status)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })
})

describe('an entry of trust', () => {
  it('is shown as it was given, and what was issued by it ends with it alone', async () => {
    const [one, two] = [entry('a', 'one'), entry('b', 'two')]
    const { body: robot } = await create([one, two])
    const shown = async () => (await api.call({ path: `robots/${robot.id}`, as: 'uma' })).body
    const before = await shown()
    expect(before.trust).toEqual([one, two])
    const tokens = [await issuer.sign({ aud: 'a', sub: 'one' }), await issuer.sign({ aud: 'b', sub: 'two' })] as const
    const [first, second] = [await markOf(robot, tokens[0]), await markOf(robot, tokens[1])]
    expect(first).not.toBe(second)
    await put(robot.id, { ...before, description: 'the same' })
    expect([await isGood(first), await isGood(second)]).toEqual([true, true])
    await put(robot.id, { trust: [entry('c', 'new'), two] })
    expect([await isGood(first), await isGood(second)]).toEqual([false, true])
    expect(await signIn(robot, tokens[0])).toMatchObject(refused)
    expect((await shown()).trust).toEqual([two, entry('c', 'new')])
    const { rows } = await api.database.pool.query(
      `select payload->'changed' as changed from event where type = 'robot.updated' and (payload->>'robot_id')::int = $1
       order by id`,
      [robot.id],
    )
    expect(rows.map(({ changed }) => changed)).toEqual([['description'], ['trust']])
  })

  it('is added by those alone who hold what the robot does, and taken away by whoever may change it', async () => {
    const { rows } = await api.database.pool.query<{ id: number }>(
      "insert into role (name, permissions) values ('keeper', '{robot:update,robot:read,self:read}') returning id",
    )
    await api.createUser('kim')
    await api.addMember('dev', 'uma', 'kim', rows[0]?.id ?? 0)
    const { body: robot } = await create([entry('a', 'x')])
    const more = { trust: [entry('a', 'x'), entry('a', 'mine')] }
    expect(await put(robot.id, more, 'kim')).toMatchObject({ status: 403, reason: 'BEYOND_OWN_RIGHTS' })
    expect((await put(robot.id, { trust: [entry('a', 'x')] }, 'kim')).status).toBe(200)
    expect((await put(robot.id, { trust: [] }, 'kim')).status).toBe(200)
    expect(await signIn(robot, await issuer.sign({ aud: 'a', sub: 'x' }))).toMatchObject(refused)
  })

  it.each<[string, object]>([
    ['TLS', { issuer: 'http://ci.example.com' }],
    ['an address', { issuer: 'ci' }],
    ['no query', { issuer: 'https://ci.example.com/?x' }],
    ['no password', { issuer: 'https://me:secret@ci.example.com' }],
  ])('needs an issuer with %s', async (_, change) => {
    const bad = { ...entry('a', 'x'), ...change }
    expect(await create([bad])).toMatchObject({ status: 400, reason: 'BAD_ISSUER' })
    const { body: robot } = await create([])
    expect(await put(robot.id, { trust: [bad] })).toMatchObject({ status: 400, reason: 'BAD_ISSUER' })
  })

  it.each<[string, readonly object[]]>([
    ['says nothing of the token', [{ claims: {} }]],
    ['has a pattern that is none', [{ claims: { sub: '[' } }]],
    ['has no audience', [{ audience: '' }]],
    ['has too many claims', [{ claims: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`c${n}`, '*'])) }]],
    ['comes with ten others', Array.from({ length: 11 }, () => ({}))],
    ['has too much of patterns', Array.from({ length: 9 }, () => ({ claims: { sub: 'x'.repeat(255) } }))],
  ])('is refused that %s', async (_, changes) => {
    expect(await create(changes.map((change) => ({ ...entry('a', 'x'), ...change })))).toMatchObject({ status: 422 })
  })
})

describe('an issuer', () => {
  /** One of its own, so that nothing of it is remembered. */
  async function fresh() {
    const own = await Issuer.start()
    const { body: robot } = await create([entry('a', '*', own)])
    const sign = (...[claims, options]: Partial<Parameters<Issuer['sign']>>) =>
      own.sign({ aud: 'a', sub: 'x', ...claims }, options)
    return { own, robot, sign, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() }
  }
  const unreachable = { status: 503, reason: 'ISSUER_UNREACHABLE' }

  it('is asked once for many pipelines, and only where a robot names it', async () => {
    await using issuing = await fresh()
    const { body: stranger } = await create([entry('a', '*')])
    await signIn(stranger, await issuing.sign())
    expect(issuing.own.asked).toEqual([])
    const answers = await Promise.all([1, 2, 3].map(async () => signIn(issuing.robot, await issuing.sign())))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(issuing.own.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  it('may take another key', async () => {
    await using issuing = await fresh()
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      expect((await signIn(issuing.robot, await issuing.sign())).status).toBe(200)
      issuing.own.signers = [await newSigner('two')]
      vi.setSystemTime(Date.now() + 31_000)
      expect((await signIn(issuing.robot, await issuing.sign())).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  it('that is down is told from a token that is wrong, and costs nobody else anything', async () => {
    await using issuing = await fresh()
    const token = await issuing.sign()
    await issuing.own[Symbol.asyncDispose]()
    // More often than one may be wrong.
    for (let n = 0; n < 12; n += 1) expect(await signIn(issuing.robot, token)).toMatchObject(unreachable)
    const made = await api.call({ method: 'PATCH', path: `robots/${issuing.robot.id}`, as: 'uma', body: {} })
    expect((await signIn(issuing.robot, made.body.secret)).status).toBe(200)
  })

  it.each<[string, (own: Issuer) => void]>([
    ['speaks for another one', (own) => (own.claimed = 'https://other.example.com')],
    ['answers without end', (own) => (own.padding = 2 * 1024 * 1024)],
    ['has no keys', (own) => (own.isBroken = true)],
    ['does not answer in time', (own) => (own.delay = 6000)],
  ])('that %s is unreachable', { timeout: 20_000 }, async (_, change) => {
    await using issuing = await fresh()
    const token = await issuing.sign()
    change(issuing.own)
    expect(await signIn(issuing.robot, token)).toMatchObject(unreachable)
  })

  it('is asked at no address that nothing is sent to', async () => {
    const inside = 'https://169.254.169.254'
    const { body: robot } = await create([{ ...entry('a', '*'), issuer: inside }])
    expect(await signIn(robot, await issuer.sign({ iss: inside, aud: 'a', sub: 'x' }))).toMatchObject(unreachable)
  })
})
