import { z } from 'zod'
import { LoadError, type Outcome } from './outcome.js'

const count = z.number().int().nonnegative()
const schema = z.object({
  requests: count,
  bytes: count,
  microseconds: count,
  p50: count,
  p99: count,
  failed: z.object({ connect: count, read: count, write: count, status: count, timeout: count }),
})

/**
 * Reads what a script of ours wrote last to wrk's standard output.
 *
 * @throws {LoadError} when there is no such line, or when an answer was an error: refusals are fast and must not count
 */
export function parseWrkOutput(text: string): Outcome {
  const lines = text.trimEnd().split('\n')
  const fault = lines.find((line) => line.startsWith('fault: '))
  if (fault !== undefined) throw new LoadError(fault.slice('fault: '.length))
  const line = lines.at(-1) ?? ''
  if (!line.startsWith('{')) throw new LoadError(`wrk wrote no result: ${text.trim()}`)
  const result = schema.parse(JSON.parse(line))
  const faults = Object.entries(result.failed).filter(([, number]) => number > 0)
  if (faults.length > 0) {
    const list = faults.map(([kind, number]) => `${number} ${kind}`).join(', ')
    throw new LoadError(`errors among ${result.requests} answers: ${list}`)
  }
  if (result.requests === 0) throw new LoadError('not one answer in time')
  return {
    requests: result.requests,
    bytes: result.bytes,
    seconds: result.microseconds / 1e6,
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
  }
}
