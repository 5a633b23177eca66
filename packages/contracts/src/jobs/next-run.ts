import { CronExpressionParser } from 'cron-parser'

/** Five fields, or six where the first is the second. More than once a minute is no schedule. */
const FIELDS = /^\s*(\d+\s+)?\S+(\s+\S+){4}\s*$/

/** With its second, which clients of Harbor expect. */
export function withSecond(cron: string): string {
  const fields = cron.trim().split(/\s+/)
  return fields.length === 5 ? `0 ${fields.join(' ')}` : cron
}

/** When a schedule is next due after `from`, in UTC, and then again. @throws {Error} when `cron` is not a cron expression */
export function nextRuns(cron: string, from: Date, count: number): Date[] {
  if (!FIELDS.test(cron)) throw new Error('A schedule has five fields, or six with the second before them.')
  const expression = CronExpressionParser.parse(cron, { currentDate: from, tz: 'UTC' })
  return Array.from({ length: count }, () => expression.next().toDate())
}

/** The first of {@link nextRuns}. */
export function nextRun(cron: string, from: Date): Date {
  const [next] = nextRuns(cron, from, 1)
  if (!next) throw new Error(`${cron} is never due.`)
  return next
}
