import type { TFunction } from 'i18next'
import { ApiError } from '../api/api-error'
import { describeError, type ErrorDescription } from '../errors/describe-error'

interface SignInFailure extends ErrorDescription {
  /** Not the reader's to mend: an administrator needs code and request. */
  isOurs: boolean
}

/** Name and password were right, and the account wants a code as well. */
export const asksForCode = (error: unknown): boolean => error instanceof ApiError && error.reason === 'CODE_NEEDED'

/** Why signing in failed. A 401 here means the name or the password, not an ended session. */
export function describeSignInError(t: TFunction, error: unknown): SignInFailure {
  const described = { ...describeError(t, error), isOurs: false }
  if (!(error instanceof ApiError)) return { ...described, isOurs: true }
  if (error.reason === 'WRONG_CODE')
    return { ...described, message: t('signIn.codeWrong'), next: t('signIn.codeWrongNext') }
  if (error.status === 401) return { ...described, message: t('signIn.wrong'), next: t('signIn.wrongNext') }
  if (error.status === 429) {
    const minutes = Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60))
    return { ...described, message: t('signIn.throttled'), next: t('signIn.throttledNext', { count: minutes }) }
  }
  return { ...described, isOurs: error.status >= 500 }
}
