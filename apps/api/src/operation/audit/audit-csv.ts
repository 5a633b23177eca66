import type { AuditLogExt } from './audit-entry.js'

const columns = [
  'op_time',
  'username',
  'operation',
  'resource_type',
  'resource',
  'operation_result',
  'operation_description',
  'source_address',
  'request_id',
  'details',
] as const satisfies readonly (keyof AuditLogExt)[]

/** Spreadsheets take a file for UTF-8 where it begins so. */
export const csvHead = `\ufeff${columns.join(',')}\r\n`

/** RFC 4180. A spreadsheet takes what begins like a formula for one, whoever wrote it: an apostrophe before it keeps it text. */
function cell(value: string | boolean | object): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

export const csvLine = (entry: AuditLogExt): string =>
  `${columns.map((column) => cell(entry[column] ?? '')).join(',')}\r\n`

/** Says that there are more, where a reader of the file sees it. */
export const csvEnd = (most: number): string => `"","","","","","","the newest ${most} entries alone: ask for less"\r\n`
