import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegistryHost } from '../account/session.queries'
import { ApiError } from '../api/api-error'
import { EmptyState } from '../components/empty-state'
import { ErrorPanel } from '../errors/error-panel'
import { ListTable } from '../lists/list-table'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { projectQuery } from '../projects/projects.queries'
import { useProjectRights } from '../projects/use-project-rights'
import { usePageTitle } from '../shell/use-page-title'
import { ArtifactDrawer } from './artifact-drawer'
import { type PullTarget, toolsFor } from './clients'
import { PullPanel } from './pull-panel'
import { defaultTagSort, tagsQuery } from './repositories.queries'
import { useTagColumns } from './tag-columns'
import { usePullTool } from './use-pull-tool'

/** A repository as people think of it: its tags, and how to pull each. */
export function RepositoryPage() {
  const { t } = useTranslation()
  const { project, _splat: repository = '' } = useParams({ from: '/shell/projects/$project/repositories/$' })
  const [search, change] = useListSearch()
  const query = useQuery(tagsQuery(project, repository, search))
  const { data: projectData } = useQuery(projectQuery(project))
  const may = useProjectRights(projectData?.project_id)
  const host = useRegistryHost()
  const [first] = query.data?.items ?? []
  const tools = toolsFor(first?.kind ?? 'image')
  const [tool, setTool] = usePullTool(tools)
  const name = `${project}/${repository}`
  usePageTitle(name)

  const target = (tag: string | undefined, digest: string): PullTarget => ({
    host,
    repository: name,
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
    mayDelete: may('tag', 'delete'),
    onOpen: (artifact) => change({ artifact }),
  })
  const refused = query.error instanceof ApiError && query.error.status === 403
  const latest = query.data?.items.find((tag) => tag.name === 'latest') ?? first

  return (
    <>
      <Breadcrumb
        items={[
          { title: <Link to="/projects">{t('project.list')}</Link> },
          {
            title: (
              <Link to="/projects/$project" params={{ project }}>
                {project}
              </Link>
            ),
          },
          { title: repository },
        ]}
      />
      <header className="project-header">
        <div className="project-title">
          <h1>{repository}</h1>
        </div>
      </header>
      {refused ? (
        <ErrorPanel error={query.error} next={t('project.refused', { name: project })} />
      ) : (
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
                <EmptyState
                  title={t('list.noMatch')}
                  text={t('list.noMatchText')}
                  action={<Button onClick={() => change({ q: undefined })}>{t('list.clear')}</Button>}
                />
              )
            }
          />
        </>
      )}
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
