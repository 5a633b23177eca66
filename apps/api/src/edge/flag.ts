import { z } from 'zod'

/** The words that Harbor's clients say yes with; whatever else they say is no. */
const YES = new Set(['true', '1', 'yes', 'ok', 'y', 'on', 'selected', 'checked', 't', 'enabled'])

/** The one reader of flags that come as text: in queries, headers and metadata. */
export const isYes = (text: string): boolean => YES.has(text.toLowerCase())

/** A flag in a query. */
export const flag = z.string().max(64).transform(isYes)

/** A flag in a header; absent, it is not set. */
export const headerFlag = (header: string | string[] | undefined): boolean =>
  header !== undefined && isYes([header].flat().at(-1) ?? '')
