import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Ranking } from '../charts/ranking'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { RelativeTime } from '../components/relative-time'
import { useRights } from '../session/rights.queries'
import { firstRepositoriesQuery } from './project-overview.queries'

/** A repository of the project, by its name without it. */
function RepositoryLink({ project, name }: { project: string; name: string }) {
  const within = name.slice(project.length + 1)
  return (
    <Link to="/projects/$project/repositories/$" params={{ project, _splat: within }} className="strong-link">
      {within}
    </Link>
  )
}

/** The repositories that changed last. */
export function NewestRepositories({ project }: { project: string }) {
  const { t } = useTranslation()
  const { may } = useRights({ project })
  const { data } = useQuery(firstRepositoriesQuery(project, '-update_time'))
  const isEmpty = data?.items.length === 0
  return (
    <Panel
      title={t('projectOverview.newest')}
      actions={
        isEmpty && !may('repository:push') ? null : (
          <Link to="/projects/$project" params={{ project }}>
            {isEmpty ? t('push.button') : t('projectOverview.allRepositories', { number: data?.total ?? 0 })}
          </Link>
        )
      }
    >
      {isEmpty ? <p className="muted">{t('repository.none')}</p> : null}
      <ul className={panels.rows}>
        {data?.items.map(({ name, update_time: time }) => (
          <li key={name}>
            <RepositoryLink project={project} name={name} />
            <RelativeTime value={time} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The repositories that are pulled most. */
export function MostPulled({ project }: { project: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(firstRepositoriesQuery(project, '-pull_count'))
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Panel title={t('projectOverview.mostPulled')}>
      {data ? (
        <Ranking
          rows={data.items.map(({ name, pull_count: value }) => ({ name, value }))}
          format={(value) => number.format(value)}
          none={t('repository.none')}
          link={(name) => <RepositoryLink project={project} name={name} />}
        />
      ) : null}
    </Panel>
  )
}
