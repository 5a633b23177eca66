import { FileTextOutlined, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../components/duration'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import type { Run } from './run'
import { RunStatus } from './run-status'
import { type Job, useStopRun } from './runs.queries'

interface RunColumnOptions<R extends Run> {
  job: Pick<Job<R>, 'key' | 'stop'>
  mayStop: boolean
  /** What stopping a run leaves as it is, where that is not space that was freed. */
  stopText?: string
  onShowLog: (id: number) => void
  /** Beside the run's number, and beneath how it was started. Hold them outside the component. */
  mark: (run: R) => ReactNode
  detail: (run: R) => ReactNode
  /** What came of a run. */
  result: Pick<Column<R>, 'title' | 'cell'>
}

export function useRunColumns<R extends Run>(options: RunColumnOptions<R>): Column<R>[] {
  const { job, mayStop, stopText, onShowLog, mark, detail, result } = options
  const { t, i18n } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: stop } = useStopRun(job)

  return useMemo(() => {
    const confirmStop = ({ id }: R) =>
      void confirm({
        title: t('runs.stopTitle', { id }),
        content: stopText ?? t('runs.stopText'),
        okText: t('runs.stop'),
        run: () => stop(id),
        done: t('runs.stopped', { id }),
      })
    return [
      nameColumn<R>({
        key: 'id',
        title: t('runs.run'),
        cell: (run) => (
          <>
            <span>
              <strong>#{run.id}</strong> {mark(run)}
            </span>
            <Small wraps>
              {t(`runs.kinds.${run.kind}`)}
              {detail(run)}
            </Small>
          </>
        ),
      }),
      {
        key: 'status',
        title: t('runs.status'),
        cell: (run) => (
          <>
            <RunStatus status={run.status} />
            <OnNarrow below="sm">
              <div>
                <Small>
                  <RelativeTime value={run.startedAt} />
                </Small>
              </div>
            </OnNarrow>
          </>
        ),
      },
      { key: 'result', from: 'sm', ...result },
      timeColumn<R>({
        key: 'creation_time',
        title: t('runs.startedAt'),
        sorts: true,
        from: 'sm',
        value: (run) => run.startedAt,
      }),
      {
        key: 'duration',
        title: t('runs.duration'),
        from: 'lg',
        cell: (run) => (run.isOpen ? '–' : formatDuration(run.startedAt, run.endedAt, i18n.language)),
      },
      actionsColumn<R>(
        t,
        (run) => (
          <>
            {run.isOpen && mayStop ? (
              <Button
                type="text"
                danger
                icon={<StopOutlined aria-hidden />}
                aria-label={t('runs.stopOf', { id: run.id })}
                data-tip={t('runs.stop')}
                onClick={() => confirmStop(run)}
              />
            ) : null}
            <Button
              type="text"
              icon={<FileTextOutlined aria-hidden />}
              aria-label={t('runs.logOf', { id: run.id })}
              data-tip={t('runs.log')}
              onClick={() => onShowLog(run.id)}
            />
          </>
        ),
        96,
      ),
    ]
  }, [t, i18n.language, confirm, stop, mayStop, stopText, onShowLog, mark, detail, result])
}
