import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { onDemand } from '../components/on-demand'
import { Panel } from '../components/panel'
import { readSchedule } from '../runs/schedule'
import type { ProjectRetention } from './retention.queries'

const RetentionPlanDrawer = onDemand(async () => (await import('./retention-plan-drawer')).RetentionPlanDrawer)

interface PlanPanelProps {
  project: string
  found: ProjectRetention
  mayChange: boolean
}

/** When a policy runs, in the reader's time and in UTC, and what stops it. */
export function PlanPanel({ project, found, mayChange }: PlanPanelProps) {
  const { t, i18n } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { cron = '', next_scheduled_time: next } = found.policy?.trigger.settings ?? {}
  const schedule = readSchedule({ type: cron === '' ? 'None' : 'Custom', cron, next_scheduled_time: next ?? null })
  const time = (timeZone?: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'long',
      ...(timeZone === undefined ? {} : { timeZone }),
    })
  const share = found.policy?.max_percent ?? 100
  return (
    <Panel
      title={t('runs.schedule')}
      actions={mayChange ? <Button onClick={() => setEditing(true)}>{t('runs.change')}</Button> : undefined}
    >
      <Facts
        facts={[
          {
            key: 'when',
            label: t('runs.when'),
            value:
              schedule.type === 'None' ? (
                t('retention.byHand')
              ) : (
                <span>
                  {schedule.type === 'Custom' ? null : t(`runs.types.${schedule.type}`)}{' '}
                  <code className="nowrap">{cron}</code>
                </span>
              ),
          },
          ...(schedule.nextRun === undefined
            ? []
            : [
                {
                  key: 'next',
                  label: t('runs.next'),
                  value: (
                    <span>
                      {time().format(new Date(schedule.nextRun))}
                      <br />
                      <span className="muted">{time('UTC').format(new Date(schedule.nextRun))}</span>
                    </span>
                  ),
                },
              ]),
          {
            key: 'brake',
            label: t('retention.brake'),
            value: share === 100 ? t('retention.noBrake') : t('retention.brakeAt', { percent: share }),
          },
        ]}
      />
      <RetentionPlanDrawer
        project={project}
        found={found}
        schedule={schedule}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </Panel>
  )
}
