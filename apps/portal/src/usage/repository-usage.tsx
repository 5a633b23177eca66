import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { SharesBar } from './shares-bar'
import styles from './usage.module.css'
import { repositoryUsageQuery } from './usage.queries'

/** What a repository holds: what deleting it frees, and what others of its project have too. */
export function RepositoryUsage({ project, repository }: { project: string; repository: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(repositoryUsageQuery(project, repository))
  if (!data) return null
  const bytes = (count: number) => formatBytes(count, i18n.language)
  const { size, own_size: own, shared_size: shared } = data
  return (
    <section className={styles.repository} aria-label={t('usage.ofRepository')}>
      <p>{t('usage.size', { size: bytes(size) })}</p>
      <SharesBar
        label={t('usage.picture', { own: bytes(own), shared: bytes(shared) })}
        own={own}
        shared={shared}
        most={size}
      />
      <dl className={styles.legend}>
        <div>
          <dt>
            <span className={styles.own} aria-hidden />
            {t('usage.own')}
          </dt>
          <dd title={t('usage.ownText')}>{bytes(own)}</dd>
        </div>
        <div>
          <dt>
            <span className={styles.shared} aria-hidden />
            {t('usage.shared')}
          </dt>
          <dd>{bytes(shared)}</dd>
        </div>
      </dl>
    </section>
  )
}
