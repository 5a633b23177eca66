import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { SubjectHeader } from '../components/subject-header'
import { activeTab, Tabs } from '../components/tabs'
import { Trail } from '../components/trail'
import { usePageTitle } from '../components/use-page-title'
import { useRights } from '../session/rights.queries'
import { TagList } from './tag-list'

const route = getRouteApi('/shell/projects/$project/repositories/$')
const DeletedList = lazy(async () => ({ default: (await import('./deleted-list')).DeletedList }))

/** A repository as people think of it: its tags, and what was lately deleted. */
export function RepositoryPage() {
  const { t } = useTranslation()
  const { project, _splat: repository = '' } = route.useParams()
  const { view } = route.useSearch()
  usePageTitle(`${project}/${repository}`)
  const { may } = useRights({ project })

  return (
    <>
      <Trail
        steps={[
          { key: 'projects', content: <Link to="/projects">{t('project.list')}</Link> },
          {
            key: 'project',
            content: (
              <Link to="/projects/$project" params={{ project }}>
                {project}
              </Link>
            ),
          },
          { key: 'repository', content: repository },
        ]}
      />
      <SubjectHeader name={repository} />
      <Tabs label={t('repository.sections')}>
        {(may('repository:read') ? ([undefined, 'deleted'] as const) : [undefined]).map((one) => (
          <Link
            key={one ?? 'tags'}
            to="/projects/$project/repositories/$"
            params={{ project, _splat: repository }}
            search={{ view: one }}
            activeOptions={{ includeSearch: true, explicitUndefined: true }}
            activeProps={activeTab}
          >
            {one === undefined ? t('tag.list') : t('deleted.list')}
          </Link>
        ))}
      </Tabs>
      <div className="section">
        {view === undefined ? (
          <TagList project={project} repository={repository} />
        ) : (
          <Suspense fallback={null}>
            <DeletedList project={project} repository={repository} />
          </Suspense>
        )}
      </div>
    </>
  )
}
