import { describe, expect, it } from 'vitest'
import { accessOf, known, permissionsOf } from './token-access.js'

describe('the access of a token', () => {
  const read = permissionsOf('read', [])
  const write = permissionsOf('write', [])

  it('read is what shows something, and nothing that changes', () => {
    expect(read).toContain('repository:pull')
    expect(read).toContain('self:read')
    expect(new Set(read.map((name) => name.split(':')[1]))).toEqual(new Set(['read', 'list', 'pull']))
  })

  it('write adds what changes content, and nothing that gives rights or rules', () => {
    for (const name of ['repository:push', 'tag:delete', 'artifact:delete', 'artifact-label:create']) {
      expect(read).not.toContain(name)
      expect(write).toContain(name)
    }
    for (const name of [
      'member:create',
      'robot:create',
      'self:update',
      'self:delete',
      'configuration:update',
      'immutable-tag:delete',
    ])
      expect(write).not.toContain(name)
  })

  it('is recognised by its permissions', () => {
    expect(accessOf(read, [])).toBe('read')
    expect(accessOf([...write].toReversed(), [])).toBe('write')
    expect(accessOf(read.slice(1), [])).toBe('chosen')
    expect(accessOf(read, ['project:create'])).toBe('chosen')
    expect(accessOf([], [])).toBe('chosen')
  })

  it('chosen is what was chosen', () => {
    expect(permissionsOf('chosen', ['tag:list'])).toEqual(['tag:list'])
    expect(known.project.has('project:read')).toBe(false)
    expect(known.system.has('user:update')).toBe(true)
  })
})
