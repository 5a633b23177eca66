import type { ParseKeys } from 'i18next'

/** What the reader can do about an error for which the server gives no advice: a text below `errors.next`. */
type NextStep = ParseKeys extends infer Key ? (Key extends `errors.next.${infer Name}` ? Name : never) : never

/** Where the server's reason, or the code of an answer without one, says more than the status. */
export const nextStepOf: Readonly<Record<string, NextStep>> = {
  UNREACHABLE: 'unreachable',
  CSRF_REFUSED: 'reload',
  // Names that were typed into a form, not part of the page's address.
  USER_NOT_FOUND: 'check',
  MEMBER_NOT_FOUND: 'check',
}

export const nextStepOfStatus: Readonly<Record<number, NextStep>> = {
  401: 'signIn',
  404: 'notFound',
  429: 'wait',
}
