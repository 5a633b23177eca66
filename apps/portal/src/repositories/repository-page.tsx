import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../components/on-demand'
import { SubjectHeader } from '../components/subject-header'
import { activeTab, Tabs } from '../components/tabs'
import { Trail } from '../components/trail'
import { usePageTitle } from '../components/use-page-title'
import { withTexts } from '../i18n/i18n'
import { useRights } from '../session/rights.queries'
import { CachedOnly } from './cached-only'
import { TagList } from './tag-list'

const route = getRouteApi('/shell/projects/$project/repositories/$')
const views = {
  about: lazyPart(async () => (await withTexts(import('./about'), 'repositoriesLater', 'markdown', 'usage')).About),
  untagged: lazyPart(async () => (await withTexts(import('./untagged-list'), 'repositoriesLater')).UntaggedList),
  deleted: lazyPart(async () => (await withTexts(import('./deleted-list'), 'repositoriesLater')).DeletedList),
}

/** A repository as people think of it: its tags, what has none, and what was lately deleted. */
export function RepositoryPage() {
  const { t } = useTranslation()
  const { project, _splat: repository = '' } = route.useParams()
  const { view } = route.useSearch()
  const { may } = useRights({ project, repository })
  const View = view === undefined ? TagList : views[view]
  // What was deleted, and what deleting would free, is for members to know.
  const shown = [undefined, 'untagged', ...(may('repository:read') ? (['deleted', 'about'] as const) : [])] as const
  const titles = {
    tags: t('tag.list'),
    untagged: t('untagged.list'),
    deleted: t('deleted.list'),
    about: t('repository.about'),
  }
  const name = `${project}/${repository}`
  usePageTitle(view === undefined ? name : `${titles[view]} · ${name}`)

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
      <CachedOnly project={project} />
      <Tabs label={t('repository.sections')}>
        {shown.map((one) => (
          <Link
            key={one ?? 'tags'}
            to="/projects/$project/repositories/$"
            params={{ project, _splat: repository }}
            search={{ view: one }}
            activeOptions={{ includeSearch: true, explicitUndefined: true }}
            activeProps={activeTab}
          >
            {titles[one ?? 'tags']}
          </Link>
        ))}
      </Tabs>
      <div className="section">
        <Suspense fallback={null}>
          <View project={project} repository={repository} />
        </Suspense>
      </div>
    </>
  )
}
