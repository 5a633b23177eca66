import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { FormDrawer } from '../forms/form-drawer'
import { SizeField } from '../forms/size-field'

/** What has a limit: a project, or without an id those to come. */
export interface Limited {
  readonly id?: number
  readonly title: string
  /** Bytes; -1: none. */
  readonly limit: number
}

interface QuotaDrawerProps {
  limited: Limited | undefined
  open: boolean
  onClose: () => void
  mutation: { error: Error | null; isPending: boolean; reset: () => void }
  onSave: (storage: number, done: () => void) => void
}

export function QuotaDrawer({ limited, open, onClose, mutation, onSave }: QuotaDrawerProps) {
  const { t } = useTranslation()
  const submit = ({ bytes }: { bytes: number | null }) =>
    onSave(bytes ?? -1, () => {
      tell(t('quota.saved'))
      onClose()
    })
  return (
    <FormDrawer<{ bytes: number | null }>
      title={limited?.title ?? ''}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={mutation}
      initialValues={{ bytes: limited === undefined || limited.limit < 0 ? null : limited.limit }}
      onFinish={submit}
    >
      <Form.Item
        name="bytes"
        label={t('quota.limit')}
        extra={t('quota.limitHint')}
        rules={[{ type: 'number', min: 1, max: Number.MAX_SAFE_INTEGER, message: t('form.sizeRule') }]}
      >
        <SizeField label={t('quota.limit')} />
      </Form.Item>
    </FormDrawer>
  )
}
