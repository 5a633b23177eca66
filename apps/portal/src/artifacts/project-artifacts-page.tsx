import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Select } from '../components/select'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useArtifactColumns } from '../repositories/artifact-columns'
import { ArtifactSelection } from '../repositories/artifact-selection'
import { kindName, kinds } from '../repositories/kind-name'
import { defaultArtifactSort, projectArtifactsQuery } from './project-artifacts.queries'

const route = getRouteApi('/shell/projects/$project/all-artifacts')

/** What a project holds, whatever repository it is in. */
export function ProjectArtifactsPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const query = useQuery(projectArtifactsQuery(project, search))
  const columns = useArtifactColumns(project)
  return (
    <ArtifactSelection project={project} rows={query.data?.items}>
      <ListPage
        name="artifacts"
        label={t('repository.artifacts')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultArtifactSort}
        searchLabel={t('tag.search')}
        filters={
          <Select
            label={t('artifact.kind')}
            value={search.type ?? ''}
            options={[
              { value: '', label: t('projectArtifacts.anyKind') },
              ...kinds.map((kind) => ({ value: kind, label: kindName(t, kind) })),
            ]}
            onChange={(type) => change({ type: kinds.find((kind) => kind === type), page: undefined })}
          />
        }
        isFiltered={search.type !== undefined}
        onClear={() => change({ q: undefined, type: undefined, page: undefined })}
        refused={t('project.refused', { name: project })}
        empty={<EmptyState title={t('repository.none')} />}
      />
    </ArtifactSelection>
  )
}
