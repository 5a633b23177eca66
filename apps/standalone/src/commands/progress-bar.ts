import type { CopyCounts } from '@berth/transfer'

const width = 30
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** Bytes in the largest unit that leaves at least one of it. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

/** One line: a bar, manifests of all, bytes, the repository at hand. */
export function progressLine(counts: Readonly<CopyCounts>, total: number, repository: string): string {
  const done = counts.manifests + counts.skipped
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * width)
  const bar = '#'.repeat(filled) + '-'.repeat(width - filled)
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)}%  ${done}/${total} manifests  ${formatBytes(counts.bytes)}  ${repository}`
}

/** Shows how far a copy is: on a terminal one line that changes, elsewhere a line every ten seconds. */
export class ProgressBar {
  private last = 0

  constructor(
    private readonly total: number,
    private readonly out: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>,
  ) {}

  show(counts: Readonly<CopyCounts>, repository: string): void {
    const now = Date.now()
    if (now - this.last < (this.out.isTTY ? 100 : 10_000)) return
    this.last = now
    const line = progressLine(counts, this.total, repository)
    this.out.write(this.out.isTTY ? `\r\x1b[2K${line.slice(0, (this.out.columns ?? 80) - 1)}` : `${line}\n`)
  }

  /** Makes room for a line of its own. */
  clear(): void {
    if (this.out.isTTY) this.out.write('\r\x1b[2K')
  }
}
