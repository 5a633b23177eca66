import { type ArgumentMetadata, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { z } from 'zod'

interface Issue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

/** Of the faults of a value, so many are told. */
const TOLD = 5

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keysOf = ({ path = [] }: Issue) => path.map((part) => String(typeof part === 'object' ? part.key : part))

/** What a path leads to; arrays have their places as keys. */
function memberAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (holder, key) =>
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
        ? Reflect.get(holder, key)
        : undefined,
    value,
  )
}

function invalid(issues: readonly Issue[]): UserError {
  const faults = issues
    .slice(0, TOLD)
    .map((issue) => [keysOf(issue).join('.'), issue.message].filter(Boolean).join(': '))
  return new UserError('INVALID_FIELD', { detail: faults.join('; ') })
}

/** Harbor's handlers find out themselves what a body lacks, and answer 400; what its document refuses before that is 422. */
function invalidBody(body: unknown, issues: readonly Issue[]): UserError {
  const paths = issues.map(keysOf)
  const isLack = paths.every((keys) => keys.length > 0 && memberAt(body, keys) === undefined)
  if (!isLack) return invalid(issues)
  const members = new Set(paths.slice(0, TOLD).map((keys) => keys.join('.')))
  return new UserError('MISSING_FIELD', { members: [...members].join(', ') })
}

/** No body of the API is deeper; what is, its schema refuses. */
const DEEPEST = 8

/** Clients that write Go's empty values send null for what they leave out. */
export function withoutNulls(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((member: unknown) => withoutNulls(member, depth + 1))
  if (!isRecord(value)) return value
  const given = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(given.map(([key, member]) => [key, withoutNulls(member, depth + 1)]))
}

/** An empty parameter is one that is left out. Of one that is given more than once the last counts, unless its schema takes them all. */
export function readQuery(query: unknown, schema: unknown): unknown {
  if (!isRecord(query)) return query
  const shape = schema instanceof z.ZodObject ? schema.shape : {}
  const one = Object.entries(query).map(([key, value]) => {
    const takesAll = Object.hasOwn(shape, key) && shape[key]?.safeParse(value).success === true
    return [key, Array.isArray(value) && !takesAll ? (value.at(-1) as unknown) : value] as const
  })
  return Object.fromEntries(one.filter(([, value]) => value !== ''))
}

function read(value: unknown, { type, schema }: ArgumentMetadata): unknown {
  if (type === 'body') return withoutNulls(value)
  return type === 'query' ? readQuery(value, schema) : value
}

/** Every body, query and path value goes through its schema; unknown keys are dropped there. */
export function createValidationPipe(): PipeTransform {
  return {
    transform: (value: unknown, metadata) => {
      const given = read(value, metadata)
      const exceptionFactory =
        metadata.type === 'body' ? (issues: readonly Issue[]) => invalidBody(given, issues) : invalid
      return new StandardSchemaValidationPipe({ exceptionFactory }).transform(given, metadata)
    },
  }
}
