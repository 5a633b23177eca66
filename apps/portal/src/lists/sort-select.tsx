import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import type { Column } from './column'

interface SortSelectProps {
  columns: readonly Pick<Column<never>, 'key' | 'title'>[]
  sort: string
  onSort: (sort: string) => void
}

/** The order of a list on a screen that is too narrow for the columns whose headers sort. */
export function SortSelect({ columns, sort, onSort }: SortSelectProps) {
  const { t } = useTranslation()
  const options = columns.flatMap(({ key, title }) => [
    { value: key, label: `${title} ↑` },
    { value: `-${key}`, label: `${title} ↓` },
  ])
  return <Select label={t('list.sort')} value={sort} options={options} onChange={onSort} />
}
