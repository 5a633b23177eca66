import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { Segments } from '../components/segments'
import { withTexts } from '../i18n/i18n'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../components/use-page-title'
import { useSignedInUser } from '../session/session.queries'
import { useProjectColumns } from './project-columns'
import { defaultProjectSort, projectsQuery } from './projects.queries'
import { useMayCreateProject } from './use-may-create-project'

const route = getRouteApi('/shell/projects')
const CreateProjectDrawer = onDemand(
  async () => (await withTexts(import('./create-project-drawer'), 'proxyCache')).CreateProjectDrawer,
)

export function ProjectsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch(route)
  const mayCreate = useMayCreateProject()
  const isSomebody = useSignedInUser().username !== ''
  const query = useQuery(projectsQuery(search))
  const columns = useProjectColumns()
  usePageTitle(t('project.list'))

  const createButton = mayCreate ? (
    <CreateButton onClick={() => change({ create: true })}>{t('project.create')}</CreateButton>
  ) : undefined

  return (
    <>
      <ListPage
        title={t('project.list')}
        lead={t('project.listLead')}
        actions={createButton}
        name="projects"
        label={t('project.list')}
        columns={columns}
        rowKey="project_id"
        query={query}
        search={search}
        onSearch={change}
        sort={defaultProjectSort}
        searchLabel={t('project.search')}
        filters={
          // Who is not signed in sees what is public, and nothing else.
          isSomebody ? (
            <Segments<'all' | 'private' | 'public'>
              label={t('project.accessFilter')}
              value={search.access ?? 'all'}
              onChange={(access) => change({ access: access === 'all' ? undefined : access, page: undefined })}
              options={[
                { value: 'all', label: t('project.all') },
                { value: 'private', label: t('project.private') },
                { value: 'public', label: t('project.public') },
              ]}
            />
          ) : undefined
        }
        isFiltered={search.access !== undefined}
        onClear={() => change({ q: undefined, access: undefined, page: undefined })}
        noMatch={search.access === 'private' && search.q === undefined ? t('project.nonePrivate') : undefined}
        empty={
          <EmptyState
            title={t('project.none')}
            text={mayCreate ? t('project.noneText') : t('project.noneAsk')}
            action={createButton}
          />
        }
      />
      <CreateProjectDrawer
        open={mayCreate && search.create === true}
        onClose={() => change({ create: undefined })}
        inAddress
      />
    </>
  )
}
