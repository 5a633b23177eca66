import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { RelativeTime } from '../components/relative-time'
import type { Overview } from './home.queries'

interface OwnProjectsProps {
  projects: Overview['projects']
  /** How many there are in all. */
  count: number
}

/** Projects in which the reader has a role: those that changed last. */
export function OwnProjects({ projects, count }: OwnProjectsProps) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('home.projects')}
      actions={<Link to="/projects">{t('home.allProjects', { count: Math.max(count, projects.length) })}</Link>}
    >
      {projects.length === 0 ? <p className="muted">{t('home.noProjects')}</p> : null}
      <ul className={panels.rows}>
        {projects.map(({ name, repo_count: repositories, update_time: time }) => (
          <li key={name}>
            <span>
              <Link to="/projects/$project/overview" params={{ project: name }} className="strong-link">
                {name}
              </Link>{' '}
              <span className="muted">{t('repository.count', { count: repositories })}</span>
            </span>
            <RelativeTime value={time} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
