import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRegistryHost } from '../account/session.queries'
import { ApiError } from '../api/api-error'
import { EmptyState } from '../components/empty-state'
import { ErrorPanel } from '../errors/error-panel'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { ArtifactDrawer } from './artifact-drawer'
import { type PullTarget, toolsFor } from './clients'
import { PullPanel } from './pull-panel'
import { defaultTagSort, tagsQuery } from './repositories.queries'
import { useTagColumns } from './tag-columns'
import { usePullTool } from './use-pull-tool'

interface TagListProps {
  project: string
  repository: string
  mayDelete: boolean
}

/** The tags of a repository, and how to pull each. */
export function TagList({ project, repository, mayDelete }: TagListProps) {
  const { t } = useTranslation()
  const [search, change] = useListSearch()
  const query = useQuery(tagsQuery(project, repository, search))
  const host = useRegistryHost()
  const [first] = query.data?.items ?? []
  const tools = toolsFor(first?.kind ?? 'image')
  const [tool, setTool] = usePullTool(tools)

  const target = (tag: string | undefined, digest: string): PullTarget => ({
    host,
    repository: `${project}/${repository}`,
    tag,
    digest,
    plainHttp: window.location.protocol === 'http:',
  })
  const columns = useTagColumns({
    project,
    repository,
    sort: search.sort ?? defaultTagSort,
    tool,
    target,
    mayDelete,
    onOpen: (artifact) => change({ artifact }),
  })
  const refused = query.error instanceof ApiError && query.error.status === 403
  const latest = query.data?.items.find((tag) => tag.name === 'latest') ?? first
  if (refused) return <ErrorPanel error={query.error} next={t('project.refused', { name: project })} />

  return (
    <>
      {latest === undefined ? null : (
        <PullPanel target={target(latest.name, latest.digest)} tools={tools} tool={tool} onTool={setTool} />
      )}
      <div className="toolbar">
        <SearchBox label={t('tag.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
      </div>
      <ListTable
        label={t('tag.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        empty={
          search.q === undefined ? (
            <EmptyState title={t('tag.none')} text={t('tag.noneText')} />
          ) : (
            <NoMatch onClear={() => change({ q: undefined })} />
          )
        }
      />
      <ArtifactDrawer
        project={project}
        repository={repository}
        digest={search.artifact}
        onOpen={(artifact) => change({ artifact })}
        onClose={() => change({ artifact: undefined })}
      />
    </>
  )
}
