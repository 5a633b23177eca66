import { markdownTable, number } from '../report/format.js'
import { asPart } from '../report/parts.js'
import { CONNECTIONS, type RestBenchResult, type RestMeasurement, type RestResult } from './rest-bench.js'

const AIM_MILLISECONDS = 100
const AIM_TIMES = 2

function figures(measured: RestMeasurement): string[] {
  return CONNECTIONS.flatMap((connections) => {
    const outcome = typeof measured === 'string' ? undefined : measured.get(connections)
    if (outcome === undefined) return ['–', '–', '–']
    return [number(outcome.requests / outcome.seconds), number(outcome.p50), number(outcome.p99)]
  })
}

const at = (measured: RestMeasurement, connections: number) =>
  typeof measured === 'string' ? undefined : measured.get(connections)

/** How many times as long one request alone takes with much as with little; undefined without a figure. */
function slower({ small, large }: RestResult): number | undefined {
  const [before, after] = [at(small, 1)?.p50, at(large, 1)?.p50]
  return before === undefined || after === undefined ? undefined : after / before
}

/** Says of each workload that misses an aim by how much. */
export function missedAims(results: readonly RestResult[]): string[] {
  return results.flatMap((result) => {
    const { name } = result.workload
    if (typeof result.large === 'string') return [`${name}: no figure, ${result.large}`]
    const p99 = at(result.large, 16)?.p99 ?? Number.NaN
    const times = slower(result) ?? Number.NaN
    return [
      ...(p99 > AIM_MILLISECONDS ? [`${name}: p99 ${number(p99)} ms at 16 connections`] : []),
      ...(times > AIM_TIMES ? [`${name}: ${number(times)} × its time at 1,000 artifacts`] : []),
    ]
  })
}

export interface RestPartInput extends RestBenchResult {
  readonly date: Date
  readonly machine: readonly string[]
  readonly commit: string
  readonly seconds: number
  readonly note?: string | undefined
}

/** The part of `docs/benchmarks.md` about the REST API. */
export function renderRestPart({
  title,
  artifacts,
  events,
  results,
  date,
  machine,
  commit,
  seconds,
  note,
}: RestPartInput): string {
  const header = [
    'Request',
    ...CONNECTIONS.flatMap((count) => [`${count}: requests/s`, 'p50 ms', 'p99 ms']),
    'CPU ms',
    'p50 at 1,000',
    'times',
  ]
  const rows = results.map((result) => {
    const times = slower(result)
    return [
      result.workload.name,
      ...figures(result.large),
      number(at(result.large, 16)?.cpuMilliseconds ?? Number.NaN),
      number(at(result.small, 1)?.p50 ?? Number.NaN),
      times === undefined ? '–' : number(times),
    ]
  })
  const missed = missedAims(results)
  return asPart(
    'rest',
    `## REST API with ${number(artifacts)} artifacts

GET requests to the admin API of ${title} (commit ${commit}) through its proxy, by \`wrk\`, with 1, 16 and 64 connections that are kept
open, ${seconds} s each. "A large repository" holds a sixth of all artifacts, the audit log ${number(events)} entries; sizes of pages are 10
unless told. CPU is the time that all processes of the installation together spend on the processors for one request, with 16
connections: what others do on the machine changes it least. The last two columns are of one connection: the median with 1,000 artifacts in the whole installation, and how many times as long it takes with ${number(artifacts)}.

${[`Measured on ${date.toISOString().slice(0, 10)}`, ...machine, ...(note === undefined ? [] : [note])].map((line) => `- ${line}`).join('\n')}

${markdownTable(header, rows)}

Aims: p99 ≤ ${AIM_MILLISECONDS} ms at 16 connections, and no list slower than ${AIM_TIMES} × its time at 1,000 artifacts. ${
      missed.length === 0 ? 'All are reached.' : `Missed:\n\n${missed.map((line) => `- ${line}`).join('\n')}`
    }

\`\`\`sh
pnpm bench --rest                  # about an hour; writes this part
pnpm bench --rest --events 500000  # a smaller audit log, whose indexes take a quarter of an hour else
pnpm bench --rest --scale 0.1      # with a tenth of it, printed only
\`\`\`
`,
  )
}
