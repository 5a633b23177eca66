import { PermissionSet, type Subject } from '@berth/rbac'
import { describe, expect, it } from 'vitest'
import { projectsWhere } from './grants.js'
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
  })
})
