import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import { RelativeTime } from '../components/relative-time'
import styles from './project-overview.module.css'
import { firstRepositoriesQuery } from './project-overview.queries'

interface FirstRepositoriesProps {
  project: string
  sort: '-update_time' | '-pull_count'
  title: string
}

/** The repositories that changed last, or that are pulled most. */
export function FirstRepositories({ project, sort, title }: FirstRepositoriesProps) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(firstRepositoriesQuery(project, sort))
  const most = Math.max(1, ...(data?.items ?? []).map((repository) => repository.pull_count))
  return (
    <Panel title={title}>
      {data?.items.length === 0 ? <p className="muted">{t('repository.none')}</p> : null}
      <ul className={styles.rows}>
        {data?.items.map(({ name, pull_count: pulls, update_time: time }) => (
          <li key={name}>
            <span className={styles.row}>
              <Link
                to="/projects/$project/repositories/$"
                params={{ project, _splat: name.slice(project.length + 1) }}
                className="strong-link"
              >
                {name.slice(project.length + 1)}
              </Link>
              {sort === '-update_time' ? (
                <RelativeTime value={time} />
              ) : (
                <span className="nowrap">{new Intl.NumberFormat(i18n.language).format(pulls)}</span>
              )}
            </span>
            {sort === '-pull_count' ? (
              <span className={styles.bar} aria-hidden="true">
                <i style={{ width: `${(pulls / most) * 100}%` }} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
