import { UserError } from '@berth/contracts'
import { OutboundError } from '@berth/outbound'
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { expect, it } from 'vitest'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'
import { oidcFailure } from './oidc-failure.js'

const refusal = new OutboundError('address-refused', '10.0.0.1 is refused')
const withCause = (cause: unknown) => new Error('fetch failed', { cause })
const clientError = (code: string, cause?: unknown) =>
  Object.assign(new ClientError('the client says', { cause }), { code })
const answered = (error: string, description = '') =>
  new ResponseBodyError('an answer', {
    cause: { error, error_description: description },
    response: new Response(null, { status: 400 }),
  })
const redirected = (parameters: Record<string, string>) =>
  new AuthorizationResponseError('a redirect', { cause: new URLSearchParams(parameters) })
const issuerIs = (issuer: string) => ({ attribute: 'issuer', body: { issuer } })

it.each([
  ['an address that is refused', refusal, 'OIDC_UNREACHABLE', '10.0.0.1 is refused'],
  ['the same, three causes deep', withCause(withCause(withCause(refusal))), 'OIDC_UNREACHABLE', '10.0.0.1 is refused'],
  ['a refusal of the provider', redirected({ error: 'access_denied' }), 'OIDC_REFUSED', 'access_denied'],
  [
    'a refusal with its words',
    redirected({ error: 'access_denied', error_description: 'not\u202e\nyou' }),
    'OIDC_REFUSED',
    'access_denied: not  you',
  ],
  ['a refusal of our secret', answered('invalid_client'), 'OIDC_UNREACHABLE', 'invalid_client'],
  [
    'the same with words',
    answered('invalid_client', 'no such secret'),
    'OIDC_UNREACHABLE',
    'invalid_client: no such secret',
  ],
  ['words without end', answered('x'.repeat(400)), 'OIDC_UNREACHABLE', 'x'.repeat(300)],
  [
    'another name than its address',
    clientError('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', issuerIs('https://other.example')),
    'OIDC_UNREACHABLE',
    'it calls itself https://other.example, and that has to be its address in the settings',
  ],
  [
    'a claim that is not ours',
    clientError('OAUTH_JWT_CLAIM_COMPARISON_FAILED'),
    'OIDC_TOKEN_REFUSED',
    'the client says',
  ],
  [
    'no key',
    clientError('OAUTH_KEY_SELECTION_FAILED', new Error('none')),
    'OIDC_TOKEN_REFUSED',
    'the client says: none',
  ],
  ['an answer that is none', clientError('OAUTH_INVALID_RESPONSE'), 'OIDC_TOKEN_REFUSED', 'the client says'],
  ['anything else', clientError('OAUTH_PARSE_ERROR'), 'OIDC_UNREACHABLE', 'the client says'],
])('%s is told of in words', (_, error, reason, detail) => {
  const failure = oidcFailure(error)
  expect(failure).toBeInstanceOf(UserError)
  expect(failure).toMatchObject({ reason, parameters: { detail }, cause: error })
})

it('of a provider for every tenant, what to give in its place', () => {
  const failure = oidcFailure(clientError('OAUTH_X', issuerIs('https://id.example/{tenantid}')))
  expect(failure).toMatchObject({ parameters: { detail: expect.stringContaining('your own tenant') as unknown } })
})

it('of clocks that differ, by how much they may', () => {
  const failure = oidcFailure(clientError('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'))
  expect(failure).toMatchObject({ reason: 'OIDC_CLOCK', parameters: { minutes: CLOCK_TOLERANCE_SECONDS / 60 } })
})

it.each([
  ['what is said already', new UserError('OIDC_ATTEMPT_UNKNOWN')],
  ['a fault of ours', new TypeError('x is no function')],
  ['what is no error', 'thrown'],
  ['causes that go too deep', withCause(withCause(withCause(withCause(refusal))))],
])('%s stays as it is', (_, error) => {
  expect(oidcFailure(error)).toBe(error)
})
