import { readFile, writeFile } from 'node:fs/promises'

const KB_PER_MB = 1024

export interface MemoryWatch {
  /** The most that any one of the processes has grown beyond its resident memory at the beginning, in MB. */
  growth(): Promise<number>
  /** The most resident memory that any one of the processes has had, in MB. */
  peak(): Promise<number>
}

/** Watches the resident memory of processes from now on. The kernel keeps the peak, so that none between two looks is missed. */
export async function watchMemory(pids: readonly number[]): Promise<MemoryWatch> {
  // Resets the peak to what is resident now: proc(5), clear_refs.
  await Promise.all(pids.map((pid) => writeFile(`/proc/${pid}/clear_refs`, '5')))
  const before = await Promise.all(pids.map((pid) => statusKb(pid, 'VmRSS')))
  const peaksOf = () => Promise.all(pids.map((pid) => statusKb(pid, 'VmHWM')))
  return {
    async peak() {
      return Math.round(Math.max(...(await peaksOf())) / KB_PER_MB)
    },
    async growth() {
      const peaks = await peaksOf()
      return Math.round(Math.max(...peaks.map((peak, index) => peak - (before[index] ?? 0))) / KB_PER_MB)
    },
  }
}

async function statusKb(pid: number, key: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])
}
