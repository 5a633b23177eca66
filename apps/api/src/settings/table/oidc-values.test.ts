import { expect, it } from 'vitest'
import { extraParameters, httpAddress, readExtraParameters, regularExpression } from './oidc-values.js'

it.each(['', 'https://id.example/realms/a', 'http://10.0.0.1:8080'])('%j is an address of a provider', (address) => {
  expect(httpAddress.safeParse(address).success).toBe(true)
})
it.each(['id.example', 'ftp://id.example', 'https://kim:secret@id.example', 'javascript:alert(1)'])(
  '%j is no address of a provider',
  (address) => {
    expect(httpAddress.safeParse(address).success).toBe(false)
  },
)

it('takes further parameters, but none that a sign-in is held together by', () => {
  expect(readExtraParameters('{"prompt":"login"}')).toEqual({ prompt: 'login' })
  expect(extraParameters.safeParse('').success).toBe(true)
  const refused = ['{"state":"x"}', '{"redirect_uri":"https://evil.example"}', '{"a":1}', '["a"]', 'prompt=login']
  for (const json of refused) expect(extraParameters.safeParse(json).success).toBe(false)
})

it('takes what is a regular expression', () => {
  expect(regularExpression.safeParse('^harbor-.*').success).toBe(true)
  expect(regularExpression.safeParse('(').success).toBe(false)
})
