import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { systemInfoQuery } from './session.queries'

/** What the administrators tell everybody on every page, and that nothing can be changed, while that is so. */
export function SystemNotices() {
  const { t } = useTranslation()
  const { data: system } = useQuery(systemInfoQuery)
  const notices = [system?.banner_message, system?.read_only && t('system.readOnly')]
  return notices.map((notice) => (notice ? <Notice key={notice}>{notice}</Notice> : null))
}
