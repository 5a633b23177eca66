import { UserError } from '@berth/contracts'

/** One `k=…` of the parameter `q`. Values are still text: the field says what they mean. */
export type Condition = { readonly field: string } & (
  | { readonly kind: 'equal' | 'contains'; readonly value: string }
  /** An absent end is open. */
  | { readonly kind: 'between'; readonly min: string | undefined; readonly max: string | undefined }
  | { readonly kind: 'one-of' | 'all-of'; readonly values: readonly string[] }
)

const bad = (detail: string) => new UserError('BAD_QUERY', { detail })

/** Quotes keep a value text; they are not part of it. */
const unquote = (value: string) => /^"(.*)"$/s.exec(value)?.[1] ?? value

function enclosed(text: string, open: string, close: string): string | undefined {
  if (!text.startsWith(open)) return undefined
  if (!text.endsWith(close) || text.length < 2) throw bad(`"${text}" has no ${close} at its end`)
  return text.slice(1, -1)
}

function list(field: string, text: string): string[] {
  const values = text.split(/\s+/).filter((value) => value !== '')
  if (values.length === 0) throw bad(`"${field}" is compared with an empty list`)
  return values.map(unquote)
}

function parseOne(text: string): Condition {
  const equals = text.indexOf('=')
  const field = text.slice(0, equals).trim()
  const value = text.slice(equals + 1).trim()
  if (equals < 0 || field === '') throw bad(`"${text}" is not of the form key=value`)
  if (value === '') throw bad(`"${field}" has no value`)
  const range = enclosed(value, '[', ']')
  if (range !== undefined) {
    const ends = range.split('~').map((end) => end.trim())
    if (ends.length !== 2 || ends.every((end) => end === '')) throw bad(`"${value}" is not of the form [min~max]`)
    return {
      field,
      kind: 'between',
      min: unquote(ends[0] ?? '') || undefined,
      max: unquote(ends[1] ?? '') || undefined,
    }
  }
  const either = enclosed(value, '{', '}')
  if (either !== undefined) return { field, kind: 'one-of', values: list(field, either) }
  const all = enclosed(value, '(', ')')
  if (all !== undefined) return { field, kind: 'all-of', values: list(field, all) }
  if (!value.startsWith('~')) return { field, kind: 'equal', value: unquote(value) }
  if (value === '~') throw bad(`"${field}" has no value`)
  return { field, kind: 'contains', value: unquote(value.slice(1)) }
}

/**
 * Reads the parameter `q` of a list.
 *
 * @throws {UserError} BAD_QUERY naming the part that is wrong
 */
export function parseConditions(q: string): Condition[] {
  if (q.trim() === '') return []
  if (q.includes('\0')) throw bad('it contains a NUL character')
  const conditions = q.split(',').map((part) => parseOne(part.trim()))
  const fields = new Set<string>()
  for (const { field } of conditions) {
    if (fields.has(field)) throw bad(`"${field}" is given twice`)
    fields.add(field)
  }
  return conditions
}
