import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import { SearchBox } from '../lists/search-box'
import type { ChangeSearch } from '../lists/use-list-search'
import styles from './audit-filters.module.css'
import { periodOf, periods } from './audit-query'
import type { AuditSearch } from './audit.search'
import { operationName, operations, resourceTypes, typeName } from './words'

interface AuditFiltersProps {
  search: AuditSearch
  onSearch: ChangeSearch<AuditSearch>
}

/** Everything that the list can be narrowed by beside the resource. */
export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation()
  const change = (patch: Partial<AuditSearch>) => onSearch({ ...patch, page: undefined, entry: undefined })
  const any = (name: string) => ({ value: '', label: t('audit.any', { name }) })
  const period = periodOf(search)
  return (
    <div className={styles.filters}>
      <SearchBox
        label={t('audit.byUser')}
        value={search.user}
        onChange={(user) => change({ user })}
        isFocusedByKey={false}
      />
      <Select
        label={t('audit.operation')}
        value={search.operation ?? ''}
        options={[any(t('audit.operation')), ...operations.map((value) => ({ value, label: operationName(t, value) }))]}
        onChange={(operation) => change({ operation: operation || undefined })}
      />
      <Select
        label={t('audit.type')}
        value={search.type ?? ''}
        options={[any(t('audit.type')), ...resourceTypes.map((value) => ({ value, label: typeName(t, value) }))]}
        onChange={(type) => change({ type: type || undefined })}
      />
      <Select
        label={t('audit.result')}
        value={search.result ?? ''}
        options={[
          any(t('audit.result')),
          { value: 'done', label: t('audit.done') },
          { value: 'failed', label: t('audit.failed') },
        ]}
        onChange={(result) => change({ result: result || undefined })}
      />
      <Select
        label={t('audit.period')}
        value={period ?? ''}
        options={[any(t('audit.period')), ...periods.map((value) => ({ value, label: t(`audit.periods.${value}`) }))]}
        onChange={(value) => change({ period: periods.find((name) => name === value), from: undefined, to: undefined })}
      />
      <label>
        {t('audit.from')}{' '}
        <input
          type="datetime-local"
          value={search.from ?? ''}
          max={search.to}
          onChange={({ target }) => change({ from: target.value || undefined, period: undefined })}
        />
      </label>
      <label>
        {t('audit.to')}{' '}
        <input
          type="datetime-local"
          value={search.to ?? ''}
          min={search.from}
          onChange={({ target }) => change({ to: target.value || undefined, period: undefined })}
        />
      </label>
    </div>
  )
}
