import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { RelativeTime } from '../components/relative-time'
import type { Overview } from './home.queries'

/** Repositories that changed last. */
export function RecentRepositories({ repositories }: Pick<Overview, 'repositories'>) {
  const { t } = useTranslation()
  return (
    <Panel title={t('home.repositories')}>
      {repositories.length === 0 ? <p className="muted">{t('home.noRepositories')}</p> : null}
      <ul className={panels.rows}>
        {repositories.map(({ name, project_name: project, artifact_count: artifacts, update_time: time }) => (
          <li key={name}>
            <span>
              <Link
                to="/projects/$project/repositories/$"
                params={{ project, _splat: name.slice(project.length + 1) }}
                className="strong-link"
              >
                {name}
              </Link>{' '}
              <span className="muted">{t('repository.artifactCount', { count: artifacts })}</span>
            </span>
            <RelativeTime value={time} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
