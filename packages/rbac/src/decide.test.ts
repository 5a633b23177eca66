import { describe, expect, it } from 'vitest'
import { canInProject, canInSystem, projectPermissions, type ProjectSubject, systemPermissions } from './decide.js'
import { type RoleId, roles, strongestRole } from './roles.js'

const as = (...held: RoleId[]): ProjectSubject => ({ sysadmin: false, roles: held, publicProject: false })

describe('canInProject', () => {
  it.each([
    [1, 75],
    [4, 53],
    [2, 36],
    [3, 20],
    [5, 14],
  ] as const)('gives role %i its %i rights', (role, count) => {
    expect(projectPermissions(as(role))).toHaveLength(count)
  })

  it('lets a developer push but not delete, a maintainer delete but not manage members', () => {
    expect(canInProject(as(2), 'repository:push')).toBe(true)
    expect(canInProject(as(2), 'tag:delete')).toBe(false)
    expect(canInProject(as(4), 'repository:delete')).toBe(true)
    expect(canInProject(as(4), 'member:create')).toBe(false)
  })

  it('unites the rights of several roles', () => {
    expect(canInProject(as(3, 2), 'repository:push')).toBe(true)
  })

  it('lets anyone pull from a public project, and nobody outside from a private one', () => {
    expect(canInProject({ ...as(), publicProject: true }, 'repository:pull')).toBe(true)
    expect(canInProject({ ...as(), publicProject: true }, 'repository:push')).toBe(false)
    expect(canInProject(as(), 'repository:pull')).toBe(false)
  })

  it('lets a system administrator do everything, also what no role holds', () => {
    expect(canInProject({ ...as(), sysadmin: true }, 'metadata:list')).toBe(true)
    expect(canInProject(as(1), 'metadata:list')).toBe(false)
  })
})

describe('canInSystem', () => {
  it('is for system administrators alone', () => {
    expect(canInSystem({ sysadmin: true }, 'user:create')).toBe(true)
    expect(canInSystem({ sysadmin: false }, 'user:create')).toBe(false)
    expect(systemPermissions({ sysadmin: false })).toEqual([])
  })
})

describe('strongestRole', () => {
  it('ranks maintainer above developer although its id is higher', () => {
    expect(strongestRole([2, 4])).toBe(4)
    expect(strongestRole(Object.keys(roles).map((id) => Number(id) as RoleId))).toBe(1)
    expect(strongestRole([])).toBe(0)
  })
})
