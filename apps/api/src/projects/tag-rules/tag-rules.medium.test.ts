import { deleteManifest } from '@berth/metadata'
import { parseRepositoryName, parseTag } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
const ids: Record<string, number> = {}

beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['mia', 'dora', 'omar']) ids[name] = await api.createUser(name)
})
afterAll(() => api[Symbol.asyncDispose]())

let projects = 0
async function newProject(): Promise<string> {
  const name = `p${(projects += 1)}`
  await api.createProject(name, 'omar')
  await api.addMember(name, 'omar', 'mia', 4)
  await api.addMember(name, 'omar', 'dora', 2)
  return name
}

interface Given {
  readonly tags?: string
  readonly repositories?: string
  readonly tagDecoration?: string
  readonly repositoryDecoration?: string
  readonly [field: string]: unknown
}
const rule = ({ tags = 'v*', repositories = '**', tagDecoration, repositoryDecoration, ...more }: Given = {}) => ({
  action: 'immutable',
  template: 'immutable_template',
  disabled: false,
  priority: 0,
  tag_selectors: [{ kind: 'doublestar', decoration: tagDecoration ?? 'matches', pattern: tags }],
  scope_selectors: {
    repository: [{ kind: 'doublestar', decoration: repositoryDecoration ?? 'repoMatches', pattern: repositories }],
  },
  ...more,
})
const add = (project: string, body: unknown, as = 'mia') =>
  api.call({ method: 'POST', path: `projects/${project}/immutabletagrules`, as, body })
const list = async (project: string) =>
  (await api.call({ path: `projects/${project}/immutabletagrules`, as: 'mia' })).body
const change = (project: string, id: number, body: unknown) =>
  api.call({ method: 'PUT', path: `projects/${project}/immutabletagrules/${id}`, as: 'mia', body })
const drop = (project: string, id: number) =>
  api.call({ method: 'DELETE', path: `projects/${project}/immutabletagrules/${id}`, as: 'mia' })
const artifactsOf = (project: string, repository: string) =>
  `projects/${project}/repositories/${encodeURIComponent(encodeURIComponent(repository))}/artifacts`
const remove = (path: string, as = 'mia') => api.call({ method: 'DELETE', path, as })
const pushAs = (kind: 'user' | 'robot', id: number, name: string, repository: string, text: string, tags: string[]) =>
  api.content.pushImage(repository, text, tags, { pushedBy: { kind, id, name } })

describe('a rule of immutable tags', () => {
  it('comes back as Harbor tells it, can be changed and goes', async () => {
    const project = await newProject()
    const made = await add(project, rule({ repositories: 'team/**', priority: 3 }))
    expect(made.status).toBe(201)
    const [told] = await list(project)
    expect(made.headers['location']).toMatch(new RegExp(`/immutabletagrules/${told.id}$`))
    const selector = { kind: 'doublestar' }
    expect(told).toEqual({
      id: told.id,
      priority: 3,
      disabled: false,
      action: 'immutable',
      template: 'immutable_template',
      params: {},
      tag_selectors: [{ ...selector, decoration: 'matches', pattern: 'v*' }],
      scope_selectors: { repository: [{ ...selector, decoration: 'repoMatches', pattern: 'team/**' }] },
    })
    // What a client has read it may send back.
    expect((await change(project, told.id, { ...told, disabled: true })).status).toBe(200)
    expect(await list(project)).toEqual([{ ...told, disabled: true }])
    expect((await drop(project, told.id)).status).toBe(200)
    expect((await drop(project, told.id)).reason).toBe('TAG_RULE_NOT_FOUND')
    expect((await change(project, told.id, rule())).reason).toBe('TAG_RULE_NOT_FOUND')
    expect(await list(project)).toEqual([])
  })

  it('keeps a tag from pushes, from deletion, and from going with its artifact or repository', async () => {
    const project = await newProject()
    const name = `${project}/app`
    const image = await api.content.pushImage(name, 'one', ['v1', 'latest'])
    await add(project, rule())
    await expect(api.content.pushImage(name, 'two', ['v1'])).rejects.toMatchObject({ reason: 'TAG_IMMUTABLE' })
    await api.content.pushImage(name, 'one', ['v1'])
    const path = artifactsOf(project, 'app')
    for (const gone of [`${path}/v1/tags/v1`, `${path}/latest`, `projects/${project}/repositories/app/tags/v1`]) {
      const refused = await remove(gone)
      expect(refused).toMatchObject({ status: 412, reason: 'TAG_IMMUTABLE' })
      expect(refused.text).toContain('** : v*')
    }
    expect(await remove(`projects/${project}/repositories/app`)).toMatchObject({ status: 412 })
    expect((await remove(`${path}/v1/tags/latest`)).status).toBe(200)
    const [tag] = (await api.call({ path: `${path}/${image.digest}/tags`, as: 'dora' })).body
    expect(tag).toMatchObject({ name: 'v1', immutable: true })
    expect((await remove(`projects/${project}/immutabletagrules/${(await list(project))[0].id}`)).status).toBe(200)
    expect((await remove(`${path}/v1`)).status).toBe(200)
  })

  it('is told with the tags, in every list of them', async () => {
    const project = await newProject()
    await api.content.pushImage(`${project}/app`, 'one', ['v1', 'latest'])
    await add(project, rule())
    const told = async (path: string) => (await api.call({ path, as: 'dora' })).body
    const path = artifactsOf(project, 'app')
    const marks = (tags: { name: string; immutable: boolean }[]) =>
      Object.fromEntries(tags.map(({ name, immutable }) => [name, immutable]))
    const expected = { v1: true, latest: false }
    expect(marks((await told(path))[0].tags)).toEqual(expected)
    expect(marks((await told(`${path}/v1`)).tags)).toEqual(expected)
    expect(marks(await told(`${path}/v1/tags`))).toEqual(expected)
    const rows = await told(`projects/${project}/repositories/app/tags`)
    expect(marks(rows)).toEqual(expected)
    expect(rows.find((row: { name: string }) => row.name === 'v1').rule).toBe('** : v*')
    const [{ id }] = await list(project)
    await change(project, id, rule({ disabled: true }))
    expect(marks(await told(`${path}/v1/tags`))).toEqual({ v1: false, latest: false })
  })

  it('of nested names holds what it says, wherever it is asked', async () => {
    const project = await newProject()
    await add(project, rule({ tags: '**', repositories: 'qa/**', repositoryDecoration: 'repoExcludes' }))
    for (const [repository, status] of [
      ['qa/app', 200],
      ['qa/team/app', 200],
      ['prod/app', 412],
    ] as const) {
      await api.content.pushImage(`${project}/${repository}`, 'one', ['v1'])
      const [tag] = (await api.call({ path: `${artifactsOf(project, repository)}/v1/tags`, as: 'mia' })).body
      expect(tag.immutable).toBe(status === 412)
      expect((await remove(`${artifactsOf(project, repository)}/v1/tags/v1`)).status).toBe(status)
    }
  })

  it.each([
    [
      'a kind that there is not',
      { tag_selectors: [{ kind: 'doublestart', decoration: 'matches', pattern: 'v*' }] },
      'tag_selectors.0.kind',
    ],
    ['another decoration', rule({ tagDecoration: 'repoMatches' }), 'tag_selectors.0.decoration'],
    [
      'a decoration of tags for repositories',
      rule({ repositoryDecoration: 'matches' }),
      'scope_selectors.repository.0.decoration',
    ],
    ['a brace that is open', rule({ tags: '{v1' }), 'tag_selectors.0.pattern'],
    ['no pattern', rule({ repositories: '' }), 'scope_selectors.repository.0.pattern'],
    ['a pattern that is too long', rule({ tags: 'a'.repeat(256) }), 'tag_selectors.0.pattern'],
    ['another template', rule({ template: 'always' }), 'template'],
    ['no selector', rule({ tag_selectors: [] }), 'tag_selectors'],
    [
      'many selectors',
      rule({ tag_selectors: Array.from({ length: 2 }, () => rule().tag_selectors[0]) }),
      'tag_selectors',
    ],
  ])('with %s is refused, and the field named', async (_, given, field) => {
    const project = await newProject()
    const answer = await add(project, { ...rule(), ...given })
    expect(answer).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
    expect(answer.text).toContain(`${field}: `)
    expect(await list(project)).toEqual([])
  })

  it('is there once, and there are 15 at most, however many are made at once', async () => {
    const project = await newProject()
    expect((await add(project, rule())).status).toBe(201)
    expect(await add(project, rule({ disabled: true }))).toMatchObject({ status: 409, reason: 'TAG_RULE_EXISTS' })
    const answers = await Promise.all(
      Array.from({ length: 18 }, (_, place) => add(project, rule({ tags: `t${place}` }))),
    )
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(4)
    for (const { reason } of refused) expect(reason).toBe('TOO_MANY_TAG_RULES')
    expect(await list(project)).toHaveLength(10)
    const [{ id }, other] = await list(project)
    expect((await change(project, id, other)).reason).toBe('TAG_RULE_EXISTS')
  })
})

describe('a rule of protected tags', () => {
  const protecting = (params: object) => rule({ template: 'protected_template', params })
  const move = (repository: string, text: string, who: string) =>
    pushAs('user', ids[who] ?? 0, who, repository, text, ['v1'])

  it('lets those with a role move and delete, and nobody else', async () => {
    const project = await newProject()
    const name = `${project}/app`
    await api.content.pushImage(name, 'one', ['v1'])
    expect((await add(project, protecting({ roles: [4] }))).status).toBe(201)
    expect((await list(project))[0]).toMatchObject({
      template: 'protected_template',
      params: { roles: [4], robots: false },
    })
    const refused = { reason: 'TAG_PROTECTED', message: expect.stringContaining('maintainer') as unknown }
    await expect(move(name, 'two', 'dora')).rejects.toMatchObject(refused)
    await expect(move(name, 'two', 'omar')).rejects.toMatchObject(refused)
    await expect(pushAs('robot', 1, 'robot$ci', name, 'two', ['v1'])).rejects.toMatchObject(refused)
    await move(name, 'two', 'mia')
    await pushAs('user', 1, 'admin', name, 'three', ['v1'])
    const [tag] = (await api.call({ path: `projects/${project}/repositories/app/tags`, as: 'dora' })).body
    expect(tag).toMatchObject({ immutable: false, rule: '** : v*' })
    const path = `projects/${project}/repositories/app/tags/v1`
    expect(await remove(path, 'omar')).toMatchObject({ status: 412, reason: 'TAG_PROTECTED' })
    expect((await remove(path, 'mia')).status).toBe(200)
  })

  it('lets robots pass where it says so', async () => {
    const project = await newProject()
    const name = `${project}/app`
    await api.content.pushImage(name, 'one', ['v1'])
    await add(project, protecting({ robots: true }))
    await pushAs('robot', 1, 'robot$ci', name, 'two', ['v1'])
    await expect(move(name, 'three', 'mia')).rejects.toMatchObject({ reason: 'TAG_PROTECTED' })
  })

  it('follows a role that somebody is given or loses', async () => {
    const project = await newProject()
    const name = `${project}/app`
    await api.content.pushImage(name, 'one', ['v1'])
    await add(project, protecting({ roles: [2] }))
    await move(name, 'two', 'dora')
    const [member] = (await api.call({ path: `projects/${project}/members?entityname=dora`, as: 'omar' })).body
    const path = `projects/${project}/members/${member.id}`
    await api.call({ method: 'PUT', path, as: 'omar', body: { role_id: 3 } })
    await expect(move(name, 'three', 'dora')).rejects.toMatchObject({ reason: 'TAG_PROTECTED' })
  })

  it('is not taken by what the platform does by itself', async () => {
    const project = await newProject()
    const image = await api.content.pushImage(`${project}/app`, 'one', ['v1'])
    await add(project, protecting({ roles: [1, 2, 3, 4, 5], robots: true }))
    const gone = api.registry.transaction((transaction) =>
      deleteManifest(transaction, parseRepositoryName(`${project}/app`), image.digest, {
        kind: 'system',
        id: 7,
        name: 'retention',
      }),
    )
    await expect(gone).rejects.toMatchObject({ reason: 'TAG_PROTECTED' })
    expect(
      await api.metadata.findManifest(parseRepositoryName(`${project}/app`), { tag: parseTag('v1') }),
    ).toBeDefined()
  })

  it('says whom it lets pass, and those are there', async () => {
    const project = await newProject()
    expect(await add(project, protecting({}))).toMatchObject({ status: 400, reason: 'TAG_RULE_WITHOUT_ROLES' })
    expect(await add(project, protecting({ roles: [4, 9999] }))).toMatchObject({
      status: 400,
      reason: 'ROLE_NOT_FOUND',
    })
    expect(await add(project, protecting({ roles: ['x'] }))).toMatchObject({ status: 422 })
    expect(await list(project)).toEqual([])
  })
})

describe('tags that patterns are about', () => {
  it('are found in the project, by what matches and by what does not', async () => {
    const project = await newProject()
    for (const repository of ['app', 'team/app'])
      await api.content.pushImage(`${project}/${repository}`, 'one', ['v1', 'dev'])
    const find = async (asked: string) =>
      (await api.call({ path: `projects/${project}/matchingtags?${asked}`, as: 'dora' })).body
    expect(await find('tags=v*')).toEqual({
      tags: [
        { repository: 'app', tag: 'v1' },
        { repository: 'team/app', tag: 'v1' },
      ],
      matched: 2,
      looked_at: 4,
      is_complete: true,
    })
    expect((await find('repositories=team/**&tags=v*&tags_excluded=true')).tags).toEqual([
      { repository: 'team/app', tag: 'dev' },
    ])
    expect((await find('repositories=team/**&repositories_excluded=true')).matched).toBe(2)
    const refused = async (tags: string) => {
      const path = `projects/${project}/matchingtags?tags=${encodeURIComponent(tags)}`
      const { status, reason } = await api.call({ path, as: 'dora' })
      return status === 200 ? status : reason
    }
    expect(await refused('{v')).toBe('INVALID_FIELD')
    expect(await refused('[\u{1f600}-\ue000]')).toBe(200)
  })
})
