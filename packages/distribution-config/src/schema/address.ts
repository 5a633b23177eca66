import { z } from 'zod'
import { text } from './scalars.js'

export interface Address {
  /** Absent: every interface. */
  readonly host?: string
  readonly port: number
}

/** `host:port`, `:port` or `[::1]:port`. */
export function parseAddress(value: string): Address | undefined {
  const match = /^(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<host>[^:[\]]*)):(?<port>\d{1,5})$/.exec(value)
  if (match?.groups === undefined) return undefined
  const port = Number(match.groups['port'])
  if (port > 65_535) return undefined
  const host = match.groups['six'] ?? match.groups['host'] ?? ''
  return host === '' ? { port } : { host, port }
}

export const address = () =>
  text().transform((value, context) => {
    const parsed = parseAddress(value)
    if (parsed !== undefined) return parsed
    context.addIssue({ code: 'custom', message: `"${value}" is not an address such as :5000 or 127.0.0.1:5000` })
    return z.NEVER
  })
