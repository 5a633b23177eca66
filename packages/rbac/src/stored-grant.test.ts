import { describe, expect, it } from 'vitest'
import { may } from './decide.js'
import { readGrant, type StoredGrant } from './stored-grant.js'

const here = { scope: 'project', project: 7, public: false, repository: 'app' } as const
const holding = (stored: StoredGrant) =>
  ({ kind: 'user', id: 1, name: 'uma', sysadmin: false, grants: [readGrant(stored)] }) as const

describe('a stored grant', () => {
  it.each([
    ['one project', { scope: 7, permissions: ['repository:pull'] }, true],
    ['another project', { scope: 8, permissions: ['repository:pull'] }, false],
    ['all projects', { scope: 'all', permissions: ['repository:pull'], repositories: null, tags: null }, true],
    ['some repositories', { scope: 'all', permissions: ['repository:pull'], repositories: ['web*'] }, false],
    ['these repositories', { scope: 'all', permissions: ['repository:pull'], repositories: ['a*'] }, true],
    ['the system', { scope: 'system', permissions: ['repository:pull'] }, false],
    ['a right of a newer version', { scope: 7, permissions: ['repository:teleport'] }, false],
  ] as const)('of %s', (_, stored, isHeld) => {
    expect(may(holding(stored), 'repository:pull', here)).toBe(isHeld)
  })

  it('of the system holds there', () => {
    const subject = holding({ scope: 'system', permissions: ['catalog:read'] })
    expect(may(subject, 'catalog:read', { scope: 'system' })).toBe(true)
  })
})
