import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { Notice } from '../components/notice'
import { Segments } from '../components/segments'
import { useConfirm } from '../forms/use-confirm'
import { ListPage } from '../lists/list-page'
import type { ListSearch } from '../lists/list-state'
import { RunDrawer, RunHead } from '../runs/run-drawer'
import { type RetentionRun, runsOf, useStartRetention, verdictsQuery } from './retention.queries'
import { useVerdictColumns } from './verdict-columns'

interface RetentionRunDrawerProps {
  policy: number
  id: number | undefined
  mayRun: boolean
  open: boolean
  onClose: () => void
  /** Shows another run. */
  onShow: (run: number) => void
}

/** What a run, or a preview, says of each artifact. */
export function RetentionRunDrawer({ policy, mayRun, onShow, ...shown }: RetentionRunDrawerProps) {
  const { t } = useTranslation()
  return (
    <RunDrawer job={runsOf(policy)} title={(id) => t('retention.runNumber', { id })} {...shown}>
      {(run) => (
        <>
          <RunHead run={run}>
            <span>
              {t(run.isDryRun ? 'retention.wouldGo' : 'retention.haveGone', {
                count: run.total - run.retained,
                total: run.total,
              })}
            </span>
            {mayRun && run.isDryRun ? <RunFromPreview policy={policy} run={run} onShow={onShow} /> : null}
          </RunHead>
          {run.error === undefined ? null : (
            <div className="form-problem">
              <Notice tone="warning">{t('retention.failed')}</Notice>
            </div>
          )}
          <Verdicts policy={policy} run={run} />
        </>
      )}
    </RunDrawer>
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
    <ListPage
      name="retention-verdicts"
      label={t('retention.verdicts')}
      columns={columns}
      rowKey="id"
      query={query}
      search={search}
      onSearch={(patch) => setSearch((old) => ({ ...old, ...patch }))}
      filters={
        <Segments
          label={t('retention.outcome')}
          value={shown}
          options={outcomes.map((value) => ({ value, label: t(`retention.outcomes.${value}`) }))}
          onChange={(value) => {
            setShown(value)
            setSearch({})
          }}
        />
      }
      empty={<EmptyState title={run.isOpen ? t('retention.looking') : t('retention.noVerdicts')} />}
    />
  )
}
