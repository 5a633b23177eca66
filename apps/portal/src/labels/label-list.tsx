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
import { useLabelColumns } from './label-columns'
import { defaultLabelSort, type Label, type LabelOwner, labelsQuery } from './labels.queries'

const LabelDrawer = onDemand(async () => (await import('./label-drawer')).LabelDrawer)

interface LabelListProps {
  owner: LabelOwner
  search: ListSearch
  onSearch: ChangeSearch<ListSearch>
  /** Of a page of its own. */
  title?: string
}

/** The labels of the platform or of a project, and what can be done with them. */
export function LabelList({ owner, search, onSearch, title }: LabelListProps) {
  const { t } = useTranslation()
  const { may } = useRights(owner)
  const query = useQuery(labelsQuery(owner, search))
  const [isOpen, setOpen] = useState(false)
  const [edited, setEdited] = useState<Label>()
  const columns = useLabelColumns(owner, setEdited)
  const create = may('label:create') ? (
    <CreateButton onClick={() => setOpen(true)}>{t('label.create')}</CreateButton>
  ) : undefined
  return (
    <>
      <ListPage
        {...(title === undefined ? {} : { title, lead: t('label.lead') })}
        name="labels"
        label={t('nav.labels')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        sort={defaultLabelSort}
        searchLabel={t('label.search')}
        actions={create}
        {...(owner === 'system' ? {} : { refused: t('project.refused', { name: owner.project }) })}
        empty={<EmptyState title={t('label.none')} text={t('label.noneText')} action={create} />}
      />
      <LabelDrawer
        owner={owner}
        label={edited}
        open={isOpen || edited !== undefined}
        onClose={() => {
          setOpen(false)
          setEdited(undefined)
        }}
      />
    </>
  )
}
