import type { Job } from './job.js'

export type JobTable = ReadonlyMap<string, Job>

/**
 * Every job by its name.
 *
 * @param names the jobs there are
 * @throws {Error} unless each name has exactly one handler, and each handler one of the names
 */
export function createJobTable(names: readonly string[], jobs: readonly Job[]): JobTable {
  const faults = [
    ...names.filter((name) => jobs.every((job) => job.name !== name)).map((name) => `${name} has no handler`),
    ...names
      .filter((name) => jobs.filter((job) => job.name === name).length > 1)
      .map((name) => `${name} has more than one handler`),
    ...jobs.filter((job) => !names.includes(job.name)).map((job) => `${job.name} has a handler and no contract`),
  ]
  if (faults.length > 0) throw new Error(`The jobs are not consistent: ${faults.join('; ')}.`)
  return new Map(jobs.map((job) => [job.name, job]))
}
