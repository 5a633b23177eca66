/** What a client of the admin API sees as `code`: the words of Harbor's API, which existing clients match on. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'DENIED'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'CONFLICT'
  | 'PRECONDITION'
  | 'VIOLATE_FOREIGN_KEY_CONSTRAINT'
  | 'REQUEST_ENTITY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNPROCESSABLE_ENTITY'
  | 'TOO_MANY_REQUEST'
  | 'UNAVAILABLE'
  | 'UNKNOWN'

/** Codes that only the proxy answers with: its own, and those of the Distribution API. */
export type ProxyCode =
  | 'SERVICE_UNAVAILABLE'
  | 'UNSUPPORTED'
  | 'SIZE_INVALID'
  | 'MANIFEST_TOO_LARGE'
  | 'BLOB_UNKNOWN'
  | 'RANGE_INVALID'
  | 'STORAGE_FULL'
  | 'TOOMANYREQUESTS'

/**
 * user: the caller can do something about it. transient: the same request may succeed later. bug: ours.
 * The kind decides the log level and whether a job tries again.
 */
export type ErrorKind = 'user' | 'transient' | 'bug'

export type ErrorLanguage = 'en' | 'zh'
/** One text in each language. */
export type Texts = Readonly<Record<ErrorLanguage, string>>

export interface ErrorEntry extends Texts {
  readonly kind: ErrorKind
  readonly code: ErrorCode | ProxyCode
  /** HTTP status. */
  readonly status: number
  /** What the reader can do about it, where the text itself does not say so. */
  readonly next: Texts | undefined
}

/** The names that stand in braces in a text. */
export type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

/** The Chinese text; a type that no text has where its placeholders differ from the English one's. */
type Matching<En extends string, Zh extends string> = [PlaceholdersOf<En>, PlaceholdersOf<Zh>] extends [
  PlaceholdersOf<Zh>,
  PlaceholdersOf<En>,
]
  ? Zh
  : { readonly 'takes the same placeholders': PlaceholdersOf<En> }

/** A row with its kind and its English text as types: they say who may throw it, and with what parameters. */
export interface Entry<Kind extends ErrorKind, En extends string> extends ErrorEntry {
  readonly kind: Kind
  readonly en: En
}

const entriesOf =
  <Kind extends ErrorKind>(kind: Kind) =>
  /** @param en each `{name}` in it is replaced by the error's parameter of that name */
  <const En extends string, const Zh extends string>(
    code: ErrorCode,
    status: number,
    en: En,
    zh: Zh & Matching<En, Zh>,
    next?: Texts,
  ): Entry<Kind, En> => ({ kind, code, status, en, zh, next })

export const user = entriesOf('user')
export const transient = entriesOf('transient')
export const bug = entriesOf('bug')

/** What to do where a name is taken. */
export const otherName: Texts = { en: 'Choose another name.', zh: '请换一个名称。' }

/** What the proxy answers; no code throws it. */
export const proxied = (
  kind: 'user' | 'transient',
  code: ErrorCode | ProxyCode,
  status: number,
  en: string,
  zh: string,
) => ({ kind, code, status, en, zh, next: undefined }) satisfies ErrorEntry
