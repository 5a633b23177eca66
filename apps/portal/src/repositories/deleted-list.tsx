import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { useDeletedColumns } from './deleted-columns'
import { defaultDeletedSort, deletedQuery } from './deleted.queries'

interface DeletedListProps {
  project: string
  repository: string
  mayRestore: boolean
}

/** What was deleted in a repository and can still be brought back. */
export function DeletedList({ project, repository, mayRestore }: DeletedListProps) {
  const { t } = useTranslation()
  const [search, change] = useListSearch()
  const query = useQuery(deletedQuery(project, repository, search))
  const columns = useDeletedColumns({ project, repository, sort: search.sort ?? defaultDeletedSort, mayRestore })

  return (
    <>
      <div className="toolbar">
        <SearchBox label={t('deleted.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
      </div>
      <ListTable
        label={t('deleted.list')}
        columns={columns}
        rowKey="reference"
        query={query}
        search={search}
        onSearch={change}
        empty={
          search.q === undefined ? (
            <EmptyState title={t('deleted.none')} text={t('deleted.noneText')} />
          ) : (
            <NoMatch onClear={() => change({ q: undefined })} />
          )
        }
      />
    </>
  )
}
