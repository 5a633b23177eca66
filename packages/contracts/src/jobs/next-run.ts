import { CronExpressionParser } from 'cron-parser'

/** Five fields, or six where the first is the second. More than once a minute is no schedule. */
const FIELDS = /^\s*(\d+\s+)?\S+(\s+\S+){4}\s*$/

/** When a schedule is next due after `from`, in UTC. @throws {Error} when `cron` is not a cron expression */
export function nextRun(cron: string, from: Date): Date {
  if (!FIELDS.test(cron)) throw new Error('A schedule has five fields, or six with the second before them.')
  return CronExpressionParser.parse(cron, { currentDate: from, tz: 'UTC' }).next().toDate()
}
