import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { projectQuery } from '../projects/projects.queries'
import { useProjectRights } from '../projects/use-project-rights'
import { PushInstructions } from './push-instructions'
import { useRepositoryColumns } from './repository-columns'
import { defaultRepositorySort, repositoriesQuery } from './repositories.queries'

export function RepositoriesPage() {
  const { t } = useTranslation()
  const { project: name } = useParams({ from: '/shell/projects/$project/' })
  const [search, change] = useListSearch()
  const query = useQuery(repositoriesQuery(name, search))
  const { data: project } = useQuery(projectQuery(name))
  const may = useProjectRights(project?.project_id)
  const columns = useRepositoryColumns(name, search.sort ?? defaultRepositorySort, may('repository', 'delete'))

  const empty = search.q === undefined && query.data?.total === 0 && !query.isPlaceholderData
  if (empty)
    return (
      <div className="section">
        {may('repository', 'push') ? (
          <PushInstructions project={name} />
        ) : (
          <EmptyState title={t('repository.none')} text={t('repository.noneAsk')} />
        )}
      </div>
    )
  return (
    <div className="section">
      <div className="toolbar">
        <SearchBox label={t('repository.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
        {may('repository', 'push') ? (
          <Dropdown
            trigger={['click']}
            popupRender={() => (
              <div className="push-popup">
                <PushInstructions project={name} compact />
              </div>
            )}
          >
            <Button>{t('push.button')}</Button>
          </Dropdown>
        ) : null}
      </div>
      <ListTable
        label={t('repository.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        empty={<NoMatch onClear={() => change({ q: undefined })} />}
      />
    </div>
  )
}
