import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { ScheduleFields } from '../runs/schedule-fields'
import { type Plan, useSetPlan } from './clean-up.queries'

type Values = Omit<Plan, 'nextRun'>

export function PlanDrawer({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const save = useSetPlan()

  const submit = ({ type, cron, deletesUntagged }: Values) =>
    save.mutate(
      { type, cron: type === 'Custom' ? cron : '', deletesUntagged, purgesDeleted: plan.purgesDeleted },
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
      <Form.Item name="deletesUntagged" valuePropName="checked" extra={t('cleanUp.untaggedHint')}>
        <Checkbox>{t('cleanUp.untagged')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  )
}
