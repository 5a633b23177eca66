import { describe, expect, it } from 'vitest'
import { parseScopes } from './scope.js'

describe('parseScopes', () => {
  it('reads scopes of several parameters and of one separated by spaces', () => {
    expect(parseScopes(['repository:a/b:pull,push repository(plugin):c/d:pull', 'registry:catalog:*'])).toEqual([
      { type: 'repository', class: undefined, name: 'a/b', actions: ['pull', 'push'] },
      { type: 'repository', class: 'plugin', name: 'c/d', actions: ['pull'] },
      { type: 'registry', class: undefined, name: 'catalog', actions: ['*'] },
    ])
  })

  it('keeps a port in a name', () => {
    expect(parseScopes(['repository:host:5000/a/b:pull'])).toMatchObject([{ name: 'host:5000/a/b', actions: ['pull'] }])
  })

  it('leaves out what has another form, and what comes twice', () => {
    expect(parseScopes(['repository', 'a:b', '', 'repository:a/b:', 'repository:a/b:'])).toMatchObject([
      { name: 'a/b', actions: [] },
    ])
  })
})
