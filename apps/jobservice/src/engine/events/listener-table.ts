import type { JobTable } from '../job-table.js'
import type { Listener } from './listener.js'

/** Every listener by its name. */
export type ListenerTable = ReadonlyMap<string, Listener>

/** @throws {Error} unless each listener has a name of its own, and each job that it may start has a handler */
export function createListenerTable(listeners: readonly Listener[], jobs: JobTable): ListenerTable {
  const table = new Map(listeners.map((listener) => [listener.name, listener]))
  const faults = [
    ...(table.size === listeners.length ? [] : ['two have the same name']),
    ...listeners.flatMap(({ name, jobs: wanted }) =>
      wanted.filter((job) => !jobs.has(job)).map((job) => `${name} wants the job ${job}, which has no handler`),
    ),
  ]
  if (faults.length > 0) throw new Error(`The listeners are not consistent: ${faults.join('; ')}.`)
  return table
}
