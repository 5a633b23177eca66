import { InfoCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { systemInfoQuery } from './session.queries'
import styles from './system-notices.module.css'

/** What the administrators tell everybody on every page, and that nothing can be changed, while that is so. */
export function SystemNotices() {
  const { t } = useTranslation()
  const { data: system } = useQuery(systemInfoQuery)
  const notices = [system?.banner_message, system?.read_only && t('system.readOnly')]
  return notices.map((notice) =>
    notice ? (
      <p key={notice} className={styles.notice} role="status">
        <InfoCircleFilled aria-hidden />
        <span>{notice}</span>
      </p>
    ) : null,
  )
}
