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

/**
 * An object whose members are named exactly so. Beside them it may hold others, but none whose name is one of theirs in other letters:
 * readers that take `Layers` for `layers`, as Go's do, would see another document than those that do not.
 */
export function exactObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = new Map(Object.keys(shape).map((name) => [folded(name), name]))
  return z.looseObject(shape).superRefine((value, context) => {
    for (const name of Object.keys(value)) {
      const meant = Object.hasOwn(shape, name) ? undefined : known.get(folded(name))
      if (meant === undefined) continue
      context.addIssue({ code: 'custom', path: [name], message: `this member is written ${meant}` })
      return
    }
  })
}

/** Both ways, for letters that are the same as another one in one case only: the long s, the sign for Kelvin. */
function folded(name: string): string {
  return name.toUpperCase().toLowerCase()
}
