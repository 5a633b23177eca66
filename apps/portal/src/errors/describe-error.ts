import type { TFunction } from 'i18next'
import { ApiError } from '../api/api-error'
import { hasErrorText } from '../i18n/i18n'

export interface ErrorDescription {
  message: string
  /** What the reader can do about it. */
  next: string
  code: string
  requestId: string | undefined
}

const typed = new Set(['USER_NOT_FOUND', 'MEMBER_NOT_FOUND'])

function nextStep(t: TFunction, { status, code, reason = code, next }: ApiError): string {
  if (next !== undefined) return next
  if (code === 'UNREACHABLE') return t('errors.next.unreachable')
  if (reason === 'CSRF_REFUSED') return t('errors.next.reload')
  if (status === 401) return t('errors.next.signIn')
  // Names that were typed into a form, not part of the page's address.
  if (typed.has(reason)) return t('errors.next.check')
  if (status === 404) return t('errors.next.notFound')
  if (status === 429) return t('errors.next.wait')
  if (status >= 500) return t('errors.next.server')
  return t('errors.next.check')
}

/**
 * An error in the reader's language. What the caller can mend, the server says best: it names the project, the tag, the rule,
 * in the language it was asked in. Its own failures, and answers without words, are told by their code.
 */
export function describeError(t: TFunction, error: unknown): ErrorDescription {
  if (!(error instanceof ApiError))
    return { message: t('errors.codes.PORTAL'), next: t('errors.next.reload'), code: 'PORTAL', requestId: undefined }
  const { status, code, reason, requestId } = error
  const ownWords = hasErrorText(code) ? t(`errors.codes.${code}`) : t('errors.codes.UNKNOWN')
  const message = (status < 500 || !hasErrorText(code)) && error.message !== '' ? error.message : ownWords
  return { message, next: nextStep(t, error), code: reason ?? code, requestId }
}
