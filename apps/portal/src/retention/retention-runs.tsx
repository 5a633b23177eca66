import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import type { ChangeSearch } from '../lists/use-list-search'
import { useRunColumns } from '../runs/run-columns'
import { RunRows } from '../runs/run-rows'
import type { RunsSearch } from '../runs/runs.search'
import { type RetentionRun, runsOf, useStartRetention } from './retention.queries'
import { PreviewMark, RunResult } from './run-cells'

const RetentionRunDrawer = onDemand(async () => (await import('./retention-run-drawer')).RetentionRunDrawer)

const mark = (run: RetentionRun) => <PreviewMark run={run} />
const detail = () => null
const cell = (run: RetentionRun) => <RunResult run={run} />

interface RetentionRunsProps {
  policy: number
  hasRules: boolean
  mayRun: boolean
  search: RunsSearch
  onSearch: ChangeSearch<RunsSearch>
}

/** Previews and runs of a policy, and the table of one of them. */
export function RetentionRuns({ policy, hasRules, mayRun, search, onSearch }: RetentionRunsProps) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const job = useMemo(() => runsOf(policy), [policy])
  const show = useCallback((run: number | undefined) => onSearch({ run }), [onSearch])
  const result = useMemo(() => ({ title: t('retention.result'), cell }), [t])
  const columns = useRunColumns({ job, mayStop: mayRun, onShowLog: show, mark, detail, result })
  const start = useStartRetention(policy)
  const preview = () => start.mutate({ dryRun: true }, { onSuccess: show, onError: notice })
  const run = async () => {
    let started = 0
    const isDone = await confirm({
      title: t('retention.runNowTitle'),
      content: t('retention.runNowText'),
      okText: t('retention.runNow'),
      run: async () => {
        started = await start.mutateAsync({ dryRun: false })
      },
      done: t('retention.started'),
    })
    if (isDone) show(started)
  }
  return (
    <>
      <RunRows
        name="retention-runs"
        title={t('retention.runs')}
        job={job}
        columns={columns}
        search={search}
        onSearch={onSearch}
        actions={
          mayRun ? (
            <>
              <Button type="primary" disabled={!hasRules} loading={start.isPending} onClick={preview}>
                {t('retention.makePreview')}
              </Button>
              <Button danger disabled={!hasRules} onClick={() => void run()}>
                {t('retention.runNow')}
              </Button>
            </>
          ) : undefined
        }
        empty={<EmptyState title={t('retention.noRuns')} text={t('retention.noRunsText')} />}
      />
      <RetentionRunDrawer
        policy={policy}
        id={search.run}
        mayRun={mayRun}
        open={search.run !== undefined}
        onClose={() => show(undefined)}
        onShow={show}
      />
    </>
  )
}
