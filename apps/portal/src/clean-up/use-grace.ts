import { useTranslation } from 'react-i18next'
import { useRestorableTime } from '../session/use-restorable-time'

/** How long what is deleted keeps its space; nothing as long as the server has not said. */
export function useGrace(): string {
  const { t } = useTranslation()
  const time = useRestorableTime()
  if (time === undefined) return ''
  return time === null ? t('cleanUp.notKept') : t('cleanUp.kept', { time })
}
