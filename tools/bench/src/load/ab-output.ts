import { LoadError, type Outcome } from './outcome.js'

function numberAfter(text: string, label: string): number | undefined {
  const found = new RegExp(`^${label}:\\s+([0-9.]+)`, 'm').exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

/**
 * Reads ApacheBench's report.
 *
 * @param report standard output
 * @param percentages the file that `-e` wrote: a line `percent,milliseconds` for each per cent
 * @throws {LoadError} when it is no report, or when an answer was an error
 */
export function parseAbOutput(report: string, percentages: string): Outcome {
  const requests = numberAfter(report, 'Complete requests')
  const seconds = numberAfter(report, 'Time taken for tests')
  const bytes = numberAfter(report, 'Total transferred')
  if (requests === undefined || seconds === undefined || bytes === undefined) {
    throw new LoadError(`ab wrote no result: ${report.trim()}`)
  }
  const refused = numberAfter(report, 'Non-2xx responses') ?? 0
  const failed = numberAfter(report, 'Failed requests') ?? 0
  if (refused + failed > 0) {
    throw new LoadError(`errors among ${requests} answers: ${refused} status, ${failed} connection`)
  }
  if (requests === 0) throw new LoadError('not one answer in time')
  const percentile = (percent: number) => Number(new RegExp(`^${percent},([0-9.]+)$`, 'm').exec(percentages)?.[1])
  return { requests, bytes, seconds, p50: percentile(50), p99: percentile(99) }
}
