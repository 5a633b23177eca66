import type { Configuration } from '@berth/distribution-config'

type Formatter = Configuration['log']['formatter']
type Line = Readonly<Record<string, unknown>>

const bare = /^[\w\-./@^+]+$/

function logfmtValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return bare.test(text) ? text : JSON.stringify(text)
}

function toText({ time, level, msg, ...rest }: Line): string {
  const fields = Object.entries({ time, level: level === 'warn' ? 'warning' : level, msg, ...rest })
  return fields
    .map(
      ([key, value]) => `${key}=${key === 'time' || key === 'msg' ? JSON.stringify(value ?? '') : logfmtValue(value)}`,
    )
    .join(' ')
}

function toLogstash({ time, msg, ...rest }: Line): string {
  return JSON.stringify({ '@timestamp': time, '@version': '1', message: msg, ...rest })
}

/** Turns a JSON line of the logger into one of the form that `log.formatter` names. */
export function formatLine(json: string, formatter: Formatter): string {
  if (formatter === 'json') return json
  const line: unknown = JSON.parse(json)
  if (typeof line !== 'object' || line === null) return json
  return `${formatter === 'text' ? toText({ ...line }) : toLogstash({ ...line })}\n`
}
