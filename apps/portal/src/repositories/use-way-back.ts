import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { systemInfoQuery } from '../session/session.queries'

const DAY = 86_400
const HOUR = 3600

/** How long what is deleted can be brought back, in words: `7 days`. Undefined where it cannot, or the server has not said. */
export function useRestorableTime(): string | undefined {
  const { i18n } = useTranslation()
  const { data } = useQuery(systemInfoQuery)
  const seconds = data?.restorable_seconds ?? 0
  if (seconds <= 0) return undefined
  const [value, unit] = seconds >= DAY ? [seconds / DAY, 'day'] : [Math.max(1, seconds / HOUR), 'hour']
  return new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(value)
}

/** Says before something goes whether it can be brought back, and how long. */
export function useWayBack(): string {
  const { t } = useTranslation()
  const time = useRestorableTime()
  return time === undefined ? t('deleted.noWayBack') : t('deleted.wayBack', { time })
}
