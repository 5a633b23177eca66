import type { components } from '@berth/api-client'

type History = components['schemas']['GCHistory']

/** A run as the page shows it. */
export interface Run {
  id: number
  status: History['job_status']
  kind: History['job_kind']
  /** It waits or works. */
  isOpen: boolean
  isDryRun: boolean
  deletesUntagged: boolean
  freedBytes: number
  blobs: number
  manifests: number
  untagged: number
  failed: number
  startedAt: string
  endedAt: string
}

/** What a run or a plan carries as JSON text. */
export function parametersOf(text: string): ReadonlyMap<string, unknown> {
  try {
    return new Map(Object.entries(Object(JSON.parse(text))))
  } catch {
    return new Map()
  }
}

/** What a run was told and what came of it stand together in one JSON text. */
export function readRun(history: History): Run {
  const parameters = parametersOf(history.job_parameters)
  const count = (key: string) => Number(parameters.get(key) ?? 0)
  return {
    id: history.id,
    status: history.job_status,
    kind: history.job_kind,
    isOpen: history.job_status === 'Pending' || history.job_status === 'Running',
    isDryRun: parameters.get('dry_run') === true,
    deletesUntagged: parameters.get('delete_untagged') === true,
    freedBytes: count('freed_space'),
    blobs: count('purged_blobs'),
    manifests: count('purged_manifests'),
    untagged: count('untagged_manifests'),
    failed: count('failed_blobs'),
    startedAt: history.creation_time,
    endedAt: history.update_time,
  }
}
