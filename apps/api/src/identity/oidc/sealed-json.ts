import type { KeyObject } from 'node:crypto'
import { open, seal } from '@berth/secrets'
import type { z } from 'zod'

/** A value that a browser keeps for us, and that nobody else can read, write or put in another place. */
export const sealJson = (key: KeyObject, value: unknown, place: string): string =>
  seal(key, JSON.stringify(value), place)

/** @returns undefined for what was not sealed here for this place, or has another form */
export function openJson<Schema extends z.ZodType>(
  key: KeyObject,
  sealed: string,
  place: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(open(key, sealed, place)))
  } catch {
    return undefined
  }
}
