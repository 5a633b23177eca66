import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { lazyPart, onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { projectQuery } from '../session/project.queries'
import { useRights } from '../session/rights.queries'
import { CachedOnly } from './cached-only'
import { defaultRepositorySort, repositoriesQuery } from './repositories.queries'
import { useRepositoryColumns } from './repository-columns'

const route = getRouteApi('/shell/projects/$project/')
const PushDrawer = onDemand(async () => (await import('./push-drawer')).PushDrawer)
const PullThroughDrawer = onDemand(
  async () => (await withTexts(import('./pull-through-drawer'), 'repositoriesLater')).PullThroughDrawer,
)
const PullThrough = lazyPart(async () => (await withTexts(import('./pull-through'), 'repositoriesLater')).PullThrough)
const PushInstructions = lazyPart(async () => (await import('./push-instructions')).PushInstructions)

export function RepositoriesPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const [isAsking, setAsking] = useState(false)
  const query = useQuery(repositoriesQuery(project, search))
  const { may, isWaiting } = useRights({ project })
  const { data: shown } = useQuery(projectQuery(project))
  const columns = useRepositoryColumns(project)

  const isEmpty = search.q === undefined && query.data?.total === 0 && !query.isPlaceholderData
  const isProxy = shown !== undefined && shown.registry_id > 0
  const Instructions = isProxy ? PullThrough : PushInstructions
  const Instructed = isProxy ? PullThroughDrawer : PushDrawer
  const isInstructed = isProxy || may('repository:push')
  if (isEmpty && !isWaiting && shown !== undefined)
    return isInstructed ? (
      <Suspense fallback={<Skeleton active />}>
        <Instructions project={project} />
      </Suspense>
    ) : (
      <EmptyState title={t('repository.none')} text={t('repository.noneAsk')} />
    )
  return (
    <>
      <CachedOnly project={project} />
      <ListPage
        name="repositories"
        label={t('repository.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultRepositorySort}
        searchLabel={t('repository.search')}
        actions={
          isInstructed ? (
            <Button onClick={() => setAsking(true)}>{isProxy ? t('pull.through') : t('push.button')}</Button>
          ) : undefined
        }
        refused={t('project.refused', { name: project })}
        empty={null}
      />
      <Instructed project={project} open={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}
