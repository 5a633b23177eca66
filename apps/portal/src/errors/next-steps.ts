import type { ParseKeys } from 'i18next'

/** What the reader can do about an error for which the server gives no advice: a text below `errors.next`. */
type NextStep = ParseKeys extends infer Key ? (Key extends `errors.next.${infer Name}` ? Name : never) : never

/** Where the server's reason, or the code of an answer without one, says more than the status. */
const ofReason: Readonly<Record<string, NextStep>> = {
  UNREACHABLE: 'unreachable',
  CSRF_REFUSED: 'reload',
  // Names that were typed into a form, not part of the page's address.
  USER_NOT_FOUND: 'check',
  MEMBER_NOT_FOUND: 'check',
  WRONG_OLD_PASSWORD: 'check',
}

/** By their status these are like mistakes in a form. */
const isNoMistake = (reason: string): boolean =>
  /^(TOO_MANY_.*|DIRECTORY_OFF|RETENTION_EXISTS|SECOND_FACTOR_(ON|OFF))$/.test(reason)

/** The right, the method or the state does not let it be: the same input may do later. */
const refusals = new Set([403, 405, 412])

const ofStatus: Readonly<Record<number, NextStep>> = {
  401: 'signIn',
  404: 'notFound',
  429: 'wait',
}

/** Nothing where no input is at fault: the message itself says what stands in the way. */
export function nextStepOf(status: number, reason: string): NextStep | undefined {
  const known = ofReason[reason] ?? ofStatus[status]
  if (known !== undefined) return known
  if (status >= 500) return 'server'
  return refusals.has(status) || isNoMistake(reason) ? undefined : 'check'
}
