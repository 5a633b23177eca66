import { InputNumber, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'

const units = [
  { value: 1024 ** 2, label: 'MiB' },
  { value: 1024 ** 3, label: 'GiB' },
  { value: 1024 ** 4, label: 'TiB' },
] as const
type Unit = (typeof units)[number]['value']

/** The largest unit of which there is one or more. */
const unitOf = (bytes: number | null | undefined): Unit =>
  units.findLast(({ value }) => typeof bytes === 'number' && bytes >= value)?.value ?? units[1].value

interface SizeFieldProps {
  label: string
  /** Bytes; null: none. The form gives and takes these. */
  value?: number | null
  onChange?: (bytes: number | null) => void
}

/** A size as a number of some unit. */
export function SizeField({ label, value = null, onChange }: SizeFieldProps) {
  const { t } = useTranslation()
  const [unit, setUnit] = useState<Unit>(() => unitOf(value))
  const change = (number: number | null, of: Unit) => onChange?.(number === null ? null : Math.round(number * of))
  return (
    <Space>
      <InputNumber
        aria-label={label}
        min={0}
        value={value === null ? null : value / unit}
        onChange={(number) => change(number, unit)}
      />
      <Select
        label={t('form.unit')}
        value={unit}
        options={units}
        onChange={(next) => {
          setUnit(next)
          change(value === null ? null : value / unit, next)
        }}
      />
    </Space>
  )
}
