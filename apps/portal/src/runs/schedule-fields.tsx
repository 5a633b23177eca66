import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../forms/choice-cards'
import { cronRules } from './cron-rules'
import { NextRuns } from './next-runs'
import { type Schedule, scheduleTypes } from './schedule'

/** When a job runs: a form's `type` and, for one's own expression, `cron`. @param types to choose from */
export function ScheduleFields({ types = scheduleTypes }: { types?: readonly Schedule['type'][] }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="type" label={t('runs.when')}>
        <ChoiceCards options={types.map((value) => ({ value, label: t(`runs.types.${value}`) }))} />
      </Form.Item>
      <Form.Item<Schedule> noStyle dependencies={['type']}>
        {({ getFieldValue }) =>
          getFieldValue('type') === 'Custom' ? (
            <Form.Item name="cron" label={t('runs.cron')} extra={t('runs.cronHint')} rules={cronRules(t)}>
              <Input className="mono" autoComplete="off" maxLength={255} placeholder="0 30 2 * * 6" />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <NextRuns />
    </>
  )
}
