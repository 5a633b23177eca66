import { Checkbox, Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import type { WebhookForm } from './webhook-form'
import type { Webhook } from './webhooks.queries'

/** What is kept is never shown: an empty field leaves it, a box takes it away. */
export function SecretFields({ webhook, rule }: { webhook: Webhook | undefined; rule: Rule }) {
  const { t } = useTranslation()
  const [target] = webhook?.targets ?? []
  const hint = (has: boolean | undefined) => (has === true ? t('webhook.kept') : undefined)
  return (
    <>
      <Form.Item<WebhookForm> name="secret" label={t('webhook.secret')} extra={t('webhook.secretHint')}>
        <Input.Password autoComplete="new-password" maxLength={256} placeholder={hint(target?.has_secret)} />
      </Form.Item>
      {target?.has_secret === true ? (
        <Form.Item<WebhookForm> name="dropsSecret" valuePropName="checked">
          <Checkbox>{t('webhook.dropsSecret')}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item<WebhookForm>
        name="authHeader"
        label={t('webhook.authHeader')}
        extra={t('webhook.authHeaderHint')}
        rules={[rule]}
      >
        <Input.Password autoComplete="new-password" maxLength={4096} placeholder={hint(target?.has_auth_header)} />
      </Form.Item>
      {target?.has_auth_header === true ? (
        <Form.Item<WebhookForm> name="dropsHeader" valuePropName="checked">
          <Checkbox>{t('webhook.dropsHeader')}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  )
}
