import { setInterval } from 'node:timers/promises'
import { descendants, listProcesses, proportionalSetSize, type ProcessEntry } from './process-tree.js'

/** Reading a set size takes about a millisecond of a large process: what is timed at the same moment is disturbed. */
const SAMPLE_INTERVAL_MS = 250

async function serverProcesses(roots: readonly number[]): Promise<ProcessEntry[]> {
  // The shells hold the servers for the bench; they belong to no server.
  return descendants(await listProcesses(), roots).filter((entry) => entry.name !== 'sh')
}

/**
 * Sum of the proportional set sizes of the processes below `roots`, in bytes.
 *
 * @param roots the shells that hold the server's processes
 */
export async function memory(roots: readonly number[]): Promise<number> {
  const sizes = await Promise.all((await serverProcesses(roots)).map((entry) => proportionalSetSize(entry.pid)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function cpuSeconds(roots: readonly number[]): Promise<number> {
  return (await serverProcesses(roots)).reduce((sum, entry) => sum + entry.cpuSeconds, 0)
}

/** Runs `work` and tells the highest {@link memory} that was seen meanwhile. What `work` takes longer for it should not count. */
export async function peakMemory(roots: readonly number[], work: () => Promise<unknown>): Promise<number> {
  const ended = new AbortController()
  let peak = 0
  const look = async () => {
    peak = Math.max(peak, await memory(roots))
  }
  const sample = async () => {
    for await (const _ of setInterval(SAMPLE_INTERVAL_MS, undefined, { signal: ended.signal })) await look()
  }
  const sampling = sample().catch((error: unknown) => {
    if (!ended.signal.aborted) throw error
  })
  try {
    await work()
    await look()
    return peak
  } finally {
    ended.abort()
    await sampling
  }
}

/** Runs `work` and tells the CPU time that the processes below `roots` used meanwhile, in seconds. */
export async function withCpuTime<Result>(
  roots: readonly number[],
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly cpuSeconds: number }> {
  const before = await cpuSeconds(roots)
  const result = await work()
  return { result, cpuSeconds: (await cpuSeconds(roots)) - before }
}
