import { describe, expect, it } from 'vitest'
import { projectOfCreation, projectOfList } from './asked-project.js'

describe('a list of robots', () => {
  it.each([
    ['', undefined],
    ['Level=system', undefined],
    ['Level=system,ProjectID=3', undefined],
    ['name=~ci', undefined],
    ['Level=project,ProjectID=3', { id: 3 }],
    ['ProjectID=3', { id: 3 }],
  ])('with q=%s is about %j', (q, asked) => {
    expect(projectOfList({ query: { q } })).toEqual(asked)
    expect(projectOfList({ query: { q: ['Level=project,ProjectID=9', q] } })).toEqual(asked)
  })

  it.each([
    'Level=project',
    'Level=project,ProjectID=x',
    'Level=project,ProjectID=0',
    'Level=project,ProjectID=99999999999',
    'Level=project,ProjectID=~3',
    'Level=x,ProjectID=3',
    'ProjectID=',
  ])('with q=%s is refused, as Harbor does', (q) => {
    expect(() => projectOfList({ query: { q } })).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
  })

  it('without a query is about the system', () => {
    expect(projectOfList({ query: {} })).toBeUndefined()
    expect(projectOfList({ query: undefined })).toBeUndefined()
  })
})

describe('a new robot', () => {
  it('is made where its one permission leads, or in the system', () => {
    const level = (name: unknown, ...namespaces: unknown[]) =>
      projectOfCreation({ body: { level: name, permissions: namespaces.map((namespace) => ({ namespace })) } })
    expect(level('project', 'dev')).toEqual({ name: 'dev' })
    expect(level('system', 'dev')).toBeUndefined()
    expect(level('project')).toBeUndefined()
    expect(level('project', 7)).toBeUndefined()
    for (const body of [undefined, null, 'x', [], { level: 'project', permissions: 'dev' }])
      expect(projectOfCreation({ body })).toBeUndefined()
  })
})
