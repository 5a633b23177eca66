import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import type { Schedule } from './schedule'
import { ScheduleFields } from './schedule-fields'

interface PlanDrawerProps<Plan extends Schedule> {
  plan: Plan
  save: {
    error: Error | null
    isPending: boolean
    reset: () => void
    mutate: (plan: Plan, then: { onSuccess: () => void }) => void
  }
  open: boolean
  onClose: () => void
  /** Fields for what the plan holds beside its times. */
  children: ReactNode
}

/** When a job runs, and with what. What the plan holds and no field shows stays as it is. */
export function PlanDrawer<Plan extends Schedule>({ plan, save, open, onClose, children }: PlanDrawerProps<Plan>) {
  const { t } = useTranslation()
  const submit = (values: Plan) =>
    save.mutate(
      { ...plan, ...values, cron: values.type === 'Custom' ? values.cron : '' },
      {
        onSuccess: () => {
          tell(t('settings.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<Plan>
      title={t('runs.schedule')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      onFinish={submit}
      initialValues={plan}
    >
      <ScheduleFields />
      {children}
    </FormDrawer>
  )
}
