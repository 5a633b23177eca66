import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storageFullQuery } from '../session/session.queries'
import styles from './storage-banner.module.css'

/** Says on every page that nothing can be pushed, while that is so. */
export function StorageBanner() {
  const { t } = useTranslation()
  const { data: isFull = false } = useQuery(storageFullQuery)
  return isFull ? (
    <p role="alert" className={styles.banner}>
      {t('app.storageFull')}
    </p>
  ) : null
}
