import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findProgram } from '@berth/testkit'
import type { Outcome } from './outcome.js'
import type { RequestLoad } from './request.js'
import { runTool } from './run-tool.js'
import { parseWrkOutput } from './wrk-output.js'

const SCRIPT = fileURLToPath(new URL('../../wrk/get.lua', import.meta.url))

/** GET requests over connections that are kept open, by wrk. */
export async function getRequests(load: RequestLoad): Promise<Outcome> {
  const wrk = await findProgram('wrk', 'wrk')
  // The server shares the machine: at most half of the cores make load.
  const threads = Math.max(1, Math.min(load.connections, Math.floor(availableParallelism() / 2)))
  const output = await runTool(
    wrk,
    `-t ${threads} -c ${load.connections} -d ${load.seconds}s --timeout 30s -s`
      .split(' ')
      .concat(SCRIPT, load.url, '--', load.authorization ?? '-', load.accept, load.paths),
    load.seconds,
  )
  return parseWrkOutput(output)
}
