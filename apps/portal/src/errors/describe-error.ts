import type { TFunction } from 'i18next'
import { ApiError } from '../api/api-error'
import { hasErrorText } from '../i18n/i18n'
import { nextStepOf } from './next-steps'

export interface ErrorDescription {
  message: string
  /** What the reader can do about it, where the message does not say it itself. */
  next: string | undefined
  code: string
  requestId: string | undefined
}

function nextStep(t: TFunction, { status, code, reason = code, next }: ApiError): string | undefined {
  if (next !== undefined) return next
  const step = nextStepOf(status, reason)
  return step && t(`errors.next.${step}`)
}

/** Whether the same request may be answered otherwise in a moment: no answer yet, too many requests, the server's own failure. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500
}

/**
 * An error in the reader's language. What the caller can mend, the server says best: it names the project, the tag, the rule,
 * in the language it was asked in. Its own failures, and answers without words, are told by their code.
 */
export function describeError(t: TFunction, error: unknown): ErrorDescription {
  if (!(error instanceof ApiError))
    return { message: t('errors.codes.PORTAL'), next: t('errors.next.reload'), code: 'PORTAL', requestId: undefined }
  const { status, code, reason, requestId } = error
  const isAway = status >= 502 && status <= 504
  const known = hasErrorText(code) ? code : isAway ? 'UNAVAILABLE' : 'UNKNOWN'
  const message = status < 500 && error.message !== '' ? error.message : t(`errors.codes.${known}`)
  return { message, next: nextStep(t, error), code: reason ?? code, requestId }
}
