import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { memory, peakMemory, withCpuTime } from './processes/server-usage.js'
import type { Measurement, WorkloadResult } from './result.js'
import type { Content } from './seed.js'
import type { Server, ServerId } from './servers/server.js'
import { rotate } from './statistics.js'
import type { Budget, Workload } from './workload.js'

export interface RunOptions {
  readonly servers: readonly Server[]
  readonly content: Content
  readonly rounds: number
  readonly budget: Budget
  /** Ends the run before its next round. */
  readonly signal: AbortSignal
}

/** What one server wrote last must not slow the next one down. */
async function settle(workload: Workload): Promise<void> {
  if (workload.writes === true) await promisify(execFile)('sync')
}

/** Measures one workload on each server that can do it, in rounds A B C, B C A, C A B, after one round that does not count. */
export async function runWorkload(workload: Workload, options: RunOptions): Promise<WorkloadResult> {
  const servers = options.servers.filter((server) => server.id !== 'nginx' || workload.onNginx === true)
  const measurements = new Map<ServerId, Measurement[]>(servers.map((server) => [server.id, []]))
  const warmUpMemory = new Map<ServerId, number>()
  const faults = new Map<ServerId, string>()

  const warmUp: Budget = { ...options.budget, pushes: Math.min(options.budget.pushes, 0.25) }
  const warmUpRound = async (server: Server) => {
    const peak = await peakMemory(server.processRoots, () => workload.load(server, options.content, warmUp))
    warmUpMemory.set(server.id, peak)
  }
  const measuredRound = async (server: Server) => {
    const load = () => workload.load(server, options.content, options.budget)
    const { result, cpuSeconds } = await withCpuTime(server.processRoots, load)
    measurements.get(server.id)?.push({ outcome: result, cpuSeconds, memory: await memory(server.processRoots) })
  }
  for (let round = -1; round < options.rounds; round += 1) {
    for (const server of rotate(servers, Math.max(round, 0))) {
      options.signal.throwIfAborted()
      if (faults.has(server.id)) continue
      try {
        await settle(workload)
        await (round < 0 ? warmUpRound(server) : measuredRound(server))
      } catch (error) {
        faults.set(server.id, error instanceof Error ? error.message : String(error))
      }
    }
  }
  return { workload, measurements, warmUpMemory, faults }
}
