import type { TFunction } from 'i18next'
import { ApiError } from '../api/api-error'
import { describeError } from '../errors/describe-error'

/** Why signing in failed. A 401 here means the name or the password, not an ended session. */
export function describeSignInError(t: TFunction, error: unknown): { message: string; next: string } {
  if (error instanceof ApiError && error.status === 401)
    return { message: t('signIn.wrong'), next: t('signIn.wrongNext') }
  if (error instanceof ApiError && error.status === 429) {
    const minutes = Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60))
    return { message: t('signIn.throttled'), next: t('signIn.throttledNext', { count: minutes }) }
  }
  return describeError(t, error)
}
