const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** Three significant digits; whole numbers with thousands separated from 100 on. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return whole.format(value)
  return String(Number(value.toPrecision(3)))
}

export function times(value: number | undefined): string {
  return value === undefined ? '–' : `${number(value)} ×`
}

/** Bytes as MiB. */
export function mebibytes(bytes: number): string {
  return number(bytes / 1024 / 1024)
}

/** A table in Markdown. The first column is text, the others are set to the right. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'))
  return [line(header), line(rule), ...rows.map(line)].join('\n')
}
