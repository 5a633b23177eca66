import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListTable } from '../lists/list-table'
import { NoMatch } from '../lists/no-match'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { projectQuery } from '../projects/projects.queries'
import { useProjectRights } from '../projects/use-project-rights'
import { AddMemberDrawer } from './add-member-drawer'
import { useMemberColumns } from './member-columns'
import { membersQuery } from './members.queries'

export function MembersPage() {
  const { t } = useTranslation()
  const { project: name } = useParams({ from: '/shell/projects/$project/members' })
  const [search, change] = useListSearch()
  const [adding, setAdding] = useState(false)
  const { data: project } = useQuery(projectQuery(name))
  const may = useProjectRights(project?.project_id)
  const query = useQuery(membersQuery(name, search))
  const columns = useMemberColumns(name, {
    mayChange: may('member', 'update'),
    mayRemove: may('member', 'delete'),
  })
  return (
    <div className="section">
      <div className="toolbar">
        <SearchBox label={t('member.search')} value={search.q} onChange={(q) => change({ q, page: undefined })} />
        {may('member', 'create') ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('member.add')}
          </Button>
        ) : null}
      </div>
      <ListTable
        label={t('member.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        empty={<NoMatch onClear={() => change({ q: undefined })} />}
      />
      <AddMemberDrawer project={name} open={adding} onClose={() => setAdding(false)} />
    </div>
  )
}
