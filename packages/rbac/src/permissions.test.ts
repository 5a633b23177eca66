import { describe, expect, it } from 'vitest'
import { PermissionSet } from './permission-set.js'
import { allInProject, namesGiving, projectRow, systemPermissions } from './permissions.js'
import { builtInRoles } from './roles.js'

const heldBy = (index: number) => allInProject.filter((name) => builtInRoles[index]?.permissions.has(name))

describe('the built-in roles', () => {
  it.each([
    [0, 1, 'projectAdmin', 75],
    [1, 4, 'maintainer', 53],
    [2, 2, 'developer', 36],
    [3, 3, 'guest', 20],
    [4, 5, 'limitedGuest', 14],
  ])('at place %i is %i, %s, with its %i permissions', (place, id, name, count) => {
    expect(builtInRoles[place]).toMatchObject({ id, name, level: 'project' })
    expect(heldBy(place)).toHaveLength(count)
  })

  it('hold what the weaker ones hold', () => {
    for (const place of [1, 2, 3, 4]) expect(heldBy(place - 1)).toEqual(expect.arrayContaining(heldBy(place)))
  })
})

describe('the table', () => {
  it('lets robots be given 70 permissions in projects and 70 outside', () => {
    expect(allInProject.filter((name) => projectRow(name).robot)).toHaveLength(70)
    expect(Object.values(systemPermissions).filter((row) => 'robot' in row)).toHaveLength(70)
  })

  it('never lets a robot change robots or roles of its own, nor the configuration', () => {
    for (const name of ['robot:update', 'configuration:update'] as const) expect(projectRow(name).robot).toBeUndefined()
  })

  it('gives anyone 12 permissions on a public project, all of them to look', () => {
    const anyone = allInProject.filter((name) => projectRow(name).anyone)
    expect(anyone).toHaveLength(12)
    expect(anyone.every((name) => /:(read|list|pull)$/.test(name))).toBe(true)
  })
})

describe('namesGiving', () => {
  it('names a permission, and what robots call it', () => {
    expect(namesGiving('tag:list')).toEqual(['tag:list'])
    expect(namesGiving('self:read')).toEqual(['self:read', 'project:read'])
  })

  it('names exactly what holds the permission when it was given alone', () => {
    for (const permission of allInProject) {
      const giving = allInProject.filter((name) => new PermissionSet('project', [name]).has(permission))
      expect(namesGiving(permission)).toEqual(giving)
    }
  })
})

describe('PermissionSet', () => {
  it('holds each permission by itself', () => {
    for (const name of allInProject) {
      const { brings } = projectRow(name)
      const set = new PermissionSet('project', [name])
      expect(allInProject.filter((other) => set.has(other)).toSorted()).toEqual(
        brings ? [name, brings].toSorted() : [name],
      )
    }
  })

  it('passes over names that it does not know', () => {
    expect(new PermissionSet('project', ['no-such:thing', 'user:create']).has('user:create')).toBe(false)
  })
})
