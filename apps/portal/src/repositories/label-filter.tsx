import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import { labelChoicesQuery } from './artifact-labels.queries'

interface LabelFilterProps {
  project: string
  value: number | undefined
  onChange: (label: number | undefined) => void
}

/** Which label the tags shown are to have. The labels are asked for once somebody reaches for it. */
export function LabelFilter({ project, value, onChange }: LabelFilterProps) {
  const { t } = useTranslation()
  const [reached, setReached] = useState(false)
  const { data = [] } = useQuery({ ...labelChoicesQuery(project), enabled: reached || value !== undefined })
  return (
    <Select
      label={t('labelFilter.label')}
      value={value ?? 0}
      options={[{ value: 0, label: t('labelFilter.any') }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      onReach={() => setReached(true)}
      onChange={(id) => onChange(id === 0 ? undefined : id)}
    />
  )
}
