import { Form, Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { useConfirm } from '../forms/use-confirm'
import { DestinationFields } from './destination-fields'
import { EndFields } from './end-fields'
import { FilterFields } from './filter-fields'
import type { Rule } from './replications.queries'
import { useSaveRule } from './rule-changes.queries'
import { formOf, furtherFilters, givenOf, passesDeletions, type RuleForm } from './rule-form'
import { TriggerFields } from './trigger-fields'

interface RuleDrawerProps {
  /** The one to change; undefined: a new one. */
  rule: Rule | undefined
  open: boolean
  onClose: () => void
}

/** Makes a rule or changes one. */
export function RuleDrawer({ rule, open, onClose }: RuleDrawerProps) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const save = useSaveRule()
  const submit = async (form: RuleForm) => {
    const isNew = passesDeletions(form) && rule?.replicate_deletion !== true
    const isMeant =
      !isNew ||
      (await confirm({
        title: t('replication.deletionTitle'),
        content: t('replication.deletionText'),
        okText: t('replication.deletionOk'),
        run: () => Promise.resolve(),
      }))
    if (!isMeant) return
    save.mutate(
      { id: rule?.id, given: givenOf(form, rule) },
      {
        onSuccess: () => {
          tell(t('replication.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <FormDrawer<RuleForm>
      key={rule?.id ?? 'new'}
      title={rule === undefined ? t('replication.create') : t('replication.editOf', { name: rule.name })}
      open={open}
      onClose={onClose}
      submitLabel={rule === undefined ? t('actions.create') : t('actions.save')}
      mutation={save}
      size={620}
      initialValues={formOf(rule)}
      onFinish={(form) => void submit(form)}
    >
      <Form.Item<RuleForm>
        name="name"
        label={t('replication.name')}
        rules={[{ required: true, whitespace: true, message: t('replication.nameRequired') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      <EndFields />
      <FilterFields further={furtherFilters(rule)} />
      <DestinationFields />
      <TriggerFields />
      <Form.Item<RuleForm>
        name="override"
        label={t('replication.override')}
        extra={t('replication.overrideHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item<RuleForm> name="speed" label={t('replication.speed')} extra={t('replication.speedHint')}>
        <InputNumber min={1} max={2_147_483_647} precision={0} suffix="KB/s" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item<RuleForm>
        name="singleActive"
        label={t('replication.singleActive')}
        extra={t('replication.singleActiveHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item<RuleForm>
        name="copyByChunk"
        label={t('replication.copyByChunk')}
        extra={t('replication.copyByChunkHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item<RuleForm> name="description" label={t('replication.description')}>
        <Input.TextArea autoComplete="off" maxLength={1024} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <Form.Item<RuleForm> name="enabled" label={t('replication.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  )
}
