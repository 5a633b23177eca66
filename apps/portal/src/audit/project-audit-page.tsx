import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useListSearch } from '../lists/use-list-search'
import { AuditList } from './audit-list'

const route = getRouteApi('/shell/projects/$project/audit-log')

export function ProjectAuditPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  return (
    <AuditList project={project} search={search} onSearch={change} refused={t('project.refused', { name: project })} />
  )
}
