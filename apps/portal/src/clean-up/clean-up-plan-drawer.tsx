import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlanDrawer } from '../runs/plan-drawer'
import { type Plan, useSetPlan } from './clean-up.queries'

export function CleanUpPlanDrawer(drawer: { plan: Plan; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <PlanDrawer {...drawer} save={useSetPlan()}>
      <Form.Item name="deletesUntagged" valuePropName="checked" extra={t('cleanUp.untaggedHint')}>
        <Checkbox>{t('cleanUp.untagged')}</Checkbox>
      </Form.Item>
    </PlanDrawer>
  )
}
