import {
  isHeaderValue,
  isWebhookAddress,
  MOST_TEMPLATE,
  templateFault,
  webhookEventTypes,
  webhookKinds,
} from '@berth/contracts'
import { Checkbox, Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ChoiceCards } from '../forms/choice-cards'
import { FormDrawer } from '../forms/form-drawer'
import { must } from '../forms/rules'
import { FormatFields } from './format-fields'
import { SecretFields } from './secret-fields'
import { TrialField } from './trial-field'
import { useWebhookWords } from './use-webhook-words'
import { formOf, givenOf, type WebhookForm } from './webhook-form'
import { useSaveWebhook, type Webhook } from './webhooks.queries'

interface WebhookDrawerProps {
  project: string
  /** The one to change; undefined: a new one. */
  webhook: Webhook | undefined
  open: boolean
  onClose: () => void
}

/** Not by "required": antd would say that of the group of boxes to readers of a screen, which no such group may be. */
const someEvents = (message: string): Rule => ({
  validator: (_rule, events: readonly string[]) =>
    events.length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
})

/** Makes a webhook or changes one. */
export function WebhookDrawer({ project, webhook, open, onClose }: WebhookDrawerProps) {
  const { t } = useTranslation()
  const words = useWebhookWords()
  const save = useSaveWebhook(project)
  const submit = (form: WebhookForm) =>
    save.mutate(
      { id: webhook?.id, given: givenOf(form, webhook?.enabled ?? true) },
      {
        onSuccess: () => {
          tell(t('webhook.saved'))
          onClose()
        },
      },
    )
  return (
    <FormDrawer<WebhookForm>
      key={webhook?.id ?? 'new'}
      title={webhook === undefined ? t('webhook.add') : t('webhook.changeOf', { name: webhook.name })}
      open={open}
      onClose={onClose}
      submitLabel={t('actions.save')}
      mutation={save}
      size={560}
      initialValues={formOf(webhook, webhookEventTypes)}
      onFinish={submit}
    >
      <Form.Item<WebhookForm>
        name="name"
        label={t('webhook.name')}
        rules={[{ required: true, whitespace: true, message: t('webhook.nameRequired') }]}
      >
        <Input autoComplete="off" maxLength={255} />
      </Form.Item>
      <Form.Item<WebhookForm>
        name="event_types"
        label={t('webhook.events')}
        rules={[someEvents(t('webhook.eventsRequired'))]}
      >
        <Checkbox.Group options={webhookEventTypes.map((type) => ({ value: type, label: words.event(type) }))} />
      </Form.Item>
      <Form.Item<WebhookForm> name="kind" label={t('webhook.kind')}>
        <ChoiceCards options={webhookKinds.map((kind) => ({ value: kind, label: words.kind(kind) }))} />
      </Form.Item>
      <Form.Item<WebhookForm>
        name="address"
        label={t('webhook.address')}
        rules={[
          { required: true, whitespace: true, message: t('webhook.addressRequired') },
          must((text) => isWebhookAddress(text.trim()), t('webhook.addressRule')),
        ]}
      >
        <Input autoComplete="off" maxLength={2048} placeholder="https://" />
      </Form.Item>
      <FormatFields
        rule={must((text) => templateFault(text) === undefined, t('webhook.templateRule'))}
        most={MOST_TEMPLATE}
      />
      <SecretFields webhook={webhook} rule={must(isHeaderValue, t('webhook.headerRule'))} />
      <Form.Item<WebhookForm> name="skipsCheck" valuePropName="checked">
        <Checkbox>{t('webhook.skipsCheck')}</Checkbox>
      </Form.Item>
      <Form.Item<WebhookForm> name="description" label={t('webhook.description')}>
        <Input.TextArea autoComplete="off" maxLength={1024} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <TrialField project={project} webhook={webhook} />
    </FormDrawer>
  )
}
