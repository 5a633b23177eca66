import type { EqualityFilter, Filter } from 'ldapts'
import { expect, test } from 'vitest'
import { groupsAbove } from './groups-above.js'

const dnOf = (name: string) => `cn=${name},dc=example`
const person = 'uid=kim,dc=example'

/** A directory whose groups have these members, with what it was asked: values of attributes. */
function directory(members: Record<string, readonly string[]>) {
  const asked: { readonly attributes: Set<string>; readonly values: Set<string>; readonly most: number }[] = []
  let open = 0
  let mostOpen = 0
  const search = async (filter: Filter, most: number) => {
    const parts = partsOf(filter)
    asked.push({
      attributes: new Set(parts.map(({ attribute }) => attribute)),
      values: new Set(parts.map(({ value }) => String(value))),
      most,
    })
    mostOpen = Math.max(mostOpen, (open += 1))
    await new Promise(setImmediate)
    open -= 1
    const values = new Set(parts.map(({ value }) => value))
    return Object.keys(members).filter((dn) => members[dn]?.some((member) => values.has(member)))
  }
  return { asked, search, mostOpen: () => mostOpen }
}

const partsOf = (filter: Filter): EqualityFilter[] =>
  'filters' in filter ? (filter.filters as Filter[]).flatMap(partsOf) : [filter as EqualityFilter]

test('groups of groups are found, each once, also in a circle and however a DN is written', async () => {
  const { search } = directory({
    [dnOf('a')]: [person],
    [dnOf('b')]: [dnOf('a')],
    [dnOf('c')]: [dnOf('b'), dnOf('c')],
    'CN=A, DC=example': [dnOf('b')],
    [dnOf('not')]: ['uid=other,dc=example'],
  })
  const found = await groupsAbove([person], { username: 'kim', inParallel: false }, search)
  expect(found).toEqual([person, dnOf('a'), dnOf('b'), dnOf('c')])
})

test('members are named by their DN, and the person by the user name as well', async () => {
  const { search, asked } = directory({ [dnOf('a')]: [person], [dnOf('posix')]: ['kim'] })
  const found = await groupsAbove([person, dnOf('known')], { username: 'kim', inParallel: false }, search)
  expect(found).toEqual([person, dnOf('known'), dnOf('a'), dnOf('posix')])
  expect(asked.map(({ attributes, values }) => [[...attributes], [...values]])).toEqual([
    [
      ['member', 'uniqueMember'],
      [person, dnOf('known')],
    ],
    [['memberUid'], ['kim']],
    [
      ['member', 'uniqueMember'],
      [dnOf('a'), dnOf('posix')],
    ],
  ])
})

test('what is no DN is left out, and nothing is asked beyond ten levels', async () => {
  const members = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [dnOf(`g${n + 1}`), [n === 0 ? person : dnOf(`g${n}`)]]),
  )
  const { search } = directory(members)
  const found = await groupsAbove([person, 'no DN'], { username: 'kim', inParallel: false }, search)
  expect(found).toEqual([person, ...Array.from({ length: 10 }, (_, n) => dnOf(`g${n + 1}`))])
})

test.each([
  [false, 1],
  [true, 4],
])('fifty members are named at once; several questions at a time: %s', async (inParallel, width) => {
  const names = Array.from({ length: 499 }, (_, n) => dnOf(`g${n}`))
  const { search, asked, mostOpen } = directory({ [dnOf('above')]: [names[498] ?? ''] })
  const found = await groupsAbove([person, ...names], { username: 'kim', inParallel }, search)
  expect(found).toHaveLength(501)
  expect(asked.map(({ values }) => values.size)).toEqual([...Array.from({ length: 10 }, () => 50), 1, 1])
  expect(mostOpen()).toBe(width)
})

test('somebody is in 5,000 groups at most', async () => {
  const names = Array.from({ length: 6000 }, (_, n) => dnOf(`g${n}`))
  const { search, asked } = directory(Object.fromEntries(names.map((dn) => [dn, [person]])))
  expect(await groupsAbove([person], { username: 'kim', inParallel: true }, search)).toHaveLength(5001)
  expect(new Set(asked.map(({ most }) => most))).toEqual(new Set([5000]))
})
