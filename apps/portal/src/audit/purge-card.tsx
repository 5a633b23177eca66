import { LoadingOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import { runQuery } from '../runs/runs.queries'
import { DaysField } from './days-field'
import { KindsField } from './kinds-field'
import styles from './purge-card.module.css'
import { purgeRuns, type PurgeRules, useStartPurge } from './purge.queries'

/** Purges now, or says first what that would take. */
export function PurgeCard({ kinds, initial }: { kinds: readonly string[]; initial: PurgeRules }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const start = useStartPurge()
  const [rules, setRules] = useState(initial)
  /** The dry run with what is chosen. */
  const [forecast, setForecast] = useState<number>()
  const change = (patch: Partial<PurgeRules>) => {
    setRules({ ...rules, ...patch })
    setForecast(undefined)
  }
  const look = () => start.mutate({ ...rules, dryRun: true }, { onSuccess: setForecast, onError: notice })
  const purge = async () => {
    const started = await confirm({
      title: t('audit.purge'),
      content: t('audit.olderThan', { days: Number((rules.hours / 24).toFixed(1)) }),
      okText: t('audit.purge'),
      run: () => start.mutateAsync({ ...rules, dryRun: false }),
      done: t('cleanUp.started'),
    })
    if (started) setForecast(undefined)
  }
  const hasKinds = rules.kinds.length > 0
  return (
    <Panel
      title={t('audit.purge')}
      actions={
        <>
          <Button disabled={!hasKinds} onClick={look} loading={start.isPending && start.variables.dryRun}>
            {t('cleanUp.dryRun')}
          </Button>
          <Button type="primary" disabled={!hasKinds} onClick={() => void purge()}>
            {t('audit.purge')}
          </Button>
        </>
      }
    >
      <div className={styles.days}>
        {t('audit.keepDays')} <DaysField value={rules.hours} onChange={(hours) => change({ hours })} />
      </div>
      <KindsField
        label={t('audit.purgeKinds')}
        kinds={kinds}
        value={rules.kinds}
        onChange={(next) => change({ kinds: next })}
      />
      {forecast === undefined ? null : <Forecast id={forecast} />}
    </Panel>
  )
}

function Forecast({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data: run, error, refetch } = useQuery(runQuery(purgeRuns, id))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <p aria-live="polite">
      {run === undefined || run.isOpen ? (
        <>
          <LoadingOutlined aria-hidden /> {t('cleanUp.looking')}
        </>
      ) : (
        <strong>{run.status === 'Success' ? t('list.total', { count: run.entries }) : t('cleanUp.notFinished')}</strong>
      )}
    </p>
  )
}
