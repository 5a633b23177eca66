import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { planQuery } from './clean-up.queries'
import { PlanDrawer } from './plan-drawer'
import type { Plan } from './plan'

/** When space is freed by a schedule. */
export function PlanCard() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { data: plan, error, refetch } = useQuery(planQuery)
  return (
    <Card title={t('cleanUp.schedule')}>
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {plan === undefined ? <Skeleton active paragraph={{ rows: 2 }} title={false} /> : <PlanFacts plan={plan} />}
      <div className="card-actions">
        <Button disabled={plan === undefined} onClick={() => setEditing(true)}>
          {t('cleanUp.change')}
        </Button>
      </div>
      {plan === undefined ? null : <PlanDrawer plan={plan} open={editing} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function PlanFacts({ plan: { type, cron, nextRun, deletesUntagged } }: { plan: Plan }) {
  const { t, i18n } = useTranslation()
  if (type === 'None') return <p className="hint">{t('cleanUp.off')}</p>
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'long' })
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        {
          key: 'when',
          label: t('cleanUp.when'),
          children: (
            <span>
              {type === 'Custom' ? null : t(`cleanUp.types.${type}`)} <code className="nowrap">{cron}</code>
            </span>
          ),
        },
        {
          key: 'next',
          label: t('cleanUp.next'),
          children: nextRun === undefined ? '–' : time.format(new Date(nextRun)),
        },
        {
          key: 'what',
          label: t('cleanUp.what'),
          children: deletesUntagged ? t('cleanUp.withUntagged') : t('cleanUp.onlyDue'),
        },
      ]}
    />
  )
}
