import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

describe('looking users up', () => {
  it('lists with q, sort and pages', async () => {
    for (const name of ['list-a', 'list-b', 'list-c']) await api.createUser(name)
    const named = async (query: string) =>
      (await api.call({ path: `users?${query}`, as: 'admin' })).body.map((row: { username: string }) => row.username)
    const everybody = await named('page_size=0')
    expect(await named('username=LIST-')).toEqual(everybody.filter((name: string) => name.startsWith('list-')))
    expect(await named('email=list-b@')).toEqual(['list-b'])
    expect(await named('username=nobody')).toEqual([])
    const first = await api.call({ path: 'users?q=username%3D~list-&sort=-username&page_size=2', as: 'admin' })
    expect(first.body.map((user: { username: string }) => user.username)).toEqual(['list-c', 'list-b'])
    expect(first.headers['x-total-count']).toBe('3')
    expect(first.headers['link']).toMatch(/^<\/api\/v2\.0\/users\?.*page=2.*>; rel="next"$/)
    const second = await api.call({ path: 'users?q=username%3D~list-&sort=-username&page_size=2&page=2', as: 'admin' })
    expect(second.body).toHaveLength(1)
    expect(second.headers['link']).toMatch(/rel="prev"$/)
  })

  it('finds a person by user name, full name or e-mail address', async () => {
    const body = {
      username: 'kranich',
      realname: 'Grus Grus',
      email: 'bird@wetland.example',
      password: 'Heron-Dock-73',
    }
    expect(await api.call({ method: 'POST', path: 'users', as: 'admin', body })).toMatchObject({ status: 201 })
    const found = async (q: string) => api.call({ path: `users?q=${encodeURIComponent(q)}`, as: 'admin' })
    for (const part of ['KRANI', 'grus g', '@wetland']) {
      expect((await found(`person=~${part}`)).body).toMatchObject([{ username: 'kranich' }])
    }
    expect((await found('person=~no such person')).body).toEqual([])
    expect((await found('person=kranich')).reason).toBe('BAD_QUERY')
  })

  it('finds by part of a name for any user, id and name only', async () => {
    for (const name of ['needle-x', 'a-needle-x', 'needle-xy']) await api.createUser(name)
    const found = await api.call({ path: 'users/search?username=needle-x', as: 'needle-x' })
    expect(found.body.map((row: { username: string }) => row.username)).toEqual(['needle-x', 'needle-xy', 'a-needle-x'])
    expect(
      (await api.call({ path: 'users/search?username=&page_size=0', as: 'needle-x' })).body.length,
    ).toBeGreaterThan(3)
    const { body } = await api.call({ path: 'users/search?username=A-NEEDLE-', as: 'needle-x' })
    expect(body).toEqual([{ user_id: expect.any(Number), username: 'a-needle-x' }])
    expect(await api.call({ path: 'users/search?username=needle' })).toMatchObject({ status: 401 })
  })

  it('tells robots no names, and tokens only where they were given that', async () => {
    await api.createUser('seeker')
    const search = (as: string) => api.call({ path: 'users/search?username=seeker', as })
    const token = async (name: string, more: object) => {
      const body = { name, duration: 1, ...more }
      return (await api.call({ method: 'POST', path: 'users/current/tokens', as: 'seeker', body })).body.secret
    }
    expect((await search(`seeker:${await token('read', { access: 'read' })}`)).reason).toBe('TOKEN_LIMITED')
    const permissions = [{ resource: 'user', action: 'list' }]
    const listing = { access: 'chosen', system_permissions: permissions }
    expect((await search(`seeker:${await token('list', listing)}`)).body).toHaveLength(1)
    const robot = await api.createRobot('seeker', [{ scope: 'system', permissions: ['user:list'] }])
    expect((await search(robot)).reason).toBe('USERS_ONLY')
  })

  it('tells the rights in a project', async () => {
    await api.createUser('lena')
    const id = await api.createProject('of-lena', 'lena')
    const { body } = await api.call({
      path: `users/current/permissions?scope=/project/${id}&relative=true`,
      as: 'lena',
    })
    expect(body).toContainEqual({ resource: 'repository', action: 'push' })
    expect(body).toContainEqual({ resource: '.', action: 'delete' })
    const absolute = await api.call({ path: `users/current/permissions?scope=/project/${id}`, as: 'lena' })
    expect(absolute.body).toContainEqual({ resource: `/project/${id}/member`, action: 'create' })
  })

  it('tells the rights in a project by its name, even where that is a number', async () => {
    const id = await api.createProject('by-name', 'lena')
    const rights = async (scope: string, headers: Record<string, string> = {}) =>
      (await api.call({ path: `users/current/permissions?scope=/project/${scope}`, as: 'lena', headers })).body
    expect(await rights('by-name')).toEqual(await rights(String(id)))
    const numbered = await api.createProject(String(id), 'lena')
    expect(await rights(String(id), { 'x-is-resource-name': 'true' })).toEqual(await rights(String(numbered)))
    expect(await rights('no-such-project')).toEqual([])
  })
})
