import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { useConfirm } from '../forms/use-confirm'
import { ListPage } from '../lists/list-page'
import { onePage } from '../lists/one-page'
import { useRights } from '../session/rights.queries'
import { queuesQuery, useStopAll } from './jobs.queries'
import { useQueueColumns } from './queue-columns'
import { useAskQueue } from './use-ask-queue'

/** What waits, by type of job. */
export function QueueList() {
  const { t } = useTranslation()
  const { may } = useRights('system')
  const mayStop = may('jobservice-monitor:stop')
  const query = useQuery(queuesQuery)
  const ask = useAskQueue()
  const confirm = useConfirm()
  const { mutateAsync: stopAll } = useStopAll()
  const columns = useQueueColumns(mayStop)
  const queues = query.data?.items ?? []
  const running = queues.reduce((sum, queue) => sum + queue.running, 0)
  const waiting = queues.reduce((sum, queue) => sum + queue.count, 0)
  const isPaused = queues.some(({ paused }) => paused)
  const confirmStopAll = () =>
    void confirm({
      title: t('jobs.stopAllTitle'),
      content: t('jobs.stopAllText', { count: running }),
      okText: t('jobs.stopAll'),
      run: () => stopAll(),
      done: t('jobs.done'),
    })
  return (
    <ListPage
      name="queues"
      label={t('jobs.views.queues')}
      columns={columns}
      rowKey="job_type"
      query={query}
      {...onePage}
      actions={
        mayStop ? (
          <>
            <Button onClick={() => ask({ name: 'all', waiting }, isPaused ? 'resume' : 'pause')}>
              {isPaused ? t('jobs.resumeAll') : t('jobs.pauseAll')}
            </Button>
            <Button danger disabled={running === 0} onClick={confirmStopAll}>
              {t('jobs.stopAll')}
            </Button>
          </>
        ) : undefined
      }
      empty={<EmptyState title={t('jobs.noQueues')} />}
    />
  )
}
