import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { MenuButton } from '../components/menu-button'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { defaultRepositorySort, repositoriesQuery } from './repositories.queries'
import { useRepositoryColumns } from './repository-columns'

const route = getRouteApi('/shell/projects/$project/')
const PushInstructions = lazy(async () => ({ default: (await import('./push-instructions')).PushInstructions }))

export function RepositoriesPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
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
        may('repository:push') ? (
          <MenuButton
            popup={() => (
              <Suspense fallback={null}>
                <PushInstructions project={project} compact />
              </Suspense>
            )}
          >
            {t('push.button')}
          </MenuButton>
        ) : undefined
      }
      refused={t('project.refused', { name: project })}
      empty={null}
    />
  )
}
