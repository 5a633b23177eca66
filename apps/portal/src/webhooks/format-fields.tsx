import { webhookFormats } from '@berth/contracts'
import { Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../forms/choice-cards'
import type { WebhookForm } from './webhook-form'

/** In which form a program is told. A channel has one form alone. */
export function FormatFields({ rule, most }: { rule: Rule; most: number }) {
  const { t } = useTranslation()
  const kind = Form.useWatch<WebhookForm['kind']>('kind')
  const format = Form.useWatch<WebhookForm['format']>('format')
  if (kind !== 'http') return null
  return (
    <>
      <Form.Item<WebhookForm> name="format" label={t('webhook.format')}>
        <ChoiceCards options={webhookFormats.map((value) => ({ value, label: t(`webhook.formats.${value}`) }))} />
      </Form.Item>
      {format === 'Template' ? (
        <Form.Item<WebhookForm>
          name="template"
          label={t('webhook.template')}
          extra={t('webhook.templateHint', { example: '{{repository}}', interpolation: { escapeValue: false } })}
          rules={[{ required: true, message: t('webhook.templateRule') }, rule]}
        >
          <Input.TextArea
            autoComplete="off"
            maxLength={most}
            autoSize={{ minRows: 4, maxRows: 16 }}
            spellCheck={false}
          />
        </Form.Item>
      ) : null}
    </>
  )
}
