import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { systemInfoQuery } from './session.queries'

const DAY = 86_400
const HOUR = 3600

/** How long what is deleted can be brought back, in words: `7 days`. Null where it is gone at once, undefined where the server has not said. */
export function useRestorableTime(): string | null | undefined {
  const { i18n } = useTranslation()
  const { data } = useQuery(systemInfoQuery)
  const seconds = data?.restorable_seconds
  if (seconds === undefined) return undefined
  if (seconds === 0) return null
  const [value, unit] = seconds >= DAY ? [seconds / DAY, 'day'] : [Math.max(1, seconds / HOUR), 'hour']
  return new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(value)
}
