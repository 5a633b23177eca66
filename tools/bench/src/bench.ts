import type { Options } from './options.js'
import { UsageError } from './options.js'
import { number, times } from './report/format.js'
import { ratio, summarize, type WorkloadResult } from './result.js'
import { runWorkload } from './run.js'
import { makeContent, seed } from './seed.js'
import { isRegistry, type Server } from './servers/server.js'
import { startServers } from './start-servers.js'
import { workingFolder } from './working-folder.js'
import type { Workload } from './workload.js'
import { workloads } from './workloads.js'

const GB = 1e9

export interface BenchResult {
  readonly servers: readonly Pick<Server, 'id' | 'title'>[]
  readonly results: readonly WorkloadResult[]
}

function choose(only: readonly string[]): readonly Workload[] {
  const chosen = workloads.filter(({ name }) => only.length === 0 || only.some((text) => name.includes(text)))
  if (chosen.length > 0) return chosen
  throw new UsageError(`--only: no such workload. There are:\n${workloads.map(({ name }) => `  ${name}`).join('\n')}`)
}

function progressLine(result: WorkloadResult, servers: readonly Server[]): string {
  const parts = servers.flatMap((server) => {
    const fault = result.faults.get(server.id)
    if (fault !== undefined) return [`${server.id} FAILED: ${fault}`]
    const summary = summarize(result, server.id)
    if (summary === undefined) return []
    const against = server.id === 'berth' ? '' : ` (${times(ratio(result, server.id))})`
    return [`${server.id} ${number(summary.figure)}${against}`]
  })
  return `${result.workload.name} [${result.workload.unit}]: ${parts.join(', ')}`
}

/**
 * Starts the servers, fills them alike, and measures the chosen workloads.
 *
 * @param tell gets one line of progress at a time
 * @throws {UsageError} when the options cannot be followed on this machine
 */
export async function bench(options: Options, tell: (line: string) => void, signal: AbortSignal): Promise<BenchResult> {
  const chosen = choose(options.only)
  const content = makeContent(new Set(chosen.flatMap((workload) => workload.needs ?? [])))
  await using folder = await workingFolder(options.folder, options.whole ? 20 * GB : 5 * GB)
  await using running = new AsyncDisposableStack()
  tell('Starting the servers ...')
  const servers = await startServers(options, folder.path, (server) => running.use(server))
  for (const server of servers.filter(isRegistry)) {
    signal.throwIfAborted()
    tell(`Filling ${server.title} ...`)
    await seed(server, content)
  }
  const results: WorkloadResult[] = []
  for (const workload of chosen) {
    const { rounds, seconds, pushes } = options
    const result = await runWorkload(workload, { servers, content, rounds, budget: { seconds, pushes }, signal })
    tell(progressLine(result, servers))
    results.push(result)
  }
  return { servers: servers.map(({ id, title }) => ({ id, title })), results }
}
