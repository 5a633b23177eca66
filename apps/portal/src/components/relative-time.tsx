import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimeFormat } from './time-format'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 hours ago", "in 1 week"; undefined for anything within the last minute. A minute that has begun counts as one that is left. */
export function formatRelative(time: Date, now: Date, language: string): string | undefined {
  const isAhead = time > now
  const seconds = (time.getTime() - now.getTime()) / 1000 + (isAhead ? 59 : 0)
  const format = new Intl.RelativeTimeFormat(language, { numeric: isAhead ? 'always' : 'auto' })
  const unit = units.find(([, length]) => Math.abs(seconds) >= length)
  return unit && format.format(Math.trunc(seconds / unit[1]), unit[0])
}

function formatExact(time: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }).format(time)
}

/** A date and a time of day, here or in UTC: short enough for a table. */
export function formatDate(time: Date, language: string, zone: 'local' | 'utc'): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const
  if (zone === 'local') return new Intl.DateTimeFormat(language, options).format(time)
  return `${new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(time)} UTC`
}

let now = new Date()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const timer = setInterval(() => {
    now = new Date()
    listener()
  }, 30_000)
  return () => {
    clearInterval(timer)
    listeners.delete(listener)
  }
}

/**
 * A time as people say it, or as the reader prefers it, with the exact one on hover. Servers write year 1 for "never". Clocks differ: what seems to lie in the
 * future is "now", unless it is meant to lie `ahead`.
 */
export function RelativeTime({ value, ahead = false }: { value: string | null | undefined; ahead?: boolean }) {
  const { t, i18n } = useTranslation()
  const shownAt = useSyncExternalStore(subscribe, () => now)
  const format = useTimeFormat()
  const time = new Date(value ?? Number.NaN)
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() <= 1)
    return <span className="muted">{t(ahead ? 'time.neverAhead' : 'time.never')}</span>
  const reference = time > shownAt !== ahead ? time : shownAt
  return (
    <time className="nowrap" dateTime={time.toISOString()} data-tip={formatExact(time, i18n.language)}>
      {format === 'relative'
        ? (formatRelative(time, reference, i18n.language) ?? t('time.now'))
        : formatDate(time, i18n.language, format)}
    </time>
  )
}
