import type { Actor } from '@berth/contracts'
import { parseRepositoryName } from '@berth/oci'
import { describe, expect, it } from 'vitest'
import { askTagRules, findTagRule, type HeldRoles, type TagRules } from './tag-rules.js'

const alice: Actor = { kind: 'user', name: 'alice' }
const selector = (pattern: string, excludes = false) => ({ pattern, excludes })
const rule = (repositories: string, tags: string) => ({
  project: 1,
  roles: null,
  robots: false,
  repositories: selector(repositories),
  tags: selector(tags),
})
const nobody: HeldRoles = { roles: [], sysadmin: false, names: { 1: 'projectAdmin', 4: 'maintainer' } }

interface Asked {
  readonly repository?: string
  readonly tag?: string
  readonly from?: string
  readonly to?: string
  readonly actor?: Actor
  readonly held?: HeldRoles
}
const ask = (rules: TagRules, { repository, tag, from, to, actor, held = nobody }: Asked = {}) =>
  askTagRules(
    rules,
    {
      repository: parseRepositoryName(repository ?? 'dev/team/app'),
      actor: actor ?? alice,
      tags: [{ tag: tag ?? 'v1', from: from ?? 'sha256:a', ...(to === undefined ? {} : { to }) }],
    },
    () => Promise.resolve(held),
  )
const refusal = (reason: string, parameters: object) =>
  expect.objectContaining({ reason, parameters: expect.objectContaining(parameters) as unknown }) as unknown

describe('a rule', () => {
  it('keeps a tag from being moved and from going', async () => {
    const rules = [rule('team/*', 'v*')]
    for (const change of [{ to: 'sha256:b' }, {}])
      await expect(ask(rules, change)).rejects.toEqual(
        refusal('TAG_IMMUTABLE', { tag: 'v1', repository: 'dev/team/app', rule: 'team/* : v*' }),
      )
  })

  it('lets a tag be given again what it names', async () => {
    await expect(ask([rule('**', '**')], { from: 'sha256:a', to: 'sha256:a' })).resolves.toBeUndefined()
  })

  it('is about names below the project, and about both the repository and the tag', async () => {
    await expect(ask([rule('dev/**', '**')])).resolves.toBeUndefined()
    await expect(ask([rule('team/*', 'latest')])).resolves.toBeUndefined()
    await expect(ask([rule('other/*', 'v*')])).resolves.toBeUndefined()
    await expect(ask([rule('app', 'v*')], { repository: 'dev/app' })).rejects.toThrow('app')
  })

  it('may be about all but what matches', async () => {
    const rules = [{ ...rule('', ''), repositories: selector('scratch', true), tags: selector('dev-*', true) }]
    await expect(ask(rules)).rejects.toEqual(refusal('TAG_IMMUTABLE', { rule: 'all but scratch : all but dev-*' }))
    await expect(ask(rules, { tag: 'dev-1' })).resolves.toBeUndefined()
    await expect(ask(rules, { repository: 'dev/scratch' })).resolves.toBeUndefined()
  })

  it.each([
    ['qa/**', 'dev/qa/app', false],
    ['qa/**', 'dev/qa/team/app', false],
    ['qa/**', 'dev/prod/app', true],
    ['qa/*', 'dev/qa/team/app', true],
  ])('about all but %s keeps the tags of %s: %s', async (pattern, repository, keeps) => {
    const asked = ask([{ ...rule('', '**'), repositories: selector(pattern, true) }], { repository })
    await (keeps ? expect(asked).rejects.toThrow(repository) : expect(asked).resolves.toBeUndefined())
  })
})

describe('a rule that lets some roles pass', () => {
  const kept = { ...rule('**', 'v*'), roles: [1, 4] }

  it('lets those pass who have one of them, and who holds every right', async () => {
    await expect(ask([kept], { held: { ...nobody, roles: [2, 4] } })).resolves.toBeUndefined()
    await expect(ask([kept], { held: { ...nobody, sysadmin: true } })).resolves.toBeUndefined()
  })

  it('refuses everybody else, and says who may', async () => {
    const words = { roles: 'projectAdmin, maintainer', rule: '** : v*' }
    for (const kind of ['user', 'robot', 'anonymous', 'system'] as const)
      await expect(ask([kept], { actor: { kind, name: kind } })).rejects.toEqual(refusal('TAG_PROTECTED', words))
  })

  it('lets robots pass where it says so, and nobody for being called like one', async () => {
    const rules = [{ ...kept, robots: true }]
    await expect(ask(rules, { actor: { kind: 'robot', id: 1, name: 'ci' } })).resolves.toBeUndefined()
    await expect(ask(rules)).rejects.toEqual(refusal('TAG_PROTECTED', { roles: 'projectAdmin, maintainer, robots' }))
  })

  it('opens nothing that another rule keeps from everybody', async () => {
    const held = { ...nobody, roles: [1] }
    await expect(ask([kept, rule('**', 'v1')], { held })).rejects.toEqual(refusal('TAG_IMMUTABLE', { rule: '** : v1' }))
  })
})

it('a rule that cannot be understood keeps whatever it may be about', async () => {
  await expect(ask([rule('[', 'v*')])).rejects.toThrow('v1')
  await expect(ask([rule('team/*', '{')])).rejects.toThrow('v1')
  await expect(ask([rule('[', 'latest')])).resolves.toBeUndefined()
  await expect(ask([{ ...rule('', '**'), repositories: selector('[', true) }])).rejects.toThrow('v1')
})

it('the first of several rules that keeps a tag is named, and none where there are none', async () => {
  await expect(ask([rule('other', '**'), rule('**', 'v?'), rule('**', '**')])).rejects.toEqual(
    refusal('TAG_IMMUTABLE', { rule: '** : v?' }),
  )
  await expect(ask([])).resolves.toBeUndefined()
  await expect(ask(null)).resolves.toBeUndefined()
})

it('of the rules about a tag the one that nobody gets past is found first', () => {
  const open = { ...rule('**', '**'), roles: [1] }
  const name = parseRepositoryName('dev/app')
  expect(findTagRule([open, rule('**', 'v1')], name, 'v1')).toMatchObject({ roles: null })
  expect(findTagRule([open, rule('**', 'v1')], name, 'v2')).toEqual(open)
  expect(findTagRule([rule('**', 'v1')], name, 'v2')).toBeUndefined()
})
