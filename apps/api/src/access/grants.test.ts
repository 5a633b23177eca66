import { PermissionSet, type ProjectGrant, type Subject } from '@berth/rbac'
import { describe, expect, it } from 'vitest'
import { grantsOf, projectsWhere, repositoriesWhere, withGrants } from './grants.js'
import { anonymous } from './subject.js'

const sysadmin: Subject = { kind: 'user', id: 1, name: 'admin', sysadmin: true, grants: [] }
const listing = new PermissionSet('project', ['repository:list'])

describe('projectsWhere', () => {
  it('leaves an administrator all projects', () => {
    expect(projectsWhere(sysadmin, 'repository:list').text).toBe('(p.public or true)')
    expect(projectsWhere(sysadmin, 'member:list').text).toBe('true')
  })

  it('counts public projects only for what anyone may do there', () => {
    expect(projectsWhere(anonymous, 'repository:list').text).toContain('p.public')
    expect(projectsWhere(anonymous, 'member:list').text).not.toContain('p.public')
  })

  it('asks also for the name under which robots are given it', () => {
    expect(projectsWhere({ ...anonymous, kind: 'robot', id: 5 }, 'self:read').values).toEqual([
      'robot',
      5,
      ['self:read', 'project:read'],
    ])
  })

  it('keeps a token to its ceiling, whoever its user is', () => {
    const under = (ceiling: Subject['ceiling']) =>
      projectsWhere({ ...sysadmin, ceiling: ceiling ?? [] }, 'repository:list')
    expect(under([{ scope: 7, permissions: listing }])).toMatchObject({
      text: '(p.public or (true and p.id = any ($1::int[])))',
      values: [[7]],
    })
    expect(under([{ scope: 'all projects', permissions: listing }]).text).toBe('(p.public or (true and true))')
    expect(under([{ scope: 7, permissions: listing, repositories: ['a'] }]).values).toEqual([[]])
    expect(under([]).values).toEqual([[]])
    const pulling = new PermissionSet('project', ['repository:pull'])
    for (const grant of [
      { scope: 7, permissions: pulling },
      { scope: 'all projects', permissions: pulling },
      { scope: 7, permissions: listing, tags: ['v*'] },
      { scope: 'system', permissions: new PermissionSet('system', ['project:list']) },
    ] as const)
      expect(under([grant]).values).toEqual([[]])
  })
})

describe('repositoriesWhere', () => {
  const project = { id: 7, name: 'dev', public: false }
  const pulling = new PermissionSet('project', ['repository:pull'])
  const grant = (scope: ProjectGrant['scope'], repositories?: string[], more: Partial<ProjectGrant> = {}) =>
    ({ scope, permissions: listing, ...(repositories && { repositories }), ...more }) as ProjectGrant
  const holding = (...grants: ProjectGrant[]): Subject => ({ ...anonymous, kind: 'user', id: 5, grants })
  const condition = (subject: Subject, among = project) => repositoriesWhere(subject, 'repository:list', among)
  /** Which of these names a condition lets pass; every one where there is none. */
  const passing = (subject: Subject) => {
    const where = condition(subject)
    const expressions = (where?.values ?? []).map((value) => new RegExp(String(value)))
    return ['dev/a', 'dev/b', 'other/a'].filter((name) => expressions.every((one) => one.test(name)))
  }

  it('is none for whoever holds it in the whole project, there or everywhere, or where anyone does', () => {
    for (const subject of [sysadmin, holding(grant(7)), holding(grant('all projects'))])
      expect(condition(subject)).toBeUndefined()
    expect(condition(anonymous, { ...project, public: true })).toBeUndefined()
    expect(condition(anonymous)).toBeDefined()
  })

  it('is the patterns of all that give it, in this project alone', () => {
    expect(passing(holding(grant(7, ['a'])))).toEqual(['dev/a'])
    expect(passing(holding(grant('all projects', ['b'])))).toEqual(['dev/b'])
    expect(passing(holding(grant(7, ['a']), grant(7, ['b'])))).toEqual(['dev/a', 'dev/b'])
    expect(passing(holding(grant(8, ['b']), grant(7, ['a'])))).toEqual(['dev/a'])
  })

  it('gives nothing of another right, nor of one for some tags alone', () => {
    expect(passing(holding(grant(7, ['a'], { permissions: pulling })))).toEqual([])
    expect(passing(holding(grant(7, ['a'], { tags: ['v*'] })))).toEqual([])
    expect(passing(holding(grant(7, undefined, { tags: ['v*'] })))).toEqual([])
  })

  it('keeps a token to its ceiling, an administrator’s as well', () => {
    const ceiling = [grant(7, ['a'])]
    expect(passing({ ...sysadmin, ceiling })).toEqual(['dev/a'])
    expect(passing({ ...holding(grant(7)), ceiling })).toEqual(['dev/a'])
    expect(passing({ ...holding(grant(7, ['b'])), ceiling })).toEqual([])
    expect(passing({ ...sysadmin, ceiling: [] })).toEqual([])
    expect(condition({ ...sysadmin, ceiling })?.text).toBe('(true and r.name ~ $1)')
  })
})

it('what is stored of grants is held in its project, beside what is held anyway', () => {
  const rows = [{ permissions: ['repository:list'], repositories: ['a'], tags: null }]
  const [stored] = grantsOf(7, rows)
  expect(stored).toMatchObject({ scope: 7, repositories: ['a'] })
  expect(stored?.permissions.has('repository:list')).toBe(true)
  const before = { scope: 8, permissions: listing } as const
  expect(withGrants({ ...anonymous, grants: [before] }, 7, rows).grants).toEqual([before, stored])
})
