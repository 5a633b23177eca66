import { UserError } from '@berth/contracts'
import { expect, test } from 'vitest'
import { issuerFault, requireUsable } from './usable-provider.js'

const entra = 'https://login.microsoftonline.com'
const metadata = {
  issuer: `${entra}/9b0c7d9e-1b1f-4a0c-8a63-0d6a2c3f7a11/v2.0`,
  authorization_endpoint: `${entra}/authorize`,
  token_endpoint: `${entra}/token`,
  jwks_uri: `${entra}/keys`,
}
const detailOf = (given: object) => {
  try {
    requireUsable({ ...metadata, ...given })
    return undefined
  } catch (error) {
    return error instanceof UserError ? error.parameters['detail'] : error
  }
}

test('a provider of one tenant can be used', () => {
  expect(detailOf({})).toBeUndefined()
})

test('one for every tenant cannot, and the refusal says what to give in its place', () => {
  expect(detailOf({ issuer: `${entra}/{tenantid}/v2.0` })).toMatch(/{tenantid}\/v2\.0, .* your own tenant/)
  expect(issuerFault('https://id.example')).toBeUndefined()
})

test('one whose document lacks an address cannot, and the refusal names it', () => {
  expect(detailOf({ jwks_uri: undefined })).toBe('its document lacks jwks_uri')
})
