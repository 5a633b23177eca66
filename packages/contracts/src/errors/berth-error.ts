import type { ErrorLanguage, Texts } from './error-entry.js'
import { type ErrorReason, errorTable, type PlaceholdersIn, type ReasonOf } from './error-table.js'

/** Texts: what is called one thing in each language. */
type Parameter = string | number | Texts
type Parameters = Readonly<Record<string, Parameter>>

export interface BerthErrorOptions extends ErrorOptions {
  /** The permissions without which the caller is refused, by the names that scripts know. The text says them in words. */
  readonly lacks?: readonly string[]
}

/** Parameters and options; the parameters may be left out where the text names none. */
type Details<Reason extends ErrorReason> = [PlaceholdersIn<Reason>] extends [never]
  ? [parameters?: Readonly<Record<string, never>>, options?: BerthErrorOptions]
  : [parameters: Readonly<Record<PlaceholdersIn<Reason>, Parameter>>, options?: BerthErrorOptions]

/** An error with an entry in the table. Throw one of its three kinds. */
export abstract class BerthError extends Error {
  readonly reason: ErrorReason
  readonly parameters: Parameters
  readonly lacks: readonly string[] | undefined

  constructor(reason: ErrorReason, parameters: Parameters = {}, options?: BerthErrorOptions) {
    super(fill(errorTable[reason].en, parameters, 'en'), options)
    this.reason = reason
    this.parameters = parameters
    this.lacks = options?.lacks
  }

  get entry(): (typeof errorTable)[ErrorReason] {
    return errorTable[this.reason]
  }

  /** What went wrong, in one language; `message` is the English text. */
  textIn(language: ErrorLanguage): string {
    return fill(this.entry[language], this.parameters, language)
  }
}

/** The caller can do something about it; logged at info level, never tried again. */
export class UserError<Reason extends ReasonOf<'user'> = ReasonOf<'user'>> extends BerthError {
  override name = 'UserError'
  constructor(reason: Reason, ...[parameters, options]: Details<Reason>) {
    super(reason, parameters, options)
  }
}

/** The same request may succeed later; logged as a warning. */
export class TransientError<Reason extends ReasonOf<'transient'> = ReasonOf<'transient'>> extends BerthError {
  override name = 'TransientError'
  constructor(reason: Reason, ...[parameters, options]: Details<Reason>) {
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

function fill(text: string, parameters: Parameters, language: ErrorLanguage): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name] ?? whole
    return typeof value === 'object' ? value[language] : String(value)
  })
}
