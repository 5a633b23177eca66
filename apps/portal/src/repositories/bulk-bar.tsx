import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Select } from '../components/select'
import { useErrorNotice } from '../errors/use-error-notice'
import type { Selection } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { labelChoicesQuery } from './artifact-labels.queries'
import styles from './bulk-bar.module.css'
import { useLabelEach } from './bulk.queries'
import type { ArtifactTarget } from './deletion.queries'

interface BulkBarProps {
  project: string
  /** Absent: the list is of all of the project. */
  repository: string | undefined
  selection: Selection
  /** The artifacts that are meant. */
  targets: readonly ArtifactTarget[]
  /** What else can be done with them. */
  children: ReactNode
}

/** What can be done with all rows that are ticked. */
export function BulkBar({ project, repository, selection, targets, children }: BulkBarProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const onError = useErrorNotice()
  const [isReached, setReached] = useState(false)
  const { data: choices = [] } = useQuery({ ...labelChoicesQuery(project), enabled: isReached })
  const label = useLabelEach(project)
  const options = (title: string) => [
    { value: 0, label: title },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const change = (action: 'add' | 'remove') => (id: number) => {
    const { name = '' } = choices.find((choice) => choice.id === id) ?? {}
    label.mutate(
      { action, id, targets },
      {
        onSuccess: (count) =>
          tell(action === 'add' ? t('bulk.labelled', { name, count }) : t('bulk.unlabelled', { name, count })),
        onError,
      },
    )
  }
  return (
    <section className={styles.bar} aria-label={t('bulk.title')}>
      <strong>{t('bulk.selected', { count: selection.size })}</strong>
      <Button type="link" onClick={selection.all}>
        {t('bulk.all')}
      </Button>
      {may('artifact-label:create') ? (
        <Select
          label={t('bulk.addLabel')}
          value={0}
          options={options(t('bulk.addLabel'))}
          onReach={() => setReached(true)}
          onChange={change('add')}
        />
      ) : null}
      {may('artifact-label:delete') ? (
        <Select
          label={t('bulk.removeLabel')}
          value={0}
          options={options(t('bulk.removeLabel'))}
          onReach={() => setReached(true)}
          onChange={change('remove')}
        />
      ) : null}
      {children}
      <Button onClick={selection.clear}>{t('bulk.clear')}</Button>
    </section>
  )
}
