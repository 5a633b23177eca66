import { isLabelName } from '@berth/contracts'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { ColorField, firstColor } from './color-field'
import { type LabelFields, useCreateLabel, useUpdateLabel } from './label-changes.queries'
import type { Label, LabelOwner } from './labels.queries'

/** What was never touched is not there. */
type LabelForm = Pick<LabelFields, 'name' | 'color'> & { description?: string }

interface LabelDrawerProps {
  owner: LabelOwner
  /** The one to change; undefined: a new one. */
  label: Label | undefined
  open: boolean
  onClose: () => void
}

export function LabelDrawer({ owner, label, open, onClose }: LabelDrawerProps) {
  const { t } = useTranslation()
  const create = useCreateLabel(owner)
  const update = useUpdateLabel()
  const submit = ({ name, description = '', color }: LabelForm) => {
    const fields = { name: name.trim(), description: description.trim(), color }
    const onSuccess = () => {
      tell(t(label === undefined ? 'label.created' : 'label.changed', { name: fields.name }))
      onClose()
    }
    if (label === undefined) create.mutate(fields, { onSuccess })
    else update.mutate({ id: label.id, ...fields }, { onSuccess })
  }
  return (
    <FormDrawer<LabelForm>
      title={label === undefined ? t('label.create') : t('label.editOf', { name: label.name })}
      open={open}
      onClose={onClose}
      submitLabel={label === undefined ? t('actions.create') : t('actions.save')}
      mutation={label === undefined ? create : update}
      initialValues={label ?? { color: firstColor }}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={t('label.name')}
        rules={[
          { required: true, whitespace: true, message: t('label.nameRequired') },
          must((name) => isLabelName(name.trim()), t('label.nameRule')),
        ]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="color" label={t('label.color')}>
        <ColorField />
      </Form.Item>
      <Form.Item name="description" label={t('label.description')}>
        <Input.TextArea autoComplete="off" maxLength={1024} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  )
}
