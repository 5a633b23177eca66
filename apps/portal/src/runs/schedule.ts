import type { components } from '@berth/api-client'

/** What the words for a schedule stand for. */
const meanings = { None: '', Hourly: '0 0 * * * *', Daily: '0 0 0 * * *', Weekly: '0 0 0 * * 0' } as const
const words = new Map<string | null | undefined, 'Hourly' | 'Daily' | 'Weekly'>(
  (['Hourly', 'Daily', 'Weekly'] as const).map((word) => [meanings[word], word]),
)

export const scheduleTypes = ['None', 'Hourly', 'Daily', 'Weekly', 'Custom'] as const

export interface Schedule {
  type: (typeof scheduleTypes)[number]
  cron: string
  nextRun: string | undefined
}

/** The expression of a schedule; none where it never runs. */
export const cronOf = ({ type, cron }: Pick<Schedule, 'type' | 'cron'>): string =>
  type === 'Custom' ? cron : meanings[type]

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
