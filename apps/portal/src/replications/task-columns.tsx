import { FileTextOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../components/duration'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, Small } from '../lists/columns'
import { RunStatus } from '../runs/run-status'
import type { RuleTask } from './rule-runs.queries'

export function useTaskColumns(onLog: (task: number) => void): Column<RuleTask>[] {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => [
      nameColumn<RuleTask>({
        key: 'id',
        title: t('replication.artifact'),
        cell: (task) => (
          <>
            <span>
              {task.isDeletion ? <Tag color="error">{t('replication.deletes')}</Tag> : null} {task.source}
            </span>
            <Small wraps>→ {task.destination}</Small>
          </>
        ),
      }),
      {
        key: 'status',
        title: t('runs.status'),
        cell: (task) => (
          <CellStack sub={task.error === '' ? null : <Small wraps>{task.error}</Small>}>
            <span>
              <RunStatus status={task.status} />
            </span>
          </CellStack>
        ),
      },
      {
        key: 'duration',
        title: t('runs.duration'),
        from: 'md',
        cell: (task) =>
          task.isOpen || task.status === 'Stopped' ? '–' : formatDuration(task.startedAt, task.endedAt, i18n.language),
      },
      actionsColumn<RuleTask>(t, ({ id }) => (
        <Button
          type="text"
          icon={<FileTextOutlined aria-hidden />}
          aria-label={t('replication.logOf', { id })}
          data-tip={t('runs.log')}
          onClick={() => onLog(id)}
        />
      )),
    ],
    [t, i18n.language, onLog],
  )
}
