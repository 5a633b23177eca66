import { CaretRightOutlined, PauseOutlined, StopOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAtLeast } from '../components/use-breakpoint'
import type { Column } from '../lists/column'
import { actionsColumn, countColumn, nameColumn, Small } from '../lists/columns'
import type { JobQueue } from './jobs.queries'
import { typeTitle } from './type-title'
import { useAskQueue } from './use-ask-queue'

export function useQueueColumns(mayStop: boolean): Column<JobQueue>[] {
  const { t, i18n } = useTranslation()
  const ask = useAskQueue()
  const isWide = useAtLeast('sm')
  return useMemo(() => {
    const seconds = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second' })
    return [
      nameColumn<JobQueue>({
        key: 'job_type',
        title: t('jobs.queue'),
        cell: (queue) => (
          <>
            <span>
              <strong>{typeTitle(t, queue.job_type)}</strong> {queue.paused ? <Tag>{t('jobs.paused')}</Tag> : null}
            </span>
            {isWide ? <Small>{queue.job_type}</Small> : null}
          </>
        ),
      }),
      countColumn<JobQueue>({ key: 'count', title: t('jobs.waiting'), count: ({ count }) => count }),
      countColumn<JobQueue>({ key: 'running', title: t('jobs.running'), count: ({ running }) => running }),
      countColumn<JobQueue>({ key: 'delayed', title: t('jobs.delayed'), from: 'md', count: ({ delayed }) => delayed }),
      countColumn<JobQueue>({ key: 'failed', title: t('jobs.failed'), from: 'sm', count: ({ failed }) => failed }),
      {
        key: 'latency',
        title: t('jobs.latency'),
        align: 'end',
        from: 'md',
        cell: ({ latency }) => (latency === 0 ? '–' : seconds.format(latency)),
      },
      actionsColumn<JobQueue>(
        t,
        ({ job_type: name, paused, count }) =>
          mayStop ? (
            <>
              <Button
                type="text"
                icon={paused ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
                aria-label={t(paused ? 'jobs.resumeOf' : 'jobs.pauseOf', { name: typeTitle(t, name) })}
                data-tip={t(paused ? 'jobs.resume' : 'jobs.pause')}
                onClick={() => ask({ name, waiting: count }, paused ? 'resume' : 'pause')}
              />
              {count === 0 ? null : (
                <Button
                  type="text"
                  danger
                  icon={<StopOutlined aria-hidden />}
                  aria-label={t('jobs.stopOf', { name: typeTitle(t, name) })}
                  data-tip={t('jobs.stop')}
                  onClick={() => ask({ name, waiting: count }, 'stop')}
                />
              )}
            </>
          ) : null,
        96,
      ),
    ]
  }, [t, i18n.language, ask, mayStop, isWide])
}
