import { array, assert, boolean, constant, constantFrom, property, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, listPermissions, may } from './decide.js'
import { PermissionSet } from './permission-set.js'
import { allInProject, allInSystem } from './permissions.js'
import { builtInRoles, type Role } from './roles.js'
import type { Grant, ProjectGrant, ProjectPlace, Subject } from './subject.js'

const PROJECT = 7
const system = { scope: 'system' } as const
const inside: ProjectPlace = { scope: 'project', project: PROJECT, public: false }
const nobody: Subject = { kind: 'anonymous', id: 0, name: '', sysadmin: false, grants: [] }
const sysadmin: Subject = { kind: 'user', id: 1, name: 'admin', sysadmin: true, grants: [] }

const holding = (...grants: Grant[]): Subject => ({ kind: 'user', id: 2, name: 'uma', sysadmin: false, grants })
const grantOf = (permission: string, more: Partial<ProjectGrant> = {}): ProjectGrant => ({
  scope: PROJECT,
  permissions: new PermissionSet('project', [permission]),
  ...more,
})
function roleNamed(name: string): ProjectGrant {
  const role = builtInRoles.find((other) => other.name === name)
  if (!role) throw new Error(`There is no role ${name}.`)
  return { scope: PROJECT, permissions: role.permissions }
}

const anyPermission = constantFrom(...allInProject)
const anyScope = constantFrom<ProjectGrant['scope']>(PROJECT, 8, 'all projects')
const anyGrant = record({
  scope: anyScope,
  permissions: subarray([...allInProject]).map((names) => new PermissionSet('project', names)),
})
const anyPlace = record({
  scope: constant('project' as const),
  project: constantFrom(PROJECT, 8),
  public: boolean(),
})

describe('may', () => {
  it('lets a developer push but not delete, a maintainer delete but not manage members', () => {
    expect(may(holding(roleNamed('developer')), 'repository:push', inside)).toBe(true)
    expect(may(holding(roleNamed('developer')), 'tag:delete', inside)).toBe(false)
    expect(may(holding(roleNamed('maintainer')), 'repository:delete', inside)).toBe(true)
    expect(may(holding(roleNamed('maintainer')), 'member:create', inside)).toBe(false)
  })

  it('lets anyone pull from a public project, and nobody outside from a private one', () => {
    expect(may(nobody, 'repository:pull', { ...inside, public: true })).toBe(true)
    expect(may(nobody, 'repository:push', { ...inside, public: true })).toBe(false)
    expect(may(nobody, 'repository:pull', inside)).toBe(false)
  })

  it('lets a system administrator do everything everywhere, also what no role holds', () => {
    expect(allInProject.every((permission) => may(sysadmin, permission, inside))).toBe(true)
    expect(allInSystem.every((permission) => may(sysadmin, permission, system))).toBe(true)
    expect(may(holding(roleNamed('projectAdmin')), 'metadata:list', inside)).toBe(false)
  })

  it('keeps what is granted in one scope out of the other, also where the names are the same', () => {
    const inSystem = holding({ scope: 'system', permissions: new PermissionSet('system', ['label:create']) })
    expect(may(inSystem, 'label:create', system)).toBe(true)
    expect(may(inSystem, 'label:create', inside)).toBe(false)
    expect(may(holding(grantOf('label:create')), 'label:create', system)).toBe(false)
    expect(may(holding(grantOf('label:create', { scope: 'all projects' })), 'label:create', system)).toBe(false)
  })

  it('keeps a grant to its project', () => {
    expect(may(holding(grantOf('tag:list')), 'tag:list', { ...inside, project: 8 })).toBe(false)
    expect(may(holding(grantOf('tag:list', { scope: 'all projects' })), 'tag:list', { ...inside, project: 8 })).toBe(
      true,
    )
  })

  it('keeps a grant to the repositories and tags that its patterns match', () => {
    const robot = holding(grantOf('tag:delete', { repositories: ['team/**', 'app'], tags: ['dev-*'] }))
    const at = (repository?: string, tag?: string): ProjectPlace => ({
      ...inside,
      ...(repository === undefined ? {} : { repository }),
      ...(tag === undefined ? {} : { tag }),
    })
    expect(may(robot, 'tag:delete', at('team/a/b', 'dev-1'))).toBe(true)
    expect(may(robot, 'tag:delete', at('app', 'dev-1'))).toBe(true)
    expect(may(robot, 'tag:delete', at('other', 'dev-1'))).toBe(false)
    expect(may(robot, 'tag:delete', at('app', 'v1'))).toBe(false)
    expect(may(robot, 'tag:delete', at('app'))).toBe(false)
    expect(may(robot, 'tag:delete', at())).toBe(false)
  })

  it('gives nothing by patterns that cannot be understood, or by none', () => {
    for (const repositories of [['{app'], ['a'.repeat(256)], []]) {
      const robot = holding(grantOf('tag:list', { repositories }))
      expect(may(robot, 'tag:list', { ...inside, repository: 'app' })).toBe(false)
    }
  })

  it('reads what a robot may do to its project under the name that robots use', () => {
    expect(may(holding(grantOf('project:read')), 'self:read', inside)).toBe(true)
    expect(may(holding(grantOf('project:read')), 'self:update', inside)).toBe(false)
  })

  it('gives what any one grant gives, and no more', () => {
    assert(
      property(array(anyGrant, { maxLength: 4 }), anyPermission, anyPlace, (grants, permission, place) => {
        const one = grants.some((grant) => may(holding(grant), permission, place))
        expect(may(holding(...grants), permission, place)).toBe(one || may(nobody, permission, place))
      }),
    )
  })

  it('gives a token what both its user and its ceiling have', () => {
    assert(
      property(array(anyGrant), array(anyGrant), anyPermission, anyPlace, (grants, ceiling, permission, place) => {
        const both = may(holding(...grants), permission, place) && may(holding(...ceiling), permission, place)
        expect(may({ ...holding(...grants), ceiling }, permission, place)).toBe(both)
        expect(may({ ...sysadmin, ceiling }, permission, place)).toBe(may(holding(...ceiling), permission, place))
      }),
    )
  })
})

describe('explain', () => {
  const auditor: Role = {
    id: 100,
    name: 'auditor',
    level: 'project',
    permissions: new PermissionSet('project', ['metadata:list', 'user:create']),
  }
  const roles = [...builtInRoles, auditor]

  it('names the roles that would give it, built in or not, in their order', () => {
    const names = (permission: Parameters<typeof explain>[0]) =>
      explain(permission, inside, roles).map((role) => role.name)
    expect(names('tag:delete')).toEqual(['projectAdmin', 'maintainer'])
    expect(names('metadata:list')).toEqual(['auditor'])
    expect(explain('user:create', system, roles)).toEqual([])
    expect(explain('label:create', system, roles)).toEqual([])
  })

  it('names exactly the roles with which it is allowed', () => {
    assert(
      property(anyPermission, (permission) => {
        const allowed = roles.filter((role) =>
          may(holding({ scope: PROJECT, permissions: role.permissions }), permission, inside),
        )
        expect(explain(permission, inside, roles)).toEqual(allowed)
      }),
    )
  })
})

describe('listPermissions', () => {
  it('lists what is allowed there, without the names that only robots use', () => {
    expect(listPermissions(holding(roleNamed('limitedGuest')), inside)).toHaveLength(14)
    expect(listPermissions(sysadmin, inside)).toHaveLength(76)
    expect(listPermissions(sysadmin, system)).toHaveLength(91)
    expect(listPermissions(holding(roleNamed('projectAdmin')), system)).toEqual([])
    expect(listPermissions(nobody, { ...inside, public: true })).toHaveLength(12)
    expect(listPermissions(nobody, { ...inside, public: true })).toContainEqual({ resource: 'self', action: 'read' })
  })
})
