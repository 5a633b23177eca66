import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import { ListPage } from '../lists/list-page'
import { useListSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { useMemberColumns } from './member-columns'
import { type Member, membersQuery } from './members.queries'

const route = getRouteApi('/shell/projects/$project/members')
const RoleDrawer = onDemand(async () => (await import('../rights/role-drawer')).RoleDrawer)
const AddMemberDrawer = onDemand(
  async () => (await withTexts(import('./add-member-drawer'), 'groups', 'users')).AddMemberDrawer,
)

export function MembersPage() {
  const { t } = useTranslation()
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const [adding, setAdding] = useState(false)
  const { may } = useRights({ project })
  const query = useQuery(membersQuery(project, search))
  const [explained, setExplained] = useState<Member>()
  const columns = useMemberColumns(project, setExplained)
  return (
    <>
      <ListPage
        name="members"
        label={t('member.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        searchLabel={t('member.search')}
        actions={
          may('member:create') ? (
            <CreateButton onClick={() => setAdding(true)}>{t('member.add')}</CreateButton>
          ) : undefined
        }
        refused={t('project.refused', { name: project })}
        empty={null}
      />
      <AddMemberDrawer project={project} open={adding} onClose={() => setAdding(false)} />
      <RoleDrawer
        title={t('member.rightsOf', { name: explained?.entity_name ?? '' })}
        lead={<p>{t('member.rightsLead', { project })}</p>}
        roleId={explained?.role_id}
        open={explained !== undefined}
        onClose={() => setExplained(undefined)}
      />
    </>
  )
}
