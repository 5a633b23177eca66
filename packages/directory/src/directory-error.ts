import { OutboundError } from '@berth/outbound'
import {
  ConfidentialityRequiredError,
  InsufficientAccessError,
  InvalidCredentialsError,
  InvalidDNSyntaxError,
  NoSuchObjectError,
  ResultCodeError,
  StrongAuthRequiredError,
  TLSNotSupportedError,
} from 'ldapts'

/** Why a directory gave no answer. The first two may pass by themselves, the others stay until somebody changes something. */
export type DirectoryReason =
  | 'unreachable'
  | 'timeout'
  | 'address-refused'
  | 'certificate'
  | 'no-start-tls'
  | 'tls-required'
  | 'account-refused'
  | 'no-such-base'
  | 'too-large'
  | 'failed'

export class DirectoryError extends Error {
  override name = 'DirectoryError'

  constructor(
    readonly reason: DirectoryReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** Whether the directory is away, rather than set up in another way than thought. */
  get isAway(): boolean {
    return this.reason === 'unreachable' || this.reason === 'timeout'
  }
}

/** Codes of Node.js and OpenSSL that say that a certificate is not to be trusted. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH/

const results: readonly [
  type: abstract new (...parameters: never[]) => ResultCodeError,
  reason: DirectoryReason,
  what: string,
][] = [
  [InvalidCredentialsError, 'account-refused', 'refuses the account that searches, or its password'],
  [InsufficientAccessError, 'account-refused', 'does not let the account search there'],
  [NoSuchObjectError, 'no-such-base', 'has no entry with the DN below which is searched'],
  [InvalidDNSyntaxError, 'no-such-base', 'takes the DN below which is searched for none'],
  [StrongAuthRequiredError, 'tls-required', 'wants LDAPS or StartTLS first'],
  [ConfidentialityRequiredError, 'tls-required', 'wants LDAPS or StartTLS first'],
  [TLSNotSupportedError, 'no-start-tls', 'does not do StartTLS'],
]

/** @param host as it is shown: the address without anything secret in it */
export function toDirectoryError(error: unknown, host: string): DirectoryError {
  if (error instanceof DirectoryError) return error
  const make = (reason: DirectoryReason, what: string) =>
    new DirectoryError(reason, `${host} ${what}`, { cause: error })
  if (error instanceof OutboundError) {
    return new DirectoryError('address-refused', error.message, { cause: error })
  }
  for (const [type, reason, what] of results) if (error instanceof type) return make(reason, what)
  if (!(error instanceof Error)) return make('failed', String(error))
  if (error instanceof ResultCodeError) return make('failed', `answers: ${error.message}`)
  const code = 'code' in error ? String(error.code) : ''
  if (CERTIFICATE.test(code)) return make('certificate', `has a certificate that is not trusted: ${error.message}`)
  return make('unreachable', `cannot be reached: ${error.message || code}`)
}
