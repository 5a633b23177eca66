import { useTranslation } from 'react-i18next'
import { useRestorableTime } from '../session/use-restorable-time'

/** Says before something goes whether it can be brought back, and how long. Undefined where the reader may not, or nobody knows. */
export function useWayBack(mayRestore: boolean): string | undefined {
  const { t } = useTranslation()
  const time = useRestorableTime()
  if (!mayRestore || time === undefined) return undefined
  return time === null ? t('deleted.noWayBack') : t('deleted.wayBack', { time })
}
