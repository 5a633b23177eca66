import { z } from 'zod'

/** Whole number that fits a JavaScript number exactly. */
export const integer = z.int()
/** Moment in UTC, as `2026-01-02T03:04:05.678Z`. */
export const time = z.iso.datetime()
