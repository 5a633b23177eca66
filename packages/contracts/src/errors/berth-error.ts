import { type ErrorReason, errorTable, type ReasonOf } from './error-table.js'

export type ErrorLanguage = 'en' | 'zh'
export type ErrorParameters = Readonly<Record<string, string | number>>

/** An error with an entry in the table. Throw one of its three kinds. */
export abstract class BerthError extends Error {
  readonly reason: ErrorReason
  readonly parameters: ErrorParameters

  constructor(reason: ErrorReason, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(formatError(reason, parameters, 'en'), options)
    this.reason = reason
    this.parameters = parameters
  }

  get entry(): (typeof errorTable)[ErrorReason] {
    return errorTable[this.reason]
  }
}

/** The caller can do something about it; logged at info level, never tried again. */
export class UserError extends BerthError {
  override name = 'UserError'
  constructor(reason: ReasonOf<'user'>, parameters?: ErrorParameters, options?: ErrorOptions) {
    super(reason, parameters, options)
  }
}

/** The same request may succeed later; logged as a warning. */
export class TransientError extends BerthError {
  override name = 'TransientError'
  constructor(reason: ReasonOf<'transient'>, parameters?: ErrorParameters, options?: ErrorOptions) {
    super(reason, parameters, options)
  }
}

/** Ours to mend; logged as an error, and nothing of it shown to the client. */
export class BugError extends BerthError {
  override name = 'BugError'
  constructor(cause: unknown) {
    super('INTERNAL', {}, { cause })
  }
}

/** The message of a table entry, its `{parameters}` filled in. */
export function formatError(reason: ErrorReason, parameters: ErrorParameters, language: ErrorLanguage): string {
  return errorTable[reason][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  )
}
