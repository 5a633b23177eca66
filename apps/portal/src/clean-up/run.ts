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

function parametersOf(text: string): ReadonlyMap<string, unknown> {
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

/** What the words for a schedule stand for. */
const words = new Map<string | null | undefined, 'Hourly' | 'Daily' | 'Weekly'>([
  ['0 0 * * * *', 'Hourly'],
  ['0 0 0 * * *', 'Daily'],
  ['0 0 0 * * 0', 'Weekly'],
])

export const planTypes = ['None', 'Hourly', 'Daily', 'Weekly', 'Custom'] as const

export interface Plan {
  type: (typeof planTypes)[number]
  cron: string
  nextRun: string | undefined
  deletesUntagged: boolean
}

/** Other clients may give any expression together with a word: the expression counts. */
function typeOf({ type, cron }: components['schemas']['ScheduleObj']): Plan['type'] {
  return type === 'None' ? 'None' : (words.get(cron) ?? 'Custom')
}

export function readPlan({ schedule, job_parameters: text }: components['schemas']['ExecutionSchedule']): Plan {
  return {
    type: typeOf(schedule),
    cron: schedule.cron ?? '',
    nextRun: schedule.next_scheduled_time ?? undefined,
    deletesUntagged: parametersOf(text).get('delete_untagged') === true,
  }
}
