import { type ListSearch, readListSearch } from '../lists/list-state'

export interface RunsSearch extends ListSearch {
  /** Id of the run whose log is shown in the drawer. */
  run?: number | undefined
}

export function readRunsSearch(raw: Record<string, unknown>): RunsSearch {
  const run = Number(raw['run'])
  return { ...readListSearch(raw, ['creation_time']), run: Number.isSafeInteger(run) && run > 0 ? run : undefined }
}
