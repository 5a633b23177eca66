import { z } from 'zod'

/*
 * Like zod's own, but for stopping at the first item that does not fit. zod notes an issue for each one: of a few megabytes of
 * nothing but wrong items, that takes minutes.
 */

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.unknown().transform((value, context): z.output<Item>[] => {
    const refuse = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: 'custom', path, message })
      return z.NEVER
    }
    if (!Array.isArray(value)) return refuse([], 'expected an array')
    const items: z.output<Item>[] = []
    for (const [index, entry] of value.entries()) {
      const parsed = item.safeParse(entry)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        return refuse([index, ...(issue?.path ?? [])], issue?.message ?? '')
      }
      items.push(parsed.data)
    }
    return items
  })
}

/** An object whose values are all strings. */
export function stringRecord() {
  return z.custom<Record<string, string>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((one) => typeof one === 'string'),
    'expected an object of strings',
  )
}
