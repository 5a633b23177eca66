import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { ChoiceCards } from '../forms/choice-cards'
import { registriesToChooseQuery } from './replications.queries'
import type { RuleForm } from './rule-form'

/** Which way images go, and the registry at the other end. */
export function EndFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<RuleForm>()
  const { data, error } = useQuery(registriesToChooseQuery)
  const turn = (direction: RuleForm['direction']) => {
    // Only what happens here starts a rule.
    if (direction === 'pull' && form.getFieldValue('trigger') === 'event_based') form.setFieldValue('trigger', 'manual')
  }
  return (
    <>
      <Form.Item<RuleForm> name="direction" label={t('replication.direction')}>
        <ChoiceCards
          onChange={({ target: { value } }) => turn(value === 'pull' ? 'pull' : 'push')}
          options={(['push', 'pull'] as const).map((value) => ({
            value,
            label: t(`replication.directions.${value}`),
          }))}
        />
      </Form.Item>
      {error === null ? null : <ErrorPanel error={error} />}
      <Form.Item<RuleForm>
        name="registry"
        label={t('replication.registry')}
        extra={data?.total === 0 ? <Link to="/registries">{t('replication.noRegistries')}</Link> : undefined}
        rules={[{ required: true, message: t('replication.registryRequired') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={data === undefined}
          options={(data?.items ?? []).map(({ id, name, url }) => ({ value: id, label: `${name} (${url})` }))}
        />
      </Form.Item>
    </>
  )
}
