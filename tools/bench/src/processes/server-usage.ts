import { setInterval } from 'node:timers/promises'
import { descendants, listProcesses, proportionalSetSize, type ProcessEntry } from './process-tree.js'

/** What a server's processes used while something was measured. */
export interface Usage {
  readonly cpuSeconds: number
  /** Highest sum of their proportional set sizes that was seen, in bytes. */
  readonly peakMemory: number
}

/** Reading a set size takes about a millisecond of a large process: more often would disturb what is measured. */
const SAMPLE_INTERVAL_MS = 1000

async function serverProcesses(roots: readonly number[]): Promise<ProcessEntry[]> {
  // The shells hold the servers for the bench; they belong to no server.
  return descendants(await listProcesses(), roots).filter((entry) => entry.name !== 'sh')
}

async function memory(roots: readonly number[]): Promise<number> {
  const sizes = await Promise.all((await serverProcesses(roots)).map((entry) => proportionalSetSize(entry.pid)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function cpuSeconds(roots: readonly number[]): Promise<number> {
  return (await serverProcesses(roots)).reduce((sum, entry) => sum + entry.cpuSeconds, 0)
}

/**
 * Runs `work` and tells what the processes below `roots` used meanwhile.
 *
 * @param roots the shells that hold the server's processes
 */
export async function withUsage<Result>(
  roots: readonly number[],
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly usage: Usage }> {
  const ended = new AbortController()
  let peakMemory = await memory(roots)
  const sample = async () => {
    for await (const _ of setInterval(SAMPLE_INTERVAL_MS, undefined, { signal: ended.signal })) {
      peakMemory = Math.max(peakMemory, await memory(roots))
    }
  }
  const before = await cpuSeconds(roots)
  const sampling = sample().catch((error: unknown) => {
    if (!ended.signal.aborted) throw error
  })
  try {
    const result = await work()
    const after = await cpuSeconds(roots)
    peakMemory = Math.max(peakMemory, await memory(roots))
    return { result, usage: { cpuSeconds: after - before, peakMemory } }
  } finally {
    ended.abort()
    await sampling
  }
}
