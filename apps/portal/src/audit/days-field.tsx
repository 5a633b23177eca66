import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'

const HOURS_A_DAY = 24
/** What the server takes, in whole days. */
const MAX_DAYS = 10_000

interface DaysFieldProps {
  id?: string
  /** Hours. */
  value?: number
  onChange?: (hours: number) => void
}

/** A time that is told in days and kept in hours; other clients may have given any number of these. */
export function DaysField({ id, value, onChange }: DaysFieldProps) {
  const { t } = useTranslation()
  return (
    <InputNumber
      {...(id !== undefined && { id })}
      aria-label={t('audit.keepDays')}
      min={1 / HOURS_A_DAY}
      max={MAX_DAYS}
      value={value === undefined ? null : Number((value / HOURS_A_DAY).toFixed(3))}
      onChange={(days) => onChange?.(Math.max(1, Math.round((days ?? 1) * HOURS_A_DAY)))}
    />
  )
}
