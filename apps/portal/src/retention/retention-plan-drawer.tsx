import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlanDrawer } from '../runs/plan-drawer'
import { cronOf, type Schedule } from '../runs/schedule'
import { type ProjectRetention, useSavePolicy } from './retention.queries'

const ALL = 100

interface RetentionPlan extends Schedule {
  /** Empty where the field was emptied. */
  maxPercent: number | null
}

interface RetentionPlanDrawerProps {
  project: string
  found: ProjectRetention
  schedule: Schedule
  open: boolean
  onClose: () => void
}

/** When a policy runs, and how much it takes at most. */
export function RetentionPlanDrawer({ project, found, schedule, ...drawer }: RetentionPlanDrawerProps) {
  const { t } = useTranslation()
  const save = useSavePolicy(project, found)
  return (
    <PlanDrawer<RetentionPlan>
      {...drawer}
      plan={{ ...schedule, maxPercent: found.policy?.max_percent ?? ALL }}
      save={{
        ...save,
        mutate: (plan, then) => save.mutate({ cron: cronOf(plan), maxPercent: plan.maxPercent ?? ALL }, then),
      }}
    >
      <Form.Item<RetentionPlan> name="maxPercent" label={t('retention.brake')} extra={t('retention.brakeHint')}>
        <InputNumber min={1} max={ALL} precision={0} suffix="%" />
      </Form.Item>
    </PlanDrawer>
  )
}
