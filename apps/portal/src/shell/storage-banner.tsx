import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { storageFullQuery } from '../session/session.queries'

/** Says on every page that nothing can be pushed, while that is so. */
export function StorageBanner() {
  const { t } = useTranslation()
  const { data: isFull = false } = useQuery(storageFullQuery)
  return isFull ? <Notice tone="danger">{t('app.storageFull')}</Notice> : null
}
