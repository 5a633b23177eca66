import { isPattern } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import styles from './pattern-preview.module.css'
import { previewQuery } from './role-changes.queries'

/** What the patterns in a field of the form are about now, in all projects. */
export function PatternPreview({ field }: { field: string }) {
  const patterns = useSettled(Form.useWatch<string[] | undefined>(field, Form.useFormInstance())) ?? []
  return patterns
    .filter((pattern) => isPattern(pattern))
    .map((pattern) => <OnePreview key={pattern} pattern={pattern} />)
}

function OnePreview({ pattern }: { pattern: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(previewQuery(pattern))
  if (data === undefined) return null
  const names = data.items.map(({ name }) => name).join(', ')
  return (
    <p className={styles.preview} role="status">
      <code>{pattern}</code>{' '}
      {data.total === 0 ? t('role.matchesNone') : t('role.matches', { count: data.total, names })}
    </p>
  )
}
