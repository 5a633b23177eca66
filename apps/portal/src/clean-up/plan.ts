import type { components } from '@berth/api-client'
import { parametersOf } from './run'

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
