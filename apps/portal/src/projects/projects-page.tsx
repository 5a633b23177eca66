import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemInfoQuery, useSignedInUser } from '../account/session.queries'
import { EmptyState } from '../components/empty-state'
import { PageHeader } from '../components/page-header'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../shell/use-page-title'
import { CreateProjectDrawer } from './create-project-drawer'
import { useProjectColumns } from './project-columns'
import { defaultProjectSort, projectsQuery } from './projects.queries'

export function ProjectsPage() {
  const { t } = useTranslation()
  const [search, change] = useListSearch()
  const [creating, setCreating] = useState(false)
  const { sysadmin } = useSignedInUser()
  const { data: system } = useQuery(systemInfoQuery)
  const query = useQuery(projectsQuery(search))
  const columns = useProjectColumns(search.sort ?? defaultProjectSort)
  usePageTitle(t('project.list'))

  const mayCreate = sysadmin || system?.project_creation_restriction !== 'adminonly'
  const createButton = mayCreate ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('project.create')}
    </Button>
  ) : undefined
  const filtered = search.q !== undefined || search.access !== undefined

  return (
    <>
      <PageHeader title={t('project.list')} lead={t('project.listLead')} actions={createButton} />
      <div className="toolbar">
        <SearchBox label={t('project.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
        <Segmented<'all' | 'private' | 'public'>
          aria-label={t('project.accessFilter')}
          value={search.access ?? 'all'}
          onChange={(access) => change({ access: access === 'all' ? undefined : access, page: undefined })}
          options={[
            { value: 'all', label: t('project.all') },
            { value: 'private', label: t('project.private') },
            { value: 'public', label: t('project.public') },
          ]}
        />
      </div>
      <ListTable
        label={t('project.list')}
        columns={columns}
        rowKey="project_id"
        query={query}
        search={search}
        onSearch={change}
        empty={
          filtered ? (
            <NoMatch onClear={() => change({ q: undefined, access: undefined })} />
          ) : (
            <EmptyState
              title={t('project.none')}
              text={mayCreate ? t('project.noneText') : t('project.noneAsk')}
              action={createButton}
            />
          )
        }
      />
      <CreateProjectDrawer open={creating} onClose={() => setCreating(false)} />
    </>
  )
}
