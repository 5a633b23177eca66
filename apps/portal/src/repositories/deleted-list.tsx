import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import { useListSearch } from '../lists/use-list-search'
import { useDeletedColumns } from './deleted-columns'
import { defaultDeletedSort, deletedQuery } from './deleted.queries'
import { useRestorableTime } from '../session/use-restorable-time'

const route = getRouteApi('/shell/projects/$project/repositories/$')

/** What was deleted in a repository and can still be brought back. */
export function DeletedList({ project, repository }: { project: string; repository: string }) {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(deletedQuery(project, repository, listSearch(search)))
  const time = useRestorableTime()
  const columns = useDeletedColumns(project, repository)
  return (
    <ListPage
      name="deleted-tags"
      label={t('deleted.list')}
      columns={columns}
      rowKey="reference"
      query={query}
      search={search}
      onSearch={change}
      sort={defaultDeletedSort}
      searchLabel={t('deletedList.search')}
      refused={t('project.refused', { name: project })}
      empty={
        <EmptyState
          title={t('deletedList.none')}
          text={time === null ? t('deletedList.noneKept') : time && t('deletedList.noneText', { time })}
        />
      }
    />
  )
}
