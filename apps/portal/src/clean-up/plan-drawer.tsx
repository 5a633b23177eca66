import { App, Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../forms/form-drawer'
import { cronRules } from '../forms/rules'
import { useSetPlan } from './clean-up.queries'
import { type Plan, planTypes } from './plan'

type Values = Pick<Plan, 'type' | 'cron' | 'deletesUntagged'>

export function PlanDrawer({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSetPlan()

  const submit = ({ type, cron, deletesUntagged }: Values) =>
    save.mutate(
      { type, cron: type === 'Custom' ? cron : '', deletesUntagged },
      {
        onSuccess: () => {
          void message.success(t('settings.saved'))
          onClose()
        },
      },
    )

  return (
    <FormDrawer<Values>
      title={t('cleanUp.schedule')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      onFinish={submit}
      initialValues={{
        type: plan.type,
        cron: plan.cron,
        deletesUntagged: plan.deletesUntagged,
      }}
    >
      <Form.Item name="type" label={t('cleanUp.when')}>
        <Radio.Group
          className="choice-cards"
          options={planTypes.map((value) => ({ value, label: t(`cleanUp.types.${value}`) }))}
        />
      </Form.Item>
      <Form.Item<Values> noStyle dependencies={['type']}>
        {({ getFieldValue }) =>
          getFieldValue('type') === 'Custom' ? (
            <Form.Item name="cron" label={t('cleanUp.cron')} extra={t('cleanUp.cronHint')} rules={cronRules(t)}>
              <Input className="mono" autoComplete="off" maxLength={255} placeholder="0 30 2 * * 6" />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="deletesUntagged" valuePropName="checked" extra={t('cleanUp.untaggedHint')}>
        <Checkbox>{t('cleanUp.untagged')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  )
}
