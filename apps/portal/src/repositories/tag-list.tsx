import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import { useListSearch } from '../lists/use-list-search'
import { toolsFor } from './clients'
import { PullPanel } from './pull-panel'
import { defaultTagSort, tagsQuery } from './repositories.queries'
import { useTagColumns } from './tag-columns'
import { useHeadlineTag } from './use-headline-tag'
import { usePullTarget } from './use-pull-target'
import { usePullTool } from './use-pull-tool'

const route = getRouteApi('/shell/projects/$project/repositories/$')

/** The tags of a repository, and how to pull each. */
export function TagList({ project, repository }: { project: string; repository: string }) {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(tagsQuery(project, repository, listSearch(search)))
  const target = usePullTarget(project, repository)
  const headline = useHeadlineTag(project, repository)
  const [wanted, setTool] = usePullTool()
  const columns = useTagColumns({ project, repository, wanted })

  return (
    <>
      {headline === undefined ? null : (
        <PullPanel
          target={target(headline.name, headline.digest)}
          tools={toolsFor(headline.kind)}
          wanted={wanted}
          onTool={setTool}
        />
      )}
      <ListPage
        label={t('tag.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultTagSort}
        searchLabel={t('tag.search')}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('tag.none')} text={t('tag.noneText')} />}
      />
    </>
  )
}
