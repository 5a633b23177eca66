import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlanDrawer } from '../runs/plan-drawer'
import { DaysField } from './days-field'
import { KindsField } from './kinds-field'
import { type PurgePlan, useSetPurgePlan } from './purge.queries'

interface PurgePlanDrawerProps {
  plan: PurgePlan
  kinds: readonly string[]
  open: boolean
  onClose: () => void
}

export function PurgePlanDrawer({ kinds, ...drawer }: PurgePlanDrawerProps) {
  const { t } = useTranslation()
  return (
    <PlanDrawer {...drawer} save={useSetPurgePlan()}>
      <Form.Item name="hours" label={t('audit.keepDays')}>
        <DaysField />
      </Form.Item>
      <Form.Item name="kinds">
        <KindsField label={t('audit.purgeKinds')} kinds={kinds} />
      </Form.Item>
    </PlanDrawer>
  )
}
