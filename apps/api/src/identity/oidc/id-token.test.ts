import { expect, test } from 'vitest'
import { isIdTokenFor } from './id-token.js'

const is = (claims: object = {}, header: object = {}) =>
  isIdTokenFor('berth', { typ: 'JWT', ...header }, { aud: 'berth', ...claims })

test.each([
  [{}, {}],
  [{}, { typ: undefined }],
  [{}, { typ: 'application/jwt' }],
  [{ azp: 'berth' }, {}],
  [{ aud: ['berth'] }, {}],
  [{ aud: ['berth', 'other'], azp: 'berth' }, {}],
  [{ typ: 'ID' }, {}],
])('claims %j with the header %j are an ID token for this application', (claims, header) => {
  expect(is(claims, header)).toBe(true)
})

test.each([
  ['an access token', {}, { typ: 'at+jwt' }],
  ['an access token, in its long form', {}, { typ: 'application/at+jwt' }],
  ['a logout token', {}, { typ: 'logout+jwt' }],
  ['a logout token without a type', { events: {} }, { typ: undefined }],
  ['an access token of Keycloak', { typ: 'Bearer' }, {}],
  ['a refresh token of Keycloak', { typ: 'Refresh' }, {}],
  ['a token that another application got', { azp: 'other' }, {}],
  ['a token that another application got for both', { aud: ['other', 'berth'], azp: 'other' }, {}],
  ['a token for several that does not say who got it', { aud: ['other', 'berth'] }, {}],
])('%s is none', (_, claims, header) => {
  expect(is(claims, header)).toBe(false)
})
