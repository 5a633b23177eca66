import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { useListSearch } from '../lists/use-list-search'
import { projectQuery } from '../projects/projects.queries'
import { useProjectRights } from '../projects/use-project-rights'
import { usePageTitle } from '../shell/use-page-title'
import { DeletedList } from './deleted-list'
import { TagList } from './tag-list'

/** A repository as people think of it: its tags, and what was lately deleted. */
export function RepositoryPage() {
  const { t } = useTranslation()
  const { project, _splat: repository = '' } = useParams({ from: '/shell/projects/$project/repositories/$' })
  const [{ view }] = useListSearch()
  const { data: projectData } = useQuery(projectQuery(project))
  const may = useProjectRights(projectData?.project_id)
  usePageTitle(`${project}/${repository}`)

  return (
    <>
      <Breadcrumb
        items={[
          { title: <Link to="/projects">{t('project.list')}</Link> },
          {
            title: (
              <Link to="/projects/$project" params={{ project }}>
                {project}
              </Link>
            ),
          },
          { title: repository },
        ]}
      />
      <header className="project-header">
        <div className="project-title">
          <h1>{repository}</h1>
        </div>
      </header>
      <nav className="tabs" aria-label={t('repository.sections')}>
        {([undefined, 'deleted'] as const).map((one) => (
          <Link
            key={one ?? 'tags'}
            to="/projects/$project/repositories/$"
            params={{ project, _splat: repository }}
            search={{ view: one }}
            activeOptions={{ includeSearch: true, explicitUndefined: true }}
            activeProps={{ className: 'active' }}
          >
            {one === undefined ? t('tag.list') : t('deleted.list')}
          </Link>
        ))}
      </nav>
      <div className="section">
        {view === undefined ? (
          <TagList project={project} repository={repository} mayDelete={may('tag', 'delete')} />
        ) : (
          <DeletedList project={project} repository={repository} mayRestore={may('repository', 'push')} />
        )}
      </div>
    </>
  )
}
