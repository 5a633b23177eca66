import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Shares } from './shares'
import styles from './usage.module.css'
import { repositoryUsageQuery } from './usage.queries'

/** What a repository holds: what deleting it frees, and what others of its project have too. */
export function RepositoryUsage({ project, repository }: { project: string; repository: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(repositoryUsageQuery(project, repository))
  if (!data) return null
  return (
    <section className={styles.repository} aria-label={t('usage.ofRepository')}>
      <Shares
        own={data.own_size}
        shared={data.shared_size}
        ownText={t('usage.own')}
        sharedText={t('usage.shared')}
        ownTip={t('usage.ownText')}
      />
    </section>
  )
}
