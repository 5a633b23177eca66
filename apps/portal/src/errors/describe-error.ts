import type { TFunction } from 'i18next'
import { hasErrorText } from '../i18n/i18n'
import { ApiError } from '../api/api-error'

export interface ErrorDescription {
  message: string
  /** What the reader can do about it. */
  next: string
  code: string
  requestId: string | undefined
}

function nextStep(t: TFunction, error: ApiError): string {
  if (error.code === 'UNREACHABLE') return t('errors.next.unreachable')
  if (error.status === 401) return t('errors.next.signIn')
  if (error.status === 403) return t('errors.next.forbidden')
  if (error.status === 404) return t('errors.next.notFound')
  if (error.status === 429) return t('errors.next.wait')
  if (error.status >= 500) return t('errors.next.server')
  return t('errors.next.check')
}

/** An error in the reader's language: by its code where the portal knows it, else in the server's words. */
export function describeError(t: TFunction, error: unknown): ErrorDescription {
  if (!(error instanceof ApiError))
    return { message: t('errors.codes.PORTAL'), next: t('errors.next.reload'), code: 'PORTAL', requestId: undefined }
  return {
    message: hasErrorText(error.code) ? t(`errors.codes.${error.code}`) : error.message || t('errors.codes.UNKNOWN'),
    next: nextStep(t, error),
    code: error.code,
    requestId: error.requestId,
  }
}
