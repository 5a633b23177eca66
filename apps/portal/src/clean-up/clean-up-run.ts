import type { components } from '@berth/api-client'
import { parametersOf, readRun, type Run } from '../runs/run'

export interface CleanUpRun extends Run {
  isDryRun: boolean
  deletesUntagged: boolean
  freedBytes: number
  blobs: number
  manifests: number
  untagged: number
  failed: number
}

/** What a run was told and what came of it stand together in one JSON text. */
export function readCleanUpRun(history: components['schemas']['GCHistory']): CleanUpRun {
  const parameters = parametersOf(history.job_parameters)
  const count = (key: string) => Number(parameters.get(key) ?? 0)
  return {
    ...readRun(history),
    isDryRun: parameters.get('dry_run') === true,
    deletesUntagged: parameters.get('delete_untagged') === true,
    freedBytes: count('freed_space'),
    blobs: count('purged_blobs'),
    manifests: count('purged_manifests'),
    untagged: count('untagged_manifests'),
    failed: count('failed_blobs'),
  }
}
