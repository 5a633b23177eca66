import { describe, expect, it } from 'vitest'
import {
  commonStart,
  destinationName,
  isPlainName,
  narrowestName,
  readReplicationFilters,
  replicatedTags,
  replicationFilterFault,
} from './replication.js'

const candidate = { repository: 'team/app', tags: ['v1', 'v2', 'latest'], labels: ['good'], isImage: true }
const passing = (filters: Parameters<typeof readReplicationFilters>[0], changes: Partial<typeof candidate> = {}) =>
  replicatedTags(readReplicationFilters(filters), { ...candidate, ...changes })

describe('filters', () => {
  it('let everything pass where there is none, or one that says nothing', () => {
    expect(passing([])).toEqual(candidate.tags)
    expect(passing([{ type: 'name', value: '' }])).toEqual(candidate.tags)
    expect(passing([{ type: 'label', value: [] }])).toEqual(candidate.tags)
    expect(passing([], { tags: [] })).toEqual([])
  })

  it('all hold, not one of them', () => {
    const filters = [
      { type: 'name', value: 'team/**' },
      { type: 'tag', value: 'v*' },
    ]
    expect(passing(filters)).toEqual(['v1', 'v2'])
    expect(passing(filters, { repository: 'other/app' })).toBeUndefined()
    expect(passing(filters, { tags: ['latest'] })).toBeUndefined()
  })

  it('all hold where several are of one type, too', () => {
    const of = (type: string, ...values: unknown[]) => values.map((value) => ({ type, value }))
    expect(passing(of('name', 'team/**', '**/app'))).toEqual(candidate.tags)
    expect(passing(of('name', 'team/**', '**/other'))).toBeUndefined()
    expect(passing(of('tag', 'v*', '*1'))).toEqual(['v1'])
    expect(passing([...of('tag', 'v*'), { type: 'tag', value: 'v1', decoration: 'excludes' }])).toEqual(['v2'])
    expect(passing(of('label', ['good'], ['old']))).toBeUndefined()
    expect(passing(of('label', ['good'], ['old']), { labels: ['good', 'old'] })).toEqual(candidate.tags)
    expect(passing(of('resource', 'artifact', 'image'), { isImage: false })).toBeUndefined()
  })

  it.each([
    [[], ''],
    [['**', 'team/**', 'team/a/*'], 'team/a/*'],
    [['team/a/**', 'team/app'], 'team/app'],
  ])('of the names %j ask a registry for %j alone', (names, asked) => {
    expect(narrowestName({ names })).toBe(asked)
  })

  it('leave tags out where they exclude', () => {
    expect(passing([{ type: 'tag', value: 'v*', decoration: 'excludes' }])).toEqual(['latest'])
  })

  it('take an artifact without a tag for one whose tag is empty', () => {
    expect(passing([{ type: 'tag', value: 'v*' }], { tags: [] })).toBeUndefined()
    expect(passing([{ type: 'tag', value: '**' }], { tags: [] })).toEqual([])
    expect(passing([{ type: 'tag', value: 'v*', decoration: 'excludes' }], { tags: [] })).toEqual([])
  })

  it('want every label, and leave out what has every one of them', () => {
    expect(passing([{ type: 'label', value: ['good'] }])).toEqual(candidate.tags)
    expect(passing([{ type: 'label', value: ['good', 'old'] }])).toBeUndefined()
    expect(passing([{ type: 'label', value: ['good'], decoration: 'excludes' }])).toBeUndefined()
    expect(passing([{ type: 'label', value: ['good', 'old'], decoration: 'excludes' }])).toEqual(candidate.tags)
  })

  it('tell images from other artifacts', () => {
    expect(passing([{ type: 'resource', value: 'image' }], { isImage: false })).toBeUndefined()
    expect(passing([{ type: 'resource', value: 'artifact' }], { isImage: false })).toEqual(candidate.tags)
  })

  it.each([
    [{ type: 'chart', value: 'x' }, 'type'],
    [{ type: 'name', value: 7 }, 'value'],
    [{ type: 'tag', value: 'v[' }, 'value'],
    [{ type: 'label', value: 'good' }, 'value'],
    [{ type: 'label', value: [''] }, 'value'],
    [{ type: 'resource', value: 'chart' }, 'value'],
    [{ type: 'tag', value: 'v1', decoration: 'perhaps' }, 'decoration'],
    [{ type: 'name', value: 'a', decoration: 'excludes' }, 'decoration'],
  ])('refuse %o', (filter, fault) => {
    expect(replicationFilterFault(filter)).toBe(fault)
    expect(() => readReplicationFilters([filter])).toThrow('cannot be understood')
  })
})

describe('names', () => {
  it.each([
    ['', 2, 'a/b/c/d/img'],
    ['n', -1, 'n/img'],
    ['n', 0, 'n/a/b/c/d/img'],
    ['n', 1, 'n/b/c/d/img'],
    ['n', 2, 'n/c/d/img'],
    ['n', 3, 'n/d/img'],
    ['n/m', 9, 'n/m/img'],
  ])('below %j with %i components replaced', (namespace, count, name) => {
    expect(destinationName('a/b/c/d/img', namespace, count)).toBe(name)
  })

  it('keep their last component, however few they have', () => {
    expect(['a', 'b'].map((name) => destinationName(name, 'n', 2))).toEqual(['n/a', 'n/b'])
  })

  it.each([
    ['team/**', 'team/', false],
    ['team/a*/b', 'team/', false],
    ['{a,b}/c', '', false],
    ['team/sub/app', 'team/sub/', true],
    ['', '', false],
  ])('of the pattern %j begin with %j', (pattern, start, isPlain) => {
    expect(commonStart(pattern)).toBe(start)
    expect(isPlainName(pattern)).toBe(isPlain)
  })
})
