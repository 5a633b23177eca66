import { isStorable } from '@berth/contracts'
import { z } from 'zod'

/** What a setting is about; the pages that show settings have one section for each. */
export type SettingGroup =
  | 'access'
  | 'system'
  | 'projects'
  | 'robots'
  | 'audit'
  | 'ldap'
  | 'oidc'
  | 'uaa'
  | 'http-auth-proxy'

type Value = string | number | boolean

interface About {
  /** In English, for the API document and the page of settings. */
  readonly description: string
  /** Something in Berth asks for it. A row without is kept and shown, and says that nothing follows from it yet. */
  readonly works?: boolean
  /** Sealed where it is stored, and never shown. */
  readonly secret?: boolean
  /** The environment variable that gives it its first value. */
  readonly seed?: string
}

/** One setting. */
export interface SettingRow<Schema extends z.ZodType<Value> = z.ZodType<Value>> extends About {
  readonly schema: Schema
  /** What holds until someone sets it. */
  readonly fallback: z.output<Schema>
}

export const setting = <const Schema extends z.ZodType<Value>>(
  schema: Schema,
  fallback: NoInfer<z.output<Schema>>,
  about: About,
): SettingRow<Schema> => ({ schema, fallback, ...about })

export const flag = z.boolean()
export const text = (max = 2048) => z.string().max(max).refine(isStorable, 'may hold neither NUL nor half a character')
export const number = (min: number, max: number) => z.int().min(min).max(max)

/** The sentence that the API document and the page of settings have for a row. */
export function describeSetting({ description, works = false, secret = false }: SettingRow): string {
  return [
    description,
    ...(secret ? ['Never shown.'] : []),
    ...(works ? [] : ['Kept, but nothing follows from it yet.']),
  ].join(' ')
}
