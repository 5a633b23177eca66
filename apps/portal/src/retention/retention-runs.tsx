import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { onDemand } from '../components/on-demand'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import { ListPage } from '../lists/list-page'
import { listSearch } from '../lists/list-state'
import type { ChangeSearch } from '../lists/use-list-search'
import styles from './retention-page.module.css'
import { useRunColumns } from '../runs/run-columns'
import { defaultRunSort } from '../runs/runs.queries'
import type { RunsSearch } from '../runs/runs.search'
import { type RetentionRun, retentionRunsQuery, runsOf, useStartRetention } from './retention.queries'
import { PreviewMark, RunResult } from './run-cells'

const RunDrawer = onDemand(async () => (await import('./run-drawer')).RunDrawer)

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
  const query = useQuery(retentionRunsQuery(policy, listSearch(search)))
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
      <h2 className={styles.heading}>{t('retention.runs')}</h2>
      <ListPage
        name="retention-runs"
        label={t('retention.runs')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={onSearch}
        sort={defaultRunSort}
        isOpen={({ id }) => id === search.run}
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
      <RunDrawer
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
