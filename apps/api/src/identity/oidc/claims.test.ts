import { describe, expect, it } from 'vitest'
import { emailIn, groupsIn, isSubject, realNameIn, shownName, userNameIn } from './claims.js'

const groups = (claims: object, groupFilter = '') => groupsIn({ ...claims }, { groupsClaim: 'groups', groupFilter })

describe('groups', () => {
  it.each([
    ['a list', { groups: ['ops', ' dev ', 'ops'] }, ['ops', 'dev']],
    ['a text is a list of one', { groups: 'ops' }, ['ops']],
    ['an empty text is none', { groups: '' }, []],
    ['none', {}, []],
    ['null is none', { groups: null }, []],
    ['what another claim points to', { groups: ['ops'], _claim_names: { address: 'src1' } }, ['ops']],
  ])('%s', (_, claims, names) => {
    expect(groups(claims)).toEqual({ names })
  })

  it.each([
    ['only pointed to', { _claim_names: { groups: 'src1' } }],
    ['only said to be there', { hasgroups: true }],
    ['of no known shape', { groups: { ops: true } }],
    ['with something else in the list', { groups: ['ops', 7] }],
    ['more than there is room for', { groups: Array.from({ length: 1001 }, (_, place) => `g${place}`) }],
  ])('%s are unknown, not none', (_, claims) => {
    expect(groups(claims)).toHaveProperty('unknown')
  })

  it.each([
    ['the pointer', { _claim_names: { groups: 'src1' } }, '_claim_names'],
    ['the mark', { hasgroups: true }, 'hasgroups'],
    ['the claim', { groups: [7] }, '"groups" is neither a text nor a list of texts'],
    ['the number', { groups: Array.from({ length: 1001 }, (_, place) => `g${place}`) }, 'more than 1000'],
  ])('that are unknown are told of by %s', (_, claims, words) => {
    expect(groups(claims)).toEqual({ unknown: expect.stringContaining(words) as unknown })
  })

  it.each([
    ['no list of pointers', { _claim_names: ['groups'] }],
    ['no pointers', { _claim_names: null }],
    ['a mark that says no', { hasgroups: false }],
  ])('are none where there is %s', (_, claims) => {
    expect(groups(claims)).toEqual({ names: [] })
  })

  it('may be a thousand, with names of 255 characters; what is longer is left out', () => {
    const thousand = Array.from({ length: 1000 }, (_, place) => `g${place}`)
    expect(groups({ groups: thousand })).toEqual({ names: thousand })
    const [longest, longer] = ['x'.repeat(255), 'x'.repeat(256)]
    expect(groups({ groups: [longest, longer, ' '] })).toEqual({ names: [longest] })
  })

  it('pass the filter, which is searched for as Harbor does', () => {
    expect(groups({ groups: ['harbor-ops', 'ops'] }, '^harbor-')).toEqual({ names: ['harbor-ops'] })
    expect(groups({ groups: 'my-ops' }, 'ops')).toEqual({ names: ['my-ops'] })
    const many = Array.from({ length: 1500 }, (_, place) => `g${place}`)
    expect(groups({ groups: many }, '^g1$')).toEqual({ names: ['g1'] })
  })

  it('do not hang on an expression that would take for ever', () => {
    expect(groups({ groups: `${'a'.repeat(60)}!` }, '^(a+)+$')).toHaveProperty('unknown')
  })

  it('come from no claim where none is named', () => {
    expect(groupsIn({ groups: ['ops'] }, { groupsClaim: '', groupFilter: '' })).toEqual({ names: [] })
  })
})

describe('a user name', () => {
  const name = (claims: object, userClaim = '') => userNameIn({ ...claims }, { userClaim })
  it('comes from the claim that is named, with blanks as underscores', () => {
    expect(name({ name: 'Kim Lee', preferred_username: 'kim' })).toBe('Kim_Lee')
    expect(name({ name: 'Kim Lee', preferred_username: 'kim' }, 'preferred_username')).toBe('kim')
    expect(name({ preferred_username: 'kim' })).toBe('kim')
    expect(name({ name: ' Kim\tLee ' })).toBe('Kim_Lee')
  })

  it('is the same however its letters are written, and no longer than a name may be', () => {
    expect(name({ name: 'ﬁn' })).toBe('fin')
    expect(name({ name: 'x'.repeat(300) })).toBe('x'.repeat(255))
  })

  it('that is missing is told of by the name of its claim', () => {
    for (const [named, claim] of [
      ['email', 'email'],
      ['', 'name'],
    ] as const)
      expect(() => name({}, named)).toThrow(expect.objectContaining({ parameters: { claim } }))
  })

  it.each([
    [{}, 'email'],
    [{ email: '  ' }, 'email'],
    [{ email: ['a'] }, 'email'],
    [{}, ''],
  ])('is missing in %j by %j', (claims, claim) => {
    expect(() => name(claims, claim)).toThrow(expect.objectContaining({ reason: 'OIDC_CLAIM_MISSING' }))
  })
})

it.each([
  [['s', 's'.repeat(255), '8f0e-kim@id.example', '用户'], true],
  [[undefined, '', 's'.repeat(256), 7, ['s'], 'a\0b', 'a\ud800'], false],
])('of %j it is %s that somebody can be known by it', (subjects, expected) => {
  for (const subject of subjects) expect(isSubject(subject), JSON.stringify(subject)).toBe(expected)
})

it('keeps no address that the provider calls unverified, or that is none', () => {
  expect(emailIn({ email: 'kim@id.example' })).toBe('kim@id.example')
  expect(emailIn({ email: 'kim@id.example', email_verified: false })).toBeUndefined()
  expect(emailIn({ email: 'kim' })).toBeUndefined()
  expect(realNameIn({ name: 7 })).toBeUndefined()
})

it('shows somebody by the name that they have, or else by that for signing in', () => {
  expect(shownName({ name: 'Kim Lee', preferred_username: 'kim' })).toBe('Kim Lee')
  expect(shownName({ preferred_username: 'kim' })).toBe('kim')
  expect(shownName({})).toBe('')
  expect(realNameIn({ name: 'Kim Lee' })).toBe('Kim Lee')
})
