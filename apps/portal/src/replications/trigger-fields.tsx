import { replicationTriggers } from '@berth/contracts'
import { Form, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { ChoiceCards } from '../forms/choice-cards'
import { ScheduleFields } from '../runs/schedule-fields'
import type { RuleForm } from './rule-form'

const times = ['Hourly', 'Daily', 'Weekly', 'Custom'] as const

/** What starts a rule. */
export function TriggerFields() {
  const { t } = useTranslation()
  const direction = Form.useWatch<RuleForm['direction']>('direction')
  const trigger = Form.useWatch<RuleForm['trigger']>('trigger')
  const deletion = Form.useWatch<boolean | undefined>('deletion') ?? false
  const triggers = replicationTriggers.filter((value) => direction !== 'pull' || value !== 'event_based')
  return (
    <>
      <Form.Item<RuleForm> name="trigger" label={t('replication.trigger')}>
        <ChoiceCards options={triggers.map((value) => ({ value, label: t(`replication.triggers.${value}`) }))} />
      </Form.Item>
      {trigger === 'scheduled' ? <ScheduleFields types={times} /> : null}
      {trigger === 'event_based' && direction === 'push' ? (
        <>
          <Form.Item<RuleForm>
            name="deletion"
            label={t('replication.deletion')}
            extra={t('replication.deletionHint')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
          {deletion ? (
            <Form.Item>
              <Notice tone="warning">{t('replication.deletionText')}</Notice>
            </Form.Item>
          ) : null}
        </>
      ) : null}
    </>
  )
}
