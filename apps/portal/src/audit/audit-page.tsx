import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { useListSearch } from '../lists/use-list-search'
import { AuditList } from './audit-list'

const route = getRouteApi('/shell/audit-log')

export function AuditPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  usePageTitle(t('nav.auditLog'))
  return <AuditList title={t('nav.auditLog')} search={search} onSearch={change} />
}
