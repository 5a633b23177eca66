import { z } from 'zod'

/**
 * A number as text gives it, in a path, a query or a variable: decimal digits alone, as Go reads one. What else JavaScript would read so
 * (`0x1`, `1e3`, `1.0`, a blank before it, nothing at all) is left for the schema to refuse.
 */
export const fromDigits = <Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> =>
  z.preprocess((given) => (typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given), schema)

/** A whole number. What stands in its place is told in words that anybody understands. */
export const wholeNumber = (): z.ZodInt =>
  z.int({ error: ({ code }) => (code === 'invalid_type' ? 'has to be a whole number in decimal digits' : undefined) })
