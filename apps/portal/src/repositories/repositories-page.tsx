import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { defaultRepositorySort, repositoriesQuery } from './repositories.queries'
import { useRepositoryColumns } from './repository-columns'

const route = getRouteApi('/shell/projects/$project/')
const PushDrawer = onDemand(async () => (await import('./push-drawer')).PushDrawer)
const PushInstructions = lazy(async () => ({ default: (await import('./push-instructions')).PushInstructions }))

export function RepositoriesPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const [isPushing, setPushing] = useState(false)
  const query = useQuery(repositoriesQuery(project, search))
  const { may, isWaiting } = useRights({ project })
  const columns = useRepositoryColumns(project)

  const isEmpty = search.q === undefined && query.data?.total === 0 && !query.isPlaceholderData
  if (isEmpty && !isWaiting)
    return may('repository:push') ? (
      <Suspense fallback={<Skeleton active />}>
        <PushInstructions project={project} />
      </Suspense>
    ) : (
      <EmptyState title={t('repository.none')} text={t('repository.noneAsk')} />
    )
  return (
    <>
      <ListPage
        label={t('repository.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultRepositorySort}
        searchLabel={t('repository.search')}
        actions={
          may('repository:push') ? <Button onClick={() => setPushing(true)}>{t('push.button')}</Button> : undefined
        }
        refused={t('project.refused', { name: project })}
        empty={null}
      />
      <PushDrawer project={project} open={isPushing} onClose={() => setPushing(false)} />
    </>
  )
}
