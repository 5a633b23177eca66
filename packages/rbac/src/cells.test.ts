import { actionTitles, resourceTitles, systemResourceTitles } from '@berth/contracts'
import { describe, expect, it } from 'vitest'
import { isForAnyone } from './decide.js'
import {
  allForRoles,
  allInProject,
  allInSystem,
  givable,
  type ProjectPermission,
  projectRow,
  systemPermissions,
} from './permissions.js'
import { builtInRoles } from './roles.js'

/**
 * Who holds what in a project, as Harbor has it, written down a second time so that no cell changes unseen: project Admin,
 * Maintainer, Developer, Guest, Limited guest, anyone on a public project (*), and robots that were given it (R).
 */
const inProject = {
  'AMDGL-R': `quota:read repository:read sbom:read`,
  'AMDGL--': `configuration:read`,
  'AMDGL*R': `
    repository:list|pull scan:read scanner:read artifact:read|list artifact-addition:read tag:list accessory:list`,
  'AMDGL*-': `self:read`,
  'AMDG--R': `member:read|list robot:read|list`,
  'AMDG-*R': `label:read|list`,
  'AMD---R': `
    repository:update|push tag-retention:create|read|update|delete|list artifact:create tag:create
    artifact-label:create|delete export-cve:create|read`,
  'AMD----': `repository:create tag-retention:operate export-cve:list`,
  'AM----R': `
    metadata:read label:create|update|delete repository:delete immutable-tag:create|update|delete|list
    notification-policy:list|read scan:create|stop sbom:create|stop artifact:delete tag:delete`,
  'A-----R': `
    member:create|update|delete metadata:create|update|delete log:list robot:create|delete
    notification-policy:create|update|delete scanner:create preheat-policy:create|read|update|delete|list`,
  'A------': `self:update|delete configuration:update robot:update`,
  '------R': `metadata:list project:read|delete|update`,
}

/** What robots may be given outside projects (R), and what system administrators alone hold. */
const inSystem = {
  R: `
    audit-log:list catalog:read garbage-collection:create|list|read|stop|update jobservice-monitor:list|stop
    label:create|delete|read|update ldap-user:create|list preheat-instance:create|delete|list|read|update
    project:create|list purge-audit:create|list|read|stop|update quota:list|read|update
    registry:create|delete|list|read|update replication:create|list|read replication-adapter:list
    replication-policy:create|delete|list|read|update robot:create|delete|list|read scan-all:create|read|stop|update
    scanner:create|delete|list|read|update security-hub:list|read system-volumes:read user:create|delete|list|read|update
    user-group:create|delete|list|read|update`,
  '-': `
    configuration:read|update distribution:create|delete|list|read|update garbage-collection:delete jobservice-monitor:read
    project:delete|read|update replication:delete|update robot:update scan-all:delete|list
    role:create|read|update|delete`,
}

/** Each permission with its holders. */
function cellsOf(table: Readonly<Record<string, string>>): Record<string, string> {
  const cells = Object.entries(table).flatMap(([holders, names]) =>
    names
      .trim()
      .split(/\s+/)
      .flatMap((group) => {
        const [resource = '', actions = ''] = group.split(':')
        return actions.split('|').map((action) => [`${resource}:${action}`, holders] as const)
      }),
  )
  return Object.fromEntries(cells)
}

const LETTERS = 'AMDGL'
function holdersOf(name: ProjectPermission): string {
  const roles = builtInRoles.map((role, place) => (role.permissions.has(name) ? LETTERS[place] : '-'))
  return [...roles, isForAnyone(name) ? '*' : '-', projectRow(name).robot ? 'R' : '-'].join('')
}

describe('the table of permissions', () => {
  it('gives in a project each permission to whom Harbor gives it', () => {
    expect(Object.fromEntries(allInProject.map((name) => [name, holdersOf(name)]))).toEqual(cellsOf(inProject))
  })

  it('has words for each permission that somebody can be given, in both languages', () => {
    const all = { ...resourceTitles, ...systemResourceTitles }
    const wanted = [
      ...allForRoles.map((name) => ({ name, titles: resourceTitles })),
      ...[...givable.project, ...givable.system].map((name) => ({ name, titles: all })),
    ]
    for (const { name, titles } of wanted) {
      const [resource = '', action = ''] = name.split(':')
      expect(titles).toHaveProperty([resource])
      expect(actionTitles).toHaveProperty([action])
    }
  })

  it('lets robots be given outside projects what Harbor lets them be given', () => {
    const robots = allInSystem.map((name) => [name, 'robot' in systemPermissions[name] ? 'R' : '-'])
    expect(Object.fromEntries(robots)).toEqual(cellsOf(inSystem))
  })
})
