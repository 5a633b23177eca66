import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { projectQuery } from '../session/project.queries'

/** Says of a proxy cache that it shows less than its registry has; nothing in other projects. */
export function CachedOnly({ project: name }: { project: string }) {
  const { t } = useTranslation()
  const { data: project } = useQuery(projectQuery(name))
  return project !== undefined && project.registry_id > 0 ? <Notice>{t('repository.cachedOnly')}</Notice> : null
}
