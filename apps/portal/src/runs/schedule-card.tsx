import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import type { Run } from './run'
import { type Job, scheduleQuery } from './runs.queries'
import type { Schedule } from './schedule'

interface ScheduleCardProps<S extends Schedule> {
  job: Pick<Job<Run, S>, 'key' | 'schedule'>
  mayChange: boolean
  /** What the job does by itself while no schedule is set. */
  off: string
  /** What a run by the schedule does. */
  what: (schedule: S) => string
  form: (props: { schedule: S; open: boolean; onClose: () => void }) => ReactNode
}

/** When a job runs by a schedule, and the way to change that. */
export function ScheduleCard<S extends Schedule>({ job, mayChange, off, what, form }: ScheduleCardProps<S>) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { data: schedule, error, refetch } = useQuery(scheduleQuery(job))
  return (
    <Panel
      title={t('runs.schedule')}
      actions={
        mayChange ? (
          <Button disabled={schedule === undefined} onClick={() => setEditing(true)}>
            {t('runs.change')}
          </Button>
        ) : undefined
      }
    >
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {schedule === undefined ? (
        <Skeleton active paragraph={{ rows: 2 }} title={false} />
      ) : schedule.type === 'None' ? (
        <p className="hint">{off}</p>
      ) : (
        <ScheduleFacts schedule={schedule} what={what(schedule)} />
      )}
      {schedule === undefined ? null : form({ schedule, open: editing, onClose: () => setEditing(false) })}
    </Panel>
  )
}

function ScheduleFacts({ schedule: { type, cron, nextRun }, what }: { schedule: Schedule; what: string }) {
  const { t, i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'long' })
  return (
    <Facts
      facts={[
        {
          key: 'when',
          label: t('runs.when'),
          value: (
            <span>
              {type === 'Custom' ? null : t(`runs.types.${type}`)} <code className="nowrap">{cron}</code>
            </span>
          ),
        },
        { key: 'next', label: t('runs.next'), value: nextRun === undefined ? '–' : time.format(new Date(nextRun)) },
        { key: 'what', label: t('runs.what'), value: what },
      ]}
    />
  )
}
