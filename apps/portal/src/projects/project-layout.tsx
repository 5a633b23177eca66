import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { Breadcrumb, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import { ErrorPanel } from '../errors/error-panel'
import { usePageTitle } from '../shell/use-page-title'
import { AccessTag } from './access-tag'
import { ProjectFigures } from './project-figures'
import { projectQuery } from './projects.queries'
import { roleName } from './role-name'
import { useProjectRights } from './use-project-rights'

export function ProjectLayout() {
  const { t } = useTranslation()
  const { project: name } = useParams({ from: '/shell/projects/$project' })
  const { data: project, error, refetch } = useQuery(projectQuery(name))
  const may = useProjectRights(project?.project_id)
  usePageTitle(name)

  const refused = error instanceof ApiError && error.status === 403
  return (
    <>
      <Breadcrumb items={[{ title: <Link to="/projects">{t('project.list')}</Link> }, { title: name }]} />
      {error === null ? (
        <>
          <header className="project-header">
            <div className="project-title">
              <h1>{name}</h1>
              {project === undefined ? (
                <Skeleton.Button active size="small" />
              ) : (
                <>
                  <AccessTag isPublic={project.metadata.public === 'true'} />
                  <span className="muted">{roleName(t, project.current_user_role_id)}</span>
                </>
              )}
            </div>
            <ProjectFigures name={name} />
          </header>
          <nav className="tabs" aria-label={t('project.sections')}>
            <Link
              to="/projects/$project"
              params={{ project: name }}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ className: 'active' }}
            >
              {t('repository.list')}
            </Link>
            {may('member', 'list') ? (
              <Link to="/projects/$project/members" params={{ project: name }} activeProps={{ className: 'active' }}>
                {t('member.list')}
              </Link>
            ) : null}
            {may('.', 'update') ? (
              <Link to="/projects/$project/settings" params={{ project: name }} activeProps={{ className: 'active' }}>
                {t('settings.title')}
              </Link>
            ) : null}
          </nav>
          {project === undefined ? <Skeleton active className="section" /> : <Outlet />}
        </>
      ) : (
        <div className="section">
          <h1 className="visually-hidden">{name}</h1>
          <ErrorPanel error={error} onRetry={refetch} {...(refused ? { next: t('project.refused', { name }) } : {})} />
        </div>
      )}
    </>
  )
}
