import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest, USER_PASSWORD } from '../../testing/api.test.support.js'
import { Identities, type IdentityKey } from './identities.js'

let api: ApiUnderTest
let identities: Identities
beforeAll(async () => {
  api = await ApiUnderTest.start()
  identities = api.app.get(Identities)
  await api.createUser('uma')
})
afterAll(() => api[Symbol.asyncDispose]())

const entry = (subject: string): IdentityKey => ({ source: 'ldap', issuer: '', subject })
const person = (username: string, email?: string) => ({ username, email, name: `uid=${username},dc=x` })

async function signIn(subject: string, username: string, email?: string) {
  return identities.findOrMake(entry(subject), person(username, email), { address: '192.0.2.1' })
}
async function userById(id: number) {
  return (await api.call({ path: `users/${id}`, as: 'admin' })).body
}
/** A password, so that the tests can ask as this user. */
async function givePassword(id: number) {
  const { status } = await api.call({
    method: 'PUT',
    path: `users/${id}/password`,
    as: 'admin',
    body: { new_password: USER_PASSWORD },
  })
  expect(status).toBe(200)
}
async function addGroup(project: number, type: number, key: string, role: number) {
  await api.database.pool.query(
    `with made as (insert into user_group (type, name, ldap_group_dn, key) values ($2::int, $3::text, case $2::int when 1 then $3::text end, $3::text)
       on conflict (type, key) do update set updated_at = now() returning id)
     insert into project_member (project_id, group_id, role_id) select $1, id, $4 from made`,
    [project, type, key, role],
  )
}

describe('an identity', () => {
  it('is one account, however often it comes for the first time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => signIn('one', 'kim')))
    expect(new Set(made.map(({ userId }) => userId)).size).toBe(1)
    expect(await identities.find(entry('one'))).toEqual(made[0])
    expect(await userById(made[0]?.userId ?? 0)).toMatchObject({ username: 'kim', sysadmin_flag: false })
  })

  it('keeps its account when the source calls it something else', async () => {
    const before = await signIn('renamed', 'sam')
    expect(await signIn('renamed', 'samuel')).toEqual(before)
    expect(await userById(before.userId)).toMatchObject({ username: 'sam' })
  })

  it('is told whose account has its name, and gets none', async () => {
    await expect(signIn('two', 'Uma', 'uma@elsewhere.example')).rejects.toMatchObject({
      reason: 'IDENTITY_NAME_TAKEN',
      parameters: { username: 'uma' },
    })
    expect(await identities.find(entry('two'))).toBeUndefined()
  })

  it("never becomes the account that has its e-mail address, nor takes that one's address away", async () => {
    const { userId } = await signIn('three', 'other-uma', 'uma@example.com')
    const made = await userById(userId)
    expect(made).toMatchObject({ username: 'other-uma' })
    expect(made.email).toBeUndefined()
  })

  it('is another one at another issuer', async () => {
    const { userId } = await signIn('shared', 'lee')
    const key = { source: 'oidc', issuer: 'https://id.example', subject: 'shared' } as const
    const other = await identities.findOrMake(key, person('lee-2'), {})
    expect(other.userId).not.toBe(userId)
  })

  it('gets no account under a name that none can have', async () => {
    await expect(signIn('bad', 'a,b')).rejects.toMatchObject({ reason: 'BAD_USERNAME' })
  })

  it('goes with the user, so that whoever comes with it then is new', async () => {
    const project = await api.createProject('left', 'uma')
    const before = await signIn('leaves', 'pat')
    await api.addMember('left', 'uma', 'pat', 1)
    await api.call({ method: 'DELETE', path: `users/${before.userId}`, as: 'admin' })
    const after = await signIn('leaves', 'pat')
    expect(after.userId).not.toBe(before.userId)
    await givePassword(after.userId)
    expect((await api.call({ path: `projects/${project}`, as: 'pat' })).status).toBe(403)
    const { body } = await api.call({ path: `projects/${project}/members`, as: 'uma' })
    expect(body.map(({ entity_name }: { entity_name: string }) => entity_name)).toEqual(['uma'])
  })
})

describe('groups', () => {
  it('add to what somebody holds by themself, all of them', async () => {
    const project = await api.createProject('union', 'uma')
    const { id, userId } = await signIn('member', 'robin')
    await givePassword(userId)
    await api.addMember('union', 'uma', 'robin', 3)
    await addGroup(project, 1, 'cn=developers', 2)
    await addGroup(project, 1, 'cn=maintainers', 4)
    const roles = async () => (await api.call({ path: `projects/${project}`, as: 'robin' })).body.current_user_role_ids
    expect(await roles()).toEqual([3])
    await identities.replaceGroups(id, 'ldap', ['cn=developers', 'cn=maintainers', 'cn=unknown'], null)
    expect((await roles()).toSorted()).toEqual([2, 3, 4])
    const { body } = await api.call({
      path: `/service/token?service=harbor-registry&scope=repository:union/app:pull,push,delete`,
      as: 'robin',
    })
    const payload = JSON.parse(Buffer.from(String(body.token.split('.')[1]), 'base64url').toString('utf8'))
    expect(payload.access[0].actions).toEqual(['pull', 'push', 'delete'])
    await identities.replaceGroups(id, 'ldap', ['cn=unknown'], null)
    expect(await roles()).toEqual([3])
  })

  it('act on the next request, also where the group comes later than the member', async () => {
    const project = await api.createProject('later', 'uma')
    const { id, userId } = await signIn('early', 'ellis')
    await givePassword(userId)
    await identities.replaceGroups(id, 'ldap', ['cn=late'], null)
    const seen = async () =>
      (await api.call({ path: 'projects?name=later', as: 'ellis' })).body.map(({ name }: { name: string }) => name)
    expect(await seen()).toEqual([])
    await addGroup(project, 1, 'cn=late', 3)
    expect(await seen()).toEqual(['later'])
  })

  it('of one source say nothing of groups of another one that are called the same', async () => {
    const project = await api.createProject('apart', 'uma')
    const { id, userId } = await signIn('apart', 'ash')
    await givePassword(userId)
    await addGroup(project, 3, 'cn=same', 1)
    await identities.replaceGroups(id, 'ldap', ['cn=same'], null)
    expect((await api.call({ path: `projects/${project}`, as: 'ash' })).status).toBe(403)
  })

  it('stop to count when their time is over', async () => {
    const project = await api.createProject('lease', 'uma')
    const { id, userId } = await signIn('leased', 'lou')
    await givePassword(userId)
    await addGroup(project, 1, 'cn=lease', 3)
    await identities.replaceGroups(id, 'ldap', ['cn=lease'], 3600)
    const status = async () => (await api.call({ path: `projects/${project}`, as: 'lou' })).status
    expect(await status()).toBe(200)
    await api.database.pool.query('update user_identity set groups_until = now() where id = $1', [id])
    expect(await status()).toBe(403)
  })

  it('make administrators, for as long as somebody is in one and the settings name it', async () => {
    const { id, userId } = await signIn('chief', 'carol')
    await givePassword(userId)
    const name = async (dn: string) =>
      api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { ldap_group_admin_dn: dn } })
    const status = async () => (await api.call({ path: 'users', as: 'carol' })).status
    await identities.replaceGroups(id, 'ldap', ['cn=chiefs,dc=x'], null)
    expect(await status()).toBe(403)
    await name('CN=Chiefs, DC=x')
    expect(await status()).toBe(200)
    expect((await api.call({ path: 'users/current', as: 'carol' })).body).toMatchObject({
      sysadmin_flag: false,
      admin_role_in_auth: true,
    })
    await identities.replaceGroups(id, 'ldap', [], null)
    expect(await status()).toBe(403)
    await identities.replaceGroups(id, 'ldap', ['cn=chiefs,dc=x'], null)
    expect(await status()).toBe(200)
    await name('')
    expect(await status()).toBe(403)
    expect(await userById(userId)).toMatchObject({ sysadmin_flag: false, admin_role_in_auth: false })
  })
})

it('whom every source has lost is nobody any more, until one of them has them again', async () => {
  const { userId } = await signIn('lost', 'lex')
  const known = async () =>
    (await api.database.pool.query('select from caller where kind = $1 and id = $2', ['user', userId])).rowCount
  expect(await known()).toBe(1)
  await api.database.pool.query('update user_identity set gone_at = now() where user_id = $1', [userId])
  expect(await known()).toBe(0)
  await signIn('lost', 'lex')
  expect(await known()).toBe(1)
})
