import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { ScheduleFields } from '../runs/schedule-fields'
import { DaysField } from './days-field'
import { KindsField } from './kinds-field'
import { type PurgePlan, useSetPurgePlan } from './purge.queries'

type Values = Omit<PurgePlan, 'nextRun'>

interface PurgePlanDrawerProps {
  plan: PurgePlan
  kinds: readonly string[]
  open: boolean
  onClose: () => void
}

export function PurgePlanDrawer({ plan, kinds, open, onClose }: PurgePlanDrawerProps) {
  const { t } = useTranslation()
  const save = useSetPurgePlan()
  const submit = ({ type, cron, hours, kinds: chosen }: Values) =>
    save.mutate(
      { type, cron: type === 'Custom' ? cron : '', hours, kinds: chosen },
      {
        onSuccess: () => {
          tell(t('settings.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<Values>
      title={t('runs.schedule')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      onFinish={submit}
      initialValues={plan}
    >
      <ScheduleFields />
      <Form.Item name="hours" label={t('audit.keepDays')}>
        <DaysField />
      </Form.Item>
      <Form.Item name="kinds">
        <KindsField label={t('audit.purgeKinds')} kinds={kinds} />
      </Form.Item>
    </FormDrawer>
  )
}
