import { useTranslation } from 'react-i18next'
import type { Entry } from './audit.queries'
import styles from './entry-details.module.css'

/** All that is known of an entry, beneath its row. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'long' })
  const { op_time: at, operation_description: text, source_address, request_id, details } = entry
  return (
    <div className={styles.details}>
      <p>{time.format(new Date(at))}</p>
      <p>{text}</p>
      <pre tabIndex={0} aria-label={t('audit.details')}>
        {JSON.stringify({ source_address, request_id, ...details }, undefined, 2)}
      </pre>
    </div>
  )
}
