import { UserError } from '@berth/contracts'

/** One `k=…` of the parameter `q`. Values are still text: the field says what they mean. */
export type Condition = { readonly field: string } & (
  | { readonly kind: 'equal' | 'contains'; readonly value: string }
  /** An absent end is open. */
  | { readonly kind: 'between'; readonly min: string | undefined; readonly max: string | undefined }
  /** At least one value. */
  | { readonly kind: 'one-of' | 'all-of'; readonly values: readonly string[] }
)

const bad = (detail: string) => new UserError('BAD_QUERY', { detail })

/** Quotes keep a value text; they are not part of it. */
const unquote = (value: string) => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value

/** A backslash before a value that begins like one of another form keeps it as it is. */
const unescape = (value: string) => (value.startsWith('\\') ? value.slice(1) : (/^"(.*)"$/s.exec(value)?.[1] ?? value))

function enclosed(text: string, open: string, close: string): string | undefined {
  if (!text.startsWith(open)) return undefined
  if (!text.endsWith(close) || text.length < 2) throw bad(`"${text}" has no ${close} at its end`)
  return text.slice(1, -1)
}

const list = (text: string) =>
  text
    .split(/\s+/)
    .map(unquote)
    .filter((value) => value !== '')

/** Undefined where nothing is asked: an empty list. */
function parseOne(text: string): Condition | undefined {
  const equals = text.indexOf('=')
  const field = text.slice(0, equals).trim()
  const value = text.slice(equals + 1).trim()
  if (equals < 0 || field === '') throw bad(`"${text}" is not of the form key=value`)
  if (value === '') throw bad(`"${field}" has no value`)
  const range = enclosed(value, '[', ']')
  if (range !== undefined) {
    const ends = range.split('~').map((end) => unquote(end.trim()))
    if (ends.length !== 2 || ends.every((end) => end === '')) throw bad(`"${value}" is not of the form [min~max]`)
    return { field, kind: 'between', min: ends[0] || undefined, max: ends[1] || undefined }
  }
  const either = enclosed(value, '{', '}')
  const values = list(either ?? enclosed(value, '(', ')') ?? '')
  if (values.length > 0) return { field, kind: either === undefined ? 'all-of' : 'one-of', values }
  if (either !== undefined || value.startsWith('(')) return undefined
  if (!value.startsWith('~')) return { field, kind: 'equal', value: unescape(value) }
  if (value === '~') throw bad(`"${field}" has no value`)
  return { field, kind: 'contains', value: unquote(value.slice(1)) }
}

/** Some of Harbor's clients encode the parameter twice. A plus sign stays one: media types have it. */
function decoded(q: string): string {
  try {
    return decodeURIComponent(q)
  } catch {
    return q
  }
}

/**
 * Reads the parameter `q` of a list. Of a key that is given more than once the last counts.
 *
 * @throws {UserError} BAD_QUERY naming the part that is wrong
 */
export function parseConditions(q: string): Condition[] {
  if (q.trim() === '') return []
  const text = decoded(q)
  if (text.includes('\0')) throw bad('it contains a NUL character')
  const conditions = new Map<string, Condition>()
  for (const part of text.split(',')) {
    const condition = parseOne(part.trim())
    if (condition) conditions.set(condition.field, condition)
  }
  return [...conditions.values()]
}
