import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import { labelChoicesQuery } from './artifact-labels.queries'

interface LabelFilterProps {
  project: string
  value: number | undefined
  onChange: (label: number | undefined) => void
}

/** Which label the tags shown are to have. Where there is none to choose, it takes no room. */
export function LabelFilter({ project, value, onChange }: LabelFilterProps) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(labelChoicesQuery(project))
  if (data.length === 0 && value === undefined) return null
  return (
    <Select
      label={t('labelFilter.label')}
      value={value ?? 0}
      options={[{ value: 0, label: t('labelFilter.any') }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChange(id === 0 ? undefined : id)}
    />
  )
}
