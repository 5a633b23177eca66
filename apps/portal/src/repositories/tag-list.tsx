import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { lazyPart } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import { ListPage } from '../lists/list-page'
import { Selecting, useSelection } from '../lists/selection'
import { useListSearch } from '../lists/use-list-search'
import { toolsFor } from './clients'
import { PullPanel } from './pull-panel'
import { defaultTagSort, tagsQuery } from './repositories.queries'
import { tagSearch } from './repositories.search'
import { useTagColumns } from './tag-columns'
import { useHeadlineTag } from './use-headline-tag'
import { usePullTarget } from './use-pull-target'
import { usePullTool } from './use-pull-tool'

const route = getRouteApi('/shell/projects/$project/repositories/$')

const LabelFilter = lazyPart(async () => (await withTexts(import('./label-filter'), 'repositoriesLater')).LabelFilter)

const TagBulk = lazyPart(async () => (await withTexts(import('./tag-bulk'), 'repositoriesLater')).TagBulk)

/** The tags of a repository, and how to pull each. */
export function TagList({ project, repository }: { project: string; repository: string }) {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const query = useQuery(tagsQuery(project, repository, tagSearch(search)))
  const target = usePullTarget(project, repository)
  const headline = useHeadlineTag(project, repository)
  const [wanted, setTool] = usePullTool()
  const columns = useTagColumns({ project, repository, wanted })
  const tags = query.data?.items
  const selection = useSelection(useMemo(() => (tags ?? []).map(({ name }) => name), [tags]))

  return (
    <Selecting selection={selection}>
      {headline === undefined ? null : (
        <PullPanel
          target={target(headline.name, headline.digest)}
          tools={toolsFor(headline.kind)}
          wanted={wanted}
          onTool={setTool}
        />
      )}
      <ListPage
        name="tags"
        label={t('tag.list')}
        columns={columns}
        rowKey="name"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultTagSort}
        searchLabel={t('tag.search')}
        filters={
          <Suspense fallback={null}>
            <LabelFilter
              project={project}
              value={search.label}
              onChange={(label) => change({ label, page: undefined })}
            />
          </Suspense>
        }
        isFiltered={search.label !== undefined}
        onClear={() => change({ label: undefined, page: undefined })}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('tag.none')} text={t('tag.noneText')} />}
      />
      {selection.size > 0 ? (
        <Suspense fallback={null}>
          <TagBulk project={project} repository={repository} selection={selection} tags={tags ?? []} />
        </Suspense>
      ) : null}
    </Selecting>
  )
}
