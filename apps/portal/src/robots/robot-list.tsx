import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import { useRights } from '../session/rights.queries'
import { useRobotColumns } from './robot-columns'
import { defaultRobotSort, type Robot, type RobotOwner, robotsQuery } from './robots.queries'
import type { ShownSecret } from './secret-drawer'

const RobotDrawer = onDemand(async () => (await import('./robot-drawer')).RobotDrawer)
const RefreshDrawer = onDemand(async () => (await import('./refresh-drawer')).RefreshDrawer)
const SecretDrawer = onDemand(async () => (await import('./secret-drawer')).SecretDrawer)

interface RobotListProps {
  owner: RobotOwner
  search: ListSearch
  onSearch: ChangeSearch<ListSearch>
  /** Of a page of its own. */
  title?: string
}

/** The robots of the system or of a project, and what can be done with them. */
export function RobotList({ owner, search, onSearch, title }: RobotListProps) {
  const { t } = useTranslation()
  const { may } = useRights(owner)
  const query = useQuery(robotsQuery(owner, search))
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<Robot>()
  const [refreshed, setRefreshed] = useState<Robot>()
  const [secret, setSecret] = useState<ShownSecret>()
  const columns = useRobotColumns(owner, { onEdit: setEdited, onRefresh: setRefreshed })

  const create = may('robot:create') ? (
    <CreateButton onClick={() => setOpen(true)}>{t('robot.create')}</CreateButton>
  ) : undefined
  return (
    <>
      <ListPage
        {...(title === undefined ? {} : { title, lead: t('robot.lead') })}
        name="robots"
        label={t('robot.list')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        sort={defaultRobotSort}
        searchLabel={t('robot.search')}
        actions={create}
        {...(owner === 'system' ? {} : { refused: t('project.refused', { name: owner.project }) })}
        empty={<EmptyState title={t('robot.none')} text={t('robot.noneText')} action={create} />}
      />
      <RobotDrawer
        owner={owner}
        robot={edited}
        open={isOpen || edited !== undefined}
        onClose={() => {
          setOpen(false)
          setEdited(undefined)
        }}
        onSecret={setSecret}
      />
      <RefreshDrawer
        robot={refreshed}
        open={refreshed !== undefined}
        onClose={() => setRefreshed(undefined)}
        onSecret={setSecret}
      />
      {secret === undefined ? null : <SecretDrawer secret={secret} open onClose={() => setSecret(undefined)} />}
    </>
  )
}
