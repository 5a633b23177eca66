import { describe, expect, it } from 'vitest'
import { parseScopes } from './scope.js'

describe('parseScopes', () => {
  it('reads scopes of several parameters and of one separated by spaces', () => {
    expect(parseScopes(['repository:a/b:pull,push repository(plugin):c/d:pull', 'registry:catalog:*'], 100)).toEqual([
      { type: 'repository', class: undefined, name: 'a/b', actions: ['pull', 'push'] },
      { type: 'repository', class: 'plugin', name: 'c/d', actions: ['pull'] },
      { type: 'registry', class: undefined, name: 'catalog', actions: ['*'] },
    ])
  })

  it('keeps a port in a name', () => {
    expect(parseScopes(['repository:host:5000/a/b:pull'], 100)).toMatchObject([
      { name: 'host:5000/a/b', actions: ['pull'] },
    ])
  })

  it('reads the first ones up to a number, each once', () => {
    const scopes = Array.from({ length: 4 }, (_, index) => `repository:a/b${index}:pull`)
    for (const parameters of [[scopes.join(' ')], [...scopes.slice(0, 2), ...scopes]])
      expect(parseScopes(parameters, 3).map(({ name }) => name)).toEqual(['a/b0', 'a/b1', 'a/b2'])
    expect(parseScopes(['repository:a/b:pull,pull,push'], 1)).toMatchObject([{ actions: ['pull', 'push'] }])
  })

  it.each([
    'Repository:a/b:pull',
    ' ',
    'repository():a/b:pull',
    'repository(A):a/b:pull',
    'x repository',
    ':a/b:pull',
    'repository::pull',
    'repository:a/b:pull\n:x',
  ])('takes %j for none', (text) => {
    expect(parseScopes([text], 100)).toEqual([])
  })

  it('reads what is as long as a name may be, and an action without a name not at all', () => {
    const longest = `repository:${'a'.repeat(400 - 'repository::pull'.length)}:pull`
    expect(parseScopes([longest, `${longest}x`], 100)).toHaveLength(1)
    expect(parseScopes(['repository:a/b:pull,,push,'], 100)).toMatchObject([{ actions: ['pull', 'push'] }])
    expect(parseScopes([], 100)).toEqual([])
    expect(parseScopes(['', 'repository:a/b:pull'], 1)).toHaveLength(1)
  })

  it('leaves out what has another form, and what comes twice', () => {
    expect(parseScopes(['repository', 'a:b', '', 'repository:a/b:', 'repository:a/b:'], 100)).toMatchObject([
      { name: 'a/b', actions: [] },
    ])
  })

  it('takes as many as it is told, and none that is too long', () => {
    const scopes = Array.from({ length: 10 }, (_, place) => `repository:a/b${place}:pull`)
    expect(parseScopes(scopes, 3).map(({ name }) => name)).toEqual(['a/b0', 'a/b1', 'a/b2'])
    const long = [`repository:a/${'b'.repeat(400)}:pull`, `repository:a/b:${'pull,'.repeat(100)}`]
    expect(parseScopes([...long, 'repository:a/b:pull'], 3).map(({ name }) => name)).toEqual(['a/b'])
  })
})
