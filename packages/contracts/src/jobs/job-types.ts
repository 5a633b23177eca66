import { jobContracts } from './jobs.js'

/** The queue that is no queue: while it is paused, no schedule starts anything. */
export const SCHEDULER = 'SCHEDULER'

const types = new Map(
  Object.entries(jobContracts).map(([name, contract]) => [name, 'type' in contract ? contract.type : inCapitals(name)]),
)

function inCapitals(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}

/** What Harbor's clients call a job; of one that this version does not know, its name in capitals. */
export const jobTypeOf = (name: string): string => types.get(name) ?? inCapitals(name)

/** Every type with its jobs. */
export const jobTypes: ReadonlyMap<string, readonly string[]> = Map.groupBy(types.keys(), jobTypeOf)
