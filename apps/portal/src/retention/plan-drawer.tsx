import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import type { Schedule } from '../runs/schedule'
import { ScheduleFields } from '../runs/schedule-fields'
import { type ProjectRetention, useSavePolicy } from './retention.queries'

interface PlanForm extends Pick<Schedule, 'type' | 'cron'> {
  maxPercent?: number | null
}

const words = { None: '', Hourly: '0 0 * * * *', Daily: '0 0 0 * * *', Weekly: '0 0 0 * * 0' } as const

interface PlanDrawerProps {
  project: string
  found: ProjectRetention
  schedule: Schedule
  open: boolean
  onClose: () => void
}

/** When a policy runs, and how much it takes at most. */
export function PlanDrawer({ project, found, schedule, open, onClose }: PlanDrawerProps) {
  const { t } = useTranslation()
  const save = useSavePolicy(project, found)
  const submit = ({ type, cron, maxPercent }: PlanForm) =>
    save.mutate(
      { cron: type === 'Custom' ? cron : words[type], maxPercent: maxPercent ?? 100 },
      {
        onSuccess: () => {
          tell(t('settings.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<PlanForm>
      title={t('runs.schedule')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      onFinish={submit}
      initialValues={{ type: schedule.type, cron: schedule.cron, maxPercent: found.policy?.max_percent ?? 100 }}
    >
      <ScheduleFields />
      <Form.Item<PlanForm> name="maxPercent" label={t('retention.brake')} extra={t('retention.brakeHint')}>
        <InputNumber min={1} max={100} precision={0} suffix="%" />
      </Form.Item>
    </FormDrawer>
  )
}
