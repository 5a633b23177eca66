import { FileTextOutlined, StopOutlined } from '@ant-design/icons'
import { Button, Grid, type TableColumnsType, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { formatDuration } from '../components/duration'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../components/use-confirm'
import { sortOrder } from '../lists/list-state'
import { useStopRun } from './clean-up.queries'
import type { Run } from './run'
import { RunStatus } from './run-status'

export function useRunColumns(sort: string, onShowLog: (id: number) => void): TableColumnsType<Run> {
  const { t, i18n } = useTranslation()
  const confirm = useConfirm()
  const stop = useStopRun()
  const wide = Grid.useBreakpoint().sm !== false

  const confirmStop = ({ id }: Run) =>
    void confirm({
      title: t('cleanUp.stopTitle', { id }),
      content: t('cleanUp.stopText'),
      okText: t('cleanUp.stop'),
      run: () => stop.mutateAsync(id),
      done: t('cleanUp.stopped', { id }),
    })

  return [
    {
      key: 'id',
      title: t('cleanUp.run'),
      render: (_, run) => (
        <div className="cell-main">
          <span>
            <strong>#{run.id}</strong> {run.isDryRun ? <Tag>{t('cleanUp.dryRun')}</Tag> : null}
          </span>
          <span className="cell-sub cell-wrap">
            {wide ? null : `${formatBytes(run.freedBytes, i18n.language)} · `}
            {t(`cleanUp.kinds.${run.kind}`)}
            {run.deletesUntagged ? ` · ${t('cleanUp.withUntagged')}` : null}
          </span>
        </div>
      ),
    },
    {
      key: 'status',
      title: t('cleanUp.status'),
      render: (_, run) => (
        <div className="cell-main">
          <RunStatus status={run.status} />
          {wide ? null : (
            <span className="cell-sub">
              <RelativeTime value={run.startedAt} />
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'freed',
      title: t('cleanUp.freed'),
      render: (_, run) => (
        <div className="cell-main">
          <span className={run.isDryRun ? 'muted' : undefined}>{formatBytes(run.freedBytes, i18n.language)}</span>
          <span className="cell-sub cell-wrap">
            {[
              t('cleanUp.blobs', { count: run.blobs }),
              t('cleanUp.manifests', { count: run.manifests }),
              ...(run.untagged === 0 ? [] : [t('cleanUp.untaggedCount', { count: run.untagged })]),
              ...(run.failed === 0 ? [] : [t('cleanUp.failed', { count: run.failed })]),
            ].join(' · ')}
          </span>
        </div>
      ),
      responsive: ['sm'],
    },
    {
      key: 'creation_time',
      title: t('cleanUp.startedAt'),
      sorter: true,
      sortOrder: sortOrder(sort, 'creation_time'),
      responsive: ['sm'],
      render: (_, run) => <RelativeTime value={run.startedAt} />,
    },
    {
      key: 'duration',
      title: t('cleanUp.duration'),
      responsive: ['lg'],
      render: (_, run) => (run.isOpen ? '–' : formatDuration(run.startedAt, run.endedAt, i18n.language)),
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 96,
      render: (_, run) => (
        <span className="nowrap">
          {run.isOpen ? (
            <Button
              type="text"
              danger
              icon={<StopOutlined aria-hidden />}
              aria-label={t('cleanUp.stopOf', { id: run.id })}
              onClick={() => confirmStop(run)}
            />
          ) : null}
          <Button
            type="text"
            icon={<FileTextOutlined aria-hidden />}
            aria-label={t('cleanUp.logOf', { id: run.id })}
            onClick={() => onShowLog(run.id)}
          />
        </span>
      ),
    },
  ]
}
