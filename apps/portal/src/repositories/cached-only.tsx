import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { projectQuery } from '../session/project.queries'
import styles from './cached-only.module.css'

/** Says of a proxy cache that it shows less than its registry has; nothing in other projects. */
export function CachedOnly({ project: name }: { project: string }) {
  const { t } = useTranslation()
  const { data: project } = useQuery(projectQuery(name))
  if (project === undefined || project.registry_id === 0) return null
  return (
    <div className={styles.copies}>
      <Notice>{t('repository.cachedOnly')}</Notice>
    </div>
  )
}
