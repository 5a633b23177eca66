import { builtInRoles, PermissionSet, type Role } from '@berth/rbac'
import { describe, expect, it } from 'vitest'
import { forbidden } from './forbidden.js'

const role = (id: number): Role => ({
  id,
  name: `team-${id}`,
  level: 'project',
  permissions: new PermissionSet('project', ['metadata:list', 'tag:delete']),
})

describe('a refusal', () => {
  it('names the roles that would do, in the words of each language', () => {
    const refusal = forbidden('tag:delete', [...builtInRoles, role(100)])
    expect(refusal.message).toContain('Roles that have it: Project admin, Maintainer, team-100.')
    expect(refusal.textIn('zh')).toContain('项目管理员、维护人员、team-100')
  })

  it('names the right to people in words, to scripts as they know it', () => {
    const refusal = forbidden('tag:delete', builtInRoles)
    expect(refusal.message).toContain('You lack the right to delete tags.')
    expect(refusal.textIn('zh')).toContain('“删除标签”')
    for (const language of ['en', 'zh'] as const) expect(refusal.textIn(language)).not.toContain('tag:delete')
    expect(refusal.lacks).toEqual(['tag:delete'])
  })

  it('names a role of the installation’s own where no built-in one would do', () => {
    expect(forbidden('metadata:list', [...builtInRoles, role(100)])).toMatchObject({
      reason: 'FORBIDDEN',
      parameters: { roles: { en: 'team-100' } },
    })
    expect(forbidden('metadata:list', builtInRoles).reason).toBe('SYSTEM_ADMIN_ONLY')
  })

  it('stays short where there are many', () => {
    const many = Array.from({ length: 50 }, (_, index) => role(100 + index))
    expect(forbidden('metadata:list', many).message.match(/team-/g)).toHaveLength(10)
  })
})
