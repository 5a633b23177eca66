import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { Segments } from '../components/segments'
import { ErrorPanel } from '../errors/error-panel'
import { useConfirm } from '../forms/use-confirm'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import { RunStatus } from '../runs/run-status'
import { runQuery } from '../runs/runs.queries'
import { type RetentionRun, runsOf, useStartRetention, verdictsQuery } from './retention.queries'
import styles from './run-drawer.module.css'
import { useVerdictColumns } from './verdict-columns'

interface RunDrawerProps {
  policy: number
  id: number | undefined
  mayRun: boolean
  open: boolean
  onClose: () => void
  /** Shows another run. */
  onShow: (run: number) => void
}

/** What a run, or a preview, says of each artifact. */
export function RunDrawer({ policy, id, mayRun, open, onClose, onShow }: RunDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer
      title={id === undefined ? '' : t('retention.runNumber', { id })}
      open={open}
      onClose={onClose}
      size={1040}
      destroyOnHidden
    >
      {id === undefined ? null : <RunOf key={id} policy={policy} id={id} mayRun={mayRun} onShow={onShow} />}
    </Drawer>
  )
}

function RunOf({ policy, id, mayRun, onShow }: Pick<RunDrawerProps, 'policy' | 'mayRun' | 'onShow'> & { id: number }) {
  const { t } = useTranslation()
  const { data: run, error, refetch } = useQuery(runQuery(runsOf(policy), id))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (run === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <>
      <div className={styles.head} aria-live="polite">
        <RunStatus status={run.status} />
        <span>
          {t(run.isDryRun ? 'retention.wouldGo' : 'retention.haveGone', {
            count: run.total - run.retained,
            total: run.total,
          })}
        </span>
        {mayRun && run.isDryRun ? <RunFromPreview policy={policy} run={run} onShow={onShow} /> : null}
      </div>
      {run.error === undefined ? null : (
        <div className="form-problem">
          <Notice tone="warning">{t('retention.failed')}</Notice>
        </div>
      )}
      <Verdicts policy={policy} run={run} />
    </>
  )
}

function RunFromPreview({ policy, run, onShow }: { policy: number; run: RetentionRun; onShow: (run: number) => void }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: start } = useStartRetention(policy)
  const count = run.total - run.retained
  if (run.isOpen) return null
  if (!run.isCurrent) return <span className="muted">{t('retention.outdated')}</span>
  if (run.status !== 'Success' || count === 0) return null
  const ask = async () => {
    let started = 0
    const isDone = await confirm({
      title: t('retention.runTitle', { count }),
      content: t('retention.runText'),
      okText: t('retention.runPreview'),
      run: async () => {
        started = await start({ dryRun: false, preview: run.id })
      },
      done: t('retention.started'),
    })
    if (isDone) onShow(started)
  }
  return (
    <Button type="primary" danger onClick={() => void ask()}>
      {t('retention.runPreview')}
    </Button>
  )
}

function Verdicts({ policy, run }: { policy: number; run: RetentionRun }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string>(run.isDryRun ? 'goes' : 'gone')
  const [search, setSearch] = useState<ListSearch>({})
  const columns = useVerdictColumns()
  const query = useQuery(verdictsQuery(policy, run.id, shown, search, run.isOpen))
  const outcomes = run.isDryRun ? (['goes', 'stays', 'all'] as const) : (['gone', 'spared', 'stays', 'all'] as const)
  return (
    <>
      <div className={styles.filter}>
        <Segments
          label={t('retention.outcome')}
          value={shown}
          options={outcomes.map((value) => ({ value, label: t(`retention.outcomes.${value}`) }))}
          onChange={(value) => {
            setShown(value)
            setSearch({})
          }}
        />
      </div>
      <ListPage
        name="retention-verdicts"
        label={t('retention.verdicts')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={(patch) => setSearch((old) => ({ ...old, ...patch }))}
        empty={<EmptyState title={run.isOpen ? t('retention.looking') : t('retention.noVerdicts')} />}
      />
    </>
  )
}
