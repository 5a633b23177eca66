import type { Job } from './job.js'

/** What a timer can wait for: asked for more it fires at once. */
const LONGEST_TIMER_SECONDS = Math.floor((2 ** 31 - 1) / 1000)

export type JobTable = ReadonlyMap<string, Job>

/**
 * Every job by its name.
 *
 * @param names the jobs there are
 * @throws {Error} unless each name has exactly one handler, each handler one of the names, and each a time limit that can be kept
 */
export function createJobTable(names: readonly string[], jobs: readonly Job[]): JobTable {
  const faults = [
    ...names.filter((name) => jobs.every((job) => job.name !== name)).map((name) => `${name} has no handler`),
    ...names
      .filter((name) => jobs.filter((job) => job.name === name).length > 1)
      .map((name) => `${name} has more than one handler`),
    ...jobs.filter((job) => !names.includes(job.name)).map((job) => `${job.name} has a handler and no contract`),
    ...jobs
      .filter((job) => job.timeLimitSeconds > LONGEST_TIMER_SECONDS)
      .map((job) => `${job.name} has a time limit of more than ${LONGEST_TIMER_SECONDS} s`),
  ]
  if (faults.length > 0) throw new Error(`The jobs are not consistent: ${faults.join('; ')}.`)
  return new Map(jobs.map((job) => [job.name, job]))
}
