import { type Entry, EqualityFilter, type SearchOptions } from 'ldapts'
import { expect, test } from 'vitest'
import type { DirectorySettings } from './directory-settings.js'
import { search } from './search.js'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the settings, a search reads the names of attributes
const settings = { people: { name: 'uid', memberOf: 'memberOf' }, groups: { name: 'ou' } } as DirectorySettings
const base = 'dc=example'
const called = new EqualityFilter({ attribute: 'uid', value: 'k*m)(x=\\' })

/** A client of a directory that has so many entries, with what it was asked. */
function client(entries: number) {
  const asked: { base: string; options: SearchOptions }[] = []
  let pages = 0
  const page = (from: number, to: number): Entry[] =>
    Array.from({ length: Math.max(0, Math.min(to, entries) - from) }, (_, n) => ({ dn: `uid=${from + n},${base}` }))
  return {
    asked,
    pages: () => pages,
    async search(of: string, options: SearchOptions) {
      asked.push({ base: of, options })
      return { searchEntries: page(0, options.sizeLimit ?? 0) }
    },
    async *searchPaginated(of: string, options: SearchOptions) {
      asked.push({ base: of, options })
      const { pageSize = 0 } = options.paged as { pageSize?: number }
      for (let from = 0; from < entries; from += pageSize) {
        pages += 1
        yield { searchEntries: page(from, from + pageSize) }
      }
    },
  }
}
const run = (of: ReturnType<typeof client>, most: number, filter?: string, filters = [called]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else is asked of the client
  search(of as never, settings, { base, scope: 'sub', ...(filter !== undefined && { filter }) }, filters, most)

test.each([
  ['', '(&(uid=k\\2am\\29\\28x=\\5c))'],
  [undefined, '(&(uid=k\\2am\\29\\28x=\\5c))'],
  ['(|(a=1)(b=2))', '(&(|(a=1)(b=2))(uid=k\\2am\\29\\28x=\\5c))'],
])('what an operator asks for and what is looked for have to match both: %s', async (filter, expected) => {
  const of = client(1)
  await run(of, 2, filter)
  expect(String(of.asked[0]?.options.filter)).toBe(expected)
})

test('without a filter every entry there matches', async () => {
  const of = client(1)
  expect(await run(of, 1, '', [])).toHaveLength(1)
  expect(of.asked[0]?.options).not.toHaveProperty('filter')
})

test('says where, how deep, how many, and which attributes', async () => {
  const of = client(3)
  expect((await run(of, 2)).map(({ dn }) => dn)).toEqual([`uid=0,${base}`, `uid=1,${base}`])
  expect(of.asked).toMatchObject([{ base, options: { scope: 'sub', sizeLimit: 2 } }])
  expect(of.asked[0]?.options.attributes).toEqual(expect.arrayContaining(['uid', 'memberOf', 'ou', 'entryUUID']))
})

test.each([
  [200, 1000, 200, 0],
  [201, 1000, 400, 2],
  [400, 1000, 400, 2],
  [5000, 450, 450, 3],
])(
  'up to %i entries of %i come at once or in pages of 200, and no page is asked for in vain',
  async (most, there, found, pages) => {
    const of = client(there)
    expect(await run(of, most)).toHaveLength(found)
    expect(of.pages()).toBe(pages)
    expect(of.asked[0]).toMatchObject({ base, options: { scope: 'sub', sizeLimit: most } })
  },
)
