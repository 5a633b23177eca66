import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useMatches } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import { SubjectHeader } from '../components/subject-header'
import { activeTab, Tabs } from '../components/tabs'
import { Trail } from '../components/trail'
import { ErrorPanel } from '../errors/error-panel'
import { isNotFound } from '../errors/is-not-found'
import { ToProjects } from '../errors/to-projects'
import { Guard } from '../nav/guard'
import { pages, pagesAt } from '../nav/pages'
import { usePageTitle } from '../components/use-page-title'
import { projectQuery } from '../session/project.queries'
import { RoleOf } from '../rights/role-of'
import { useRights } from '../session/rights.queries'
import { AccessTag } from './access-tag'
import { ProjectFigures } from './project-figures'
import { ProxyTag } from './proxy-tag'

const route = getRouteApi('/shell/projects/$project')

export function ProjectLayout() {
  const { t } = useTranslation()
  const { project: name } = route.useParams()
  const { data: project, error, refetch } = useQuery(projectQuery(name))
  const { may } = useRights({ project: name })
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page })
  usePageTitle(page === undefined || page === pages.repositories ? name : `${page.title(t)} · ${name}`)

  if (isNotFound(error)) throw error
  const refused = error instanceof ApiError && error.status === 403
  const trail = (
    <Trail
      steps={[
        { key: 'projects', content: <Link to="/projects">{t('project.list')}</Link> },
        { key: 'project', content: name },
      ]}
    />
  )
  if (error !== null)
    return (
      <>
        {trail}
        <div className="section">
          <h1 className="visually-hidden">{name}</h1>
          <ErrorPanel
            error={error}
            onRetry={refetch}
            wayOut={<ToProjects />}
            {...(refused ? { next: t('project.refused', { name }) } : {})}
          />
        </div>
      </>
    )
  return (
    <>
      {trail}
      <SubjectHeader
        name={name}
        marks={
          project === undefined ? (
            <Skeleton.Button active size="small" />
          ) : (
            <>
              <AccessTag isPublic={project.metadata.public === 'true'} />
              <ProxyTag registryId={project.registry_id} />
              <span className="muted">
                <RoleOf id={project.current_user_role_id} />
              </span>
            </>
          )
        }
      >
        <ProjectFigures name={name} />
      </SubjectHeader>
      <Tabs label={t('project.sections')}>
        {pagesAt(may, 'project').map(({ to, title }) => (
          <Link
            key={to}
            to={to}
            params={{ project: name }}
            activeOptions={{ exact: to === pages.repositories.to, includeSearch: false }}
            activeProps={activeTab}
          >
            {title(t)}
          </Link>
        ))}
      </Tabs>
      <div className="section">
        <Guard scope={{ project: name }}>
          <Outlet />
        </Guard>
      </div>
    </>
  )
}
