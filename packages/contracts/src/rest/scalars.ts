import { z } from 'zod'
import { isStorable } from '../rules/storable.js'

/** Whole number that fits a JavaScript number exactly. */
export const integer = z.int()
/** Moment in UTC, as `2026-01-02T03:04:05.678Z`. */
export const time = z.iso.datetime()
/** What Harbor's clients get for a moment that has not been. */
export const NEVER = '0001-01-01T00:00:00.000Z'
/** Text that is kept as it is. */
export const text = z.string().refine(isStorable, 'may hold neither NUL nor half a character')
