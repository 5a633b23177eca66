import type { components } from '@berth/api-client'

/** What the words for a schedule stand for. */
const words = new Map<string | null | undefined, 'Hourly' | 'Daily' | 'Weekly'>([
  ['0 0 * * * *', 'Hourly'],
  ['0 0 0 * * *', 'Daily'],
  ['0 0 0 * * 0', 'Weekly'],
])

export const scheduleTypes = ['None', 'Hourly', 'Daily', 'Weekly', 'Custom'] as const

export interface Schedule {
  type: (typeof scheduleTypes)[number]
  cron: string
  nextRun: string | undefined
}

/** Other clients may give any expression together with a word: the expression counts. */
export function readSchedule({
  type,
  cron,
  next_scheduled_time: nextRun,
}: components['schemas']['ScheduleObj']): Schedule {
  return {
    type: type === 'None' ? 'None' : (words.get(cron) ?? 'Custom'),
    cron: cron ?? '',
    nextRun: nextRun ?? undefined,
  }
}
