import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import { EmptyState } from '../components/empty-state'
import { lazyPart } from '../components/on-demand'
import { PageHeader } from '../components/page-header'
import { ListPage } from '../lists/list-page'
import type { ChangeSearch } from '../lists/use-list-search'
import { useAuditColumns } from './audit-columns'
import { AuditFilters } from './audit-filters'
import { auditLogQuery, csvPath, defaultAuditSort, type Entry } from './audit.queries'
import { auditQuery } from './audit-query'
import type { AuditSearch } from './audit.search'

interface AuditListProps {
  /** Without one: all that the reader may see. */
  project?: string
  title?: string
  refused?: string
  search: AuditSearch
  onSearch: ChangeSearch<AuditSearch>
}

const EntryDetails = lazyPart(async () => (await import('./entry-details')).EntryDetails)
const details = (entry: Entry) => (
  <Suspense fallback={null}>
    <EntryDetails entry={entry} />
  </Suspense>
)

/** The server numbers no pages so far back. */
const isPastNumbers = (error: unknown) => error instanceof ApiError && error.status === 400

/** The audit log of a project or of the system: filters, entries, each with its details beneath it. */
export function AuditList({ project, title, refused, search, onSearch }: AuditListProps) {
  const { t } = useTranslation()
  const query = useQuery(auditLogQuery(project, search))
  const open = search.entry
  const toggle = useCallback(
    (entry: number) => onSearch({ entry: entry === open ? undefined : entry }),
    [onSearch, open],
  )
  const columns = useAuditColumns(open, toggle)
  const nothing = {
    user: undefined,
    operation: undefined,
    type: undefined,
    result: undefined,
    period: undefined,
    from: undefined,
    to: undefined,
  }
  if (isPastNumbers(query.error) && search.page !== undefined)
    return (
      <>
        {title === undefined ? null : <PageHeader title={title} />}
        <EmptyState
          title={t('audit.tooFar')}
          text={t('audit.tooFarText')}
          action={<Button onClick={() => onSearch({ page: undefined })}>{t('audit.toFirst')}</Button>}
        />
      </>
    )
  return (
    <ListPage
      {...(title !== undefined && { title })}
      {...(refused !== undefined && { refused })}
      name="audit"
      label={t('nav.auditLog')}
      columns={columns}
      rowKey="id"
      query={query}
      search={search}
      onSearch={onSearch}
      sort={defaultAuditSort}
      searchLabel={t('audit.byResource')}
      filters={<AuditFilters search={search} onSearch={onSearch} />}
      isFiltered={auditQuery(search) !== undefined}
      onClear={() => onSearch(nothing)}
      isOpen={({ id }) => id === open}
      details={details}
      actions={
        <Button href={csvPath(project, search)} download>
          {t('audit.csv')}
        </Button>
      }
      empty={<EmptyState title={t('audit.none')} />}
    />
  )
}
