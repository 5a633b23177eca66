import { parseSyslogEndpoint } from '@berth/contracts'
import { Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { useErrorNotice } from '../errors/use-error-notice'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { type Forward, usePingForward, useSetForward } from './forward.queries'
import { KindsField } from './kinds-field'

interface ForwardDrawerProps {
  forward: Forward
  kinds: readonly string[]
  open: boolean
  onClose: () => void
}

const isEndpoint = (text: string) => parseSyslogEndpoint(text) !== undefined

export function ForwardDrawer({ forward, kinds, open, onClose }: ForwardDrawerProps) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const save = useSetForward()
  const ping = usePingForward()
  // What this page has no box for stays as it is.
  const unnamed = forward.leftOut.filter((kind) => !kinds.includes(kind))
  const submit = ({ endpoint, isOnly, leftOut }: Forward) =>
    save.mutate(
      { endpoint, isOnly, leftOut: [...leftOut.filter((kind) => kinds.includes(kind)), ...unnamed] },
      {
        onSuccess: () => {
          tell(t('settings.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<Forward>
      title={t('audit.forward')}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      onFinish={submit}
      initialValues={forward}
    >
      <Form.Item
        name="endpoint"
        label={t('audit.endpoint')}
        extra={t('audit.endpointHint')}
        rules={[must(isEndpoint, t('audit.endpointHint'))]}
      >
        <Input className="mono" autoComplete="off" maxLength={255} placeholder="tls://logs.example.org:6514" />
      </Form.Item>
      <Form.Item<Forward> noStyle dependencies={['endpoint']}>
        {({ getFieldValue }) => {
          const endpoint = String(getFieldValue('endpoint') ?? '')
          return (
            <Form.Item>
              <Button
                disabled={!isEndpoint(endpoint)}
                loading={ping.isPending}
                onClick={() =>
                  ping.mutate(endpoint, { onSuccess: () => tell(`${t('audit.ping')} ✓`), onError: notice })
                }
              >
                {t('audit.ping')}
              </Button>
            </Form.Item>
          )
        }}
      </Form.Item>
      <Form.Item name="isOnly" valuePropName="checked" extra={t('audit.onlyHint')}>
        <Checkbox>{t('audit.only')}</Checkbox>
      </Form.Item>
      <Form.Item name="leftOut">
        <KindsField label={t('audit.leftOut')} kinds={kinds} />
      </Form.Item>
    </FormDrawer>
  )
}
