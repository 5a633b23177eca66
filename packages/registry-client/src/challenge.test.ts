import { expect, it } from 'vitest'
import { parseChallenge } from './challenge.js'

it('reads a challenge for a token', () => {
  const header =
    'Bearer realm="https://r.example/service/token",service="harbor-registry",scope="repository:a/b:pull,push repository:c/d:pull"'
  expect(parseChallenge(header)).toEqual({
    scheme: 'bearer',
    parameters: {
      realm: 'https://r.example/service/token',
      service: 'harbor-registry',
      scope: 'repository:a/b:pull,push repository:c/d:pull',
    },
  })
})

it('reads one for a password, and knows no other scheme', () => {
  expect(parseChallenge('basic realm=registry')).toEqual({ scheme: 'basic', parameters: { realm: 'registry' } })
  expect(parseChallenge('Negotiate')).toBeUndefined()
  expect(parseChallenge(undefined)).toBeUndefined()
})
