import { z } from 'zod'

/** Text: an unquoted number or boolean is taken as the text it looks like. */
export const text = () => z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** A whole number; neither text nor a boolean. A key without a value is one that is left out. */
export const wholeNumberOr = (fallback: number) =>
  z.preprocess((value) => value ?? undefined, z.int('must be a whole number').min(0).default(fallback))

const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'is no name of a header')
/** Node.js takes a character for each byte of a header. */
const utf8InHeader = (value: string): string => Buffer.from(value).toString('latin1')
const headerValue = () =>
  text()
    .pipe(z.string().regex(/^[^\p{Cc}]*$/u, 'has a control character'))
    .transform(utf8InHeader)

/** HTTP headers: name to list of values, which are sent as UTF-8. */
export const headers = () => z.record(headerName, z.array(headerValue()))

/** An object that is present with its defaults even where the file leaves it out. */
export const section = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.preprocess((value) => value ?? {}, z.strictObject(shape))
