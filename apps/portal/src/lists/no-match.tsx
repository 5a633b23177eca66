import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'

/** A list that is empty because of what was looked for. */
export function NoMatch({ text, onClear }: { text: string | undefined; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('list.noMatch')}
      text={text ?? t('list.noMatchText')}
      action={<Button onClick={onClear}>{t('list.clear')}</Button>}
    />
  )
}
