import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import { useListSearch } from '../lists/use-list-search'
import { useArtifactColumns } from './artifact-columns'
import { ArtifactSelection } from './artifact-selection'
import { defaultTagSort, untaggedQuery } from './repositories.queries'

const route = getRouteApi('/shell/projects/$project/repositories/$')

/** What no tag names any more: it takes space and can be pulled by its digest. */
export function UntaggedList({ project, repository }: { project: string; repository: string }) {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(untaggedQuery(project, repository, listSearch(search)))
  const columns = useArtifactColumns(project, repository)
  return (
    <ArtifactSelection project={project} repository={repository} rows={query.data?.items}>
      <ListPage
        name="untagged"
        label={t('untagged.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultTagSort}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('untaggedList.none')} text={t('untaggedList.noneText')} />}
      />
    </ArtifactSelection>
  )
}
