import { z } from 'zod'

const unitMilliseconds: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

const form = /^(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)/u

/**
 * Milliseconds of a duration as Go writes it (`1h30m`, `500ms`). A bare number counts nanoseconds, as Distribution reads it.
 *
 * @returns undefined when the text is not such a duration
 */
export function parseDuration(value: string | number): number | undefined {
  if (typeof value === 'number') return value < 0 ? undefined : value * 1e-6
  let rest = value.trim()
  if (/^\d+$/.test(rest)) return Number(rest) * 1e-6
  if (rest === '') return undefined
  let total = 0
  while (rest !== '') {
    const part = form.exec(rest)?.[0]
    if (part === undefined) return undefined
    const amount = Number.parseFloat(part)
    const unit = part.replace(/^[\d.]+/, '')
    total += amount * (unitMilliseconds[unit] ?? Number.NaN)
    rest = rest.slice(part.length)
  }
  return total
}

/** A duration key; its setting is in milliseconds. */
export const duration = () =>
  z.union([z.string(), z.number()]).transform((value, context) => {
    const milliseconds = parseDuration(value)
    if (milliseconds !== undefined) return milliseconds
    context.addIssue({ code: 'custom', message: `"${value}" is not a duration such as 10s, 500ms or 168h` })
    return z.NEVER
  })
