import { ratio, reachesTarget, summarize, type WorkloadResult } from '../result.js'
import type { Server } from '../servers/server.js'
import type { Target } from '../workload.js'
import { markdownTable, mebibytes, number, times } from './format.js'

type Named = Pick<Server, 'id' | 'title'>

const without = (servers: readonly Named[], id: Named['id']) => servers.filter((server) => server.id !== id)

function targetText(target: Target | undefined, servers: readonly Named[]): string {
  if (target === undefined) return ''
  const of = servers.find((server) => server.id === target.of)?.title ?? target.of
  return `≥ ${target.times} × ${of}`
}

function verdict(result: WorkloadResult): string {
  const reached = reachesTarget(result)
  if (reached === undefined) return ''
  return reached ? 'yes' : '**no**'
}

/** Figures and ratios: what one looks at first. */
export function figureTable(results: readonly WorkloadResult[], servers: readonly Named[]): string {
  const others = without(servers, 'berth')
  return markdownTable(
    [
      'work',
      'unit',
      ...servers.map((server) => server.title),
      ...others.map((server) => `Berth / ${server.title}`),
      'target',
      'reached',
    ],
    results.map((result) => [
      result.workload.name,
      result.workload.unit,
      ...servers.map((server) => number(summarize(result, server.id)?.figure ?? Number.NaN)),
      ...others.map((server) => times(ratio(result, server.id))),
      targetText(result.workload.target, servers),
      verdict(result),
    ]),
  )
}

/** The rest of what was measured, one line per workload and server. */
export function detailTable(results: readonly WorkloadResult[], servers: readonly Named[]): string {
  const rows = results.flatMap((result) =>
    servers.flatMap((server) => {
      const summary = summarize(result, server.id)
      if (summary === undefined) return []
      return [
        [
          result.workload.name,
          server.title,
          `${number(summary.low)}–${number(summary.high)}`,
          number(summary.p50),
          number(summary.p99),
          number(summary.cpuSeconds),
          number(summary.cpuPerRequest),
          mebibytes(summary.peakMemory),
        ],
      ]
    }),
  )
  return markdownTable(
    ['work', 'server', 'lowest–highest', 'p50 ms', 'p99 ms', 'CPU s', 'CPU ms/request', 'peak MiB'],
    rows,
  )
}

/** One line per server that could not do a workload. */
export function faultList(results: readonly WorkloadResult[], servers: readonly Named[]): string[] {
  return results.flatMap((result) =>
    servers.flatMap((server) => {
      const fault = result.faults.get(server.id)
      return fault === undefined ? [] : [`${result.workload.name}, ${server.title}: ${fault}`]
    }),
  )
}
