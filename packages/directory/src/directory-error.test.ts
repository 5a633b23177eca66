import { OutboundError } from '@berth/outbound'
import {
  BusyError,
  ConfidentialityRequiredError,
  InsufficientAccessError,
  InvalidCredentialsError,
  InvalidDNSyntaxError,
  NoSuchObjectError,
  StrongAuthRequiredError,
  TLSNotSupportedError,
} from 'ldapts'
import { expect, test } from 'vitest'
import { DirectoryError, toDirectoryError } from './directory-error.js'

const host = 'ldap.example:636'
const coded = (code: string, message = 'what happened') => Object.assign(new Error(message), { code })

test.each([
  [new InvalidCredentialsError(), 'account-refused'],
  [new InsufficientAccessError(), 'account-refused'],
  [new NoSuchObjectError(), 'no-such-base'],
  [new InvalidDNSyntaxError(), 'no-such-base'],
  [new StrongAuthRequiredError(), 'tls-required'],
  [new ConfidentialityRequiredError(), 'tls-required'],
  [new TLSNotSupportedError(), 'no-start-tls'],
  [new BusyError(), 'failed'],
  [coded('CERT_HAS_EXPIRED'), 'certificate'],
  [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
  [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
  [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'certificate'],
  [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate'],
  [coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'certificate'],
  [coded('HOSTNAME_MISMATCH'), 'certificate'],
  [coded('ECONNREFUSED'), 'unreachable'],
  [new Error('reset'), 'unreachable'],
  ['a text', 'failed'],
])('%s is the reason %s, said with the host and its cause', (error, reason) => {
  const told = toDirectoryError(error, host)
  expect(told).toMatchObject({ reason, cause: error })
  expect(told.message).toMatch(/^ldap\.example:636 \w/)
})

test('a refusal of the guard is told in its own words', () => {
  const refused = new OutboundError('address-refused', '127.0.0.1 is refused')
  expect(toDirectoryError(refused, host)).toMatchObject({ reason: 'address-refused', message: refused.message })
})

test('what says why already stays as it is', () => {
  const error = new DirectoryError('timeout', 'late')
  expect(toDirectoryError(error, host)).toBe(error)
})

test.each([
  ['unreachable', true],
  ['timeout', true],
  ['certificate', false],
  ['account-refused', false],
  ['failed', false],
] as const)('a directory that is %s is away: %s', (reason, isAway) => {
  expect(new DirectoryError(reason, '').isAway).toBe(isAway)
})

test('a fault without a message is told by its code', () => {
  expect(toDirectoryError(coded('ECONNRESET', ''), host).message).toBe(`${host} cannot be reached: ECONNRESET`)
})
