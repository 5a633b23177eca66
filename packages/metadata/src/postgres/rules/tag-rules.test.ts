import type { Actor } from '@berth/contracts'
import { parseRepositoryName } from '@berth/oci'
import { describe, expect, it } from 'vitest'
import { askTagRules, type TagRules } from './tag-rules.js'

const actor: Actor = { kind: 'user', name: 'alice' }
const selector = (pattern: string, excludes = false) => ({ pattern, excludes })
const rule = (repositories: string, tags: string) => ({ repositories: selector(repositories), tags: selector(tags) })
const ask = (rules: TagRules, change: { repository?: string; tag?: string; from?: string; to?: string } = {}) =>
  askTagRules(rules, {
    repository: parseRepositoryName(change.repository ?? 'dev/team/app'),
    tag: change.tag ?? 'v1',
    from: change.from ?? 'sha256:a',
    ...(change.to === undefined ? {} : { to: change.to }),
    actor,
  })

describe('a rule', () => {
  it('keeps a tag from being moved and from going', () => {
    const rules = [rule('team/*', 'v*')]
    for (const change of [{ to: 'sha256:b' }, {}])
      expect(() => ask(rules, change)).toThrow(
        expect.objectContaining({
          reason: 'TAG_IMMUTABLE',
          parameters: { tag: 'v1', repository: 'dev/team/app', rule: 'team/* : v*' },
        }),
      )
  })

  it('lets a tag be given again what it names', () => {
    expect(() => ask([rule('**', '**')], { from: 'sha256:a', to: 'sha256:a' })).not.toThrow()
  })

  it('is about names below the project, and about both the repository and the tag', () => {
    expect(() => ask([rule('dev/**', '**')])).not.toThrow()
    expect(() => ask([rule('team/*', 'latest')])).not.toThrow()
    expect(() => ask([rule('other/*', 'v*')])).not.toThrow()
    expect(() => ask([rule('app', 'v*')], { repository: 'dev/app' })).toThrow('app')
  })

  it('may be about all but what matches', () => {
    const rules = [{ repositories: selector('scratch', true), tags: selector('dev-*', true) }]
    expect(() => ask(rules)).toThrow(
      expect.objectContaining({
        parameters: expect.objectContaining({ rule: 'all but scratch : all but dev-*' }) as unknown,
      }),
    )
    expect(() => ask(rules, { tag: 'dev-1' })).not.toThrow()
    expect(() => ask(rules, { repository: 'dev/scratch' })).not.toThrow()
  })
})

it('the first of several rules that keeps a tag is named, and none where there are none', () => {
  expect(() => ask([rule('other', '**'), rule('**', 'v?'), rule('**', '**')])).toThrow(
    expect.objectContaining({ parameters: expect.objectContaining({ rule: '** : v?' }) as unknown }),
  )
  expect(() => ask([])).not.toThrow()
  expect(() => ask(null)).not.toThrow()
})
