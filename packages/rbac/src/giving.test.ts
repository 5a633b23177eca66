import { array, assert, constantFrom, option, property, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may } from './decide.js'
import { beyondOwn, lacking } from './giving.js'
import { PermissionSet } from './permission-set.js'
import { allForRoles } from './permissions.js'
import { builtInRoles } from './roles.js'
import type { Grant, ProjectGrant, Subject } from './subject.js'

const PROJECT = 7
const holding = (...grants: Grant[]): Subject => ({ kind: 'user', id: 2, name: 'uma', sysadmin: false, grants })
const grantOf = (permissions: readonly string[], repositories?: string[]): ProjectGrant => ({
  scope: PROJECT,
  permissions: new PermissionSet('project', permissions),
  ...(repositories && { repositories }),
})
const role = (name: string): ProjectGrant => {
  const found = builtInRoles.find((other) => other.name === name)
  return found ? { scope: PROJECT, permissions: found.permissions } : expect.fail()
}
const names = ['app', 'team/app', 'team/deep/app']
const anyGrant = record({
  permissions: subarray(['repository:pull', 'tag:delete', 'member:list']),
  patterns: option(subarray(['*', 'team/**', 'app'], { minLength: 1 }), { nil: undefined }),
}).map(({ permissions, patterns }) => grantOf(permissions, patterns))

describe('beyondOwn', () => {
  it('lets each built-in role give itself and every weaker one, and none that is stronger', () => {
    for (const [strength, giver] of builtInRoles.entries()) {
      for (const [other, given] of builtInRoles.entries()) {
        const beyond = beyondOwn(holding(role(giver.name)), [role(given.name)], PROJECT)
        expect([giver.name, given.name, beyond.length === 0]).toEqual([giver.name, given.name, other >= strength])
      }
    }
  })

  it('lets a system administrator give everything, under a ceiling no more than that', () => {
    const sysadmin = { ...holding(), sysadmin: true }
    expect(beyondOwn(sysadmin, [grantOf(allForRoles)], PROJECT)).toEqual([])
    const limited = { ...sysadmin, ceiling: [grantOf(['tag:list'])] }
    expect(beyondOwn(limited, [grantOf(['tag:list', 'tag:delete'])], PROJECT)).toEqual(['tag:delete'])
  })

  it('counts nothing that is held in another project', () => {
    const elsewhere = holding({ ...role('projectAdmin'), scope: 8 })
    expect(beyondOwn(elsewhere, [grantOf(['tag:list'])], PROJECT)).toEqual(['tag:list'])
  })

  it('asks of a robot what robots can be given', () => {
    const robot: Subject = { ...holding(grantOf(['project:read', 'repository:pull'])), kind: 'robot' }
    expect(beyondOwn(robot, [grantOf(['self:read', 'repository:pull', 'configuration:read'])], PROJECT)).toEqual([])
    expect(beyondOwn(robot, [grantOf(['self:update'])], PROJECT)).toEqual(['self:update'])
  })

  it('gives nobody what the giver may not do, in whatever repository', () => {
    assert(
      property(
        array(anyGrant, { maxLength: 3 }),
        array(anyGrant, { minLength: 1, maxLength: 2 }),
        constantFrom(...names),
        (own, given, repository) => {
          const giver = holding(...own)
          const beyond = beyondOwn(giver, given, PROJECT)
          const place = { scope: 'project', project: PROJECT, public: false, repository } as const
          for (const permission of ['repository:pull', 'tag:delete', 'member:list'] as const) {
            if (beyond.includes(permission) || !may(holding(...given), permission, place)) continue
            expect(may(giver, permission, place)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('lacking', () => {
  const inside = { scope: 'project', project: PROJECT, public: true } as const

  it('names what cannot be given, in a public project, too', () => {
    const pusher = holding(grantOf(['repository:push', 'self:read', 'metadata:read']))
    const wanted = ['repository:push', 'repository:pull', 'project:read', 'metadata:list', 'tag:fly']
    expect(lacking(pusher, wanted, inside)).toEqual(['repository:pull', 'tag:fly'])
    expect(lacking(holding(grantOf(['repository:pull'], ['team/**'])), ['repository:pull'], inside)).toEqual([
      'repository:pull',
    ])
  })

  it('tells the system from projects', () => {
    const keeper = holding({ scope: 'system', permissions: new PermissionSet('system', ['label:create']) })
    expect(lacking(keeper, ['label:create', 'label:delete', 'tag:list'], { scope: 'system' })).toEqual([
      'label:delete',
      'tag:list',
    ])
    expect(lacking(keeper, ['label:create'], inside)).toEqual(['label:create'])
  })
})
