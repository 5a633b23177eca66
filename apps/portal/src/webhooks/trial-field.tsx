import type { components } from '@berth/api-client'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { Notice } from '../components/notice'
import { ErrorPanel } from '../errors/error-panel'
import { targetOf, type WebhookForm } from './webhook-form'
import { useTryWebhook, type Webhook } from './webhooks.queries'

/** Words of the server alone tell where a redirect leads, and why there is no answer. */
function outcomeOf({ delivered, status = 0 }: components['schemas']['WebhookTrial']) {
  if (delivered) return 'webhook.tried'
  return status >= 400 ? 'webhook.triedRefused' : 'webhook.triedInVain'
}

/** Sends an example by what stands in the form, before it is saved. */
export function TrialField({ project, webhook }: { project: string; webhook: Webhook | undefined }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<WebhookForm>()
  const { mutate, data, error, isPending } = useTryWebhook(project)
  const send = async () => {
    const values = await form.validateFields().catch(() => undefined)
    if (values === undefined) return
    const [event_type = 'PUSH_ARTIFACT'] = values.event_types
    mutate({ event_type, target: targetOf(values), ...(webhook === undefined ? {} : { policy_id: webhook.id }) })
  }
  return (
    <Form.Item extra={t('webhook.tryHint')}>
      <Button loading={isPending} onClick={() => void send()}>
        {t('webhook.try')}
      </Button>
      {error === null ? null : <ErrorPanel error={error} />}
      {data === undefined || isPending ? null : (
        <Notice tone={data.delivered ? 'success' : 'warning'}>
          {t(outcomeOf(data), { status: data.status, words: data.message, ms: data.duration_ms })}
        </Notice>
      )}
    </Form.Item>
  )
}
