import { readFile, readdir } from 'node:fs/promises'

export interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly name: string
  /** CPU time of the process and of its children that have ended, user and system. */
  readonly cpuSeconds: number
}

/** Linux counts in hundredths of a second (USER_HZ) on every architecture that Berth runs on. */
const TICKS_PER_SECOND = 100

/** Reads the content of `/proc/<pid>/stat`. */
export function parseStat(text: string): ProcessEntry {
  // The name stands in parentheses, and may hold any character itself.
  const [open, close] = [text.indexOf('('), text.lastIndexOf(')')]
  const fields = text.slice(close + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return {
    pid: Number(text.slice(0, open)),
    parent: Number(fields[1]),
    name: text.slice(open + 1, close),
    cpuSeconds: ticks / TICKS_PER_SECOND,
  }
}

/** The entries below `roots`, at any depth, without the roots themselves. */
export function descendants(entries: readonly ProcessEntry[], roots: readonly number[]): ProcessEntry[] {
  const children = Map.groupBy(entries, (entry) => entry.parent)
  const below = (pid: number): ProcessEntry[] =>
    (children.get(pid) ?? []).flatMap((entry) => [entry, ...below(entry.pid)])
  return roots.flatMap(below)
}

/** Every process of the machine. */
export async function listProcesses(): Promise<ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return texts.filter((text) => text !== '').map(parseStat)
}

/** Proportional set size in bytes: private pages, and each shared one divided by how many share it. 0 once it has ended. */
export async function proportionalSetSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
}
