import type { Fault } from './fault.js'

/** One `key = value` of the file. */
export interface Entry {
  readonly key: string
  readonly value: string
  /** `<file>:<line>`, or what else the value came from. */
  readonly where: string
}

export interface ParsedCfg {
  readonly entries: ReadonlyMap<string, Entry>
  readonly faults: readonly Fault[]
}

/**
 * Reads harbor.cfg's flat form: `key = value` (`:` is taken too, as Harbor's reader does), `#` and `;` comments.
 * Sections are refused, except the one that Harbor's own reader puts in front.
 *
 * @param file name to show in faults
 */
export function parseCfg(text: string, file: string): ParsedCfg {
  const entries = new Map<string, Entry>()
  const faults: Fault[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/^\uFEFF/, '').trim()
    const where = `${file}:${index + 1}`
    if (line === '' || line.startsWith('#') || line.startsWith(';') || line === '[configuration]') continue
    const match = /^([A-Za-z_][A-Za-z0-9_]*)\s*[=:]\s*(.*)$/.exec(line)
    const [, key, value] = match ?? []
    if (key === undefined || value === undefined) {
      faults.push({ where, message: `is not of the form key = value: ${line}` })
      continue
    }
    const earlier = entries.get(key)
    if (earlier !== undefined) faults.push({ where, key, message: `stands twice, first at ${earlier.where}` })
    else entries.set(key, { key, value: unquoted(value), where })
  }
  return { entries, faults }
}

/** Harbor's first releases wrote their values in quotes. */
function unquoted(value: string): string {
  return /^"([^"]*)"$/.exec(value)?.[1] ?? value
}
