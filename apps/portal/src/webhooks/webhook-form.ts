import type { WebhookEventType, WebhookFormat, WebhookKind } from '@berth/contracts'
import type { GivenWebhook, Webhook } from './webhooks.queries'

/** A webhook as its form has it. What was never touched is not there. */
export interface WebhookForm {
  name: string
  description?: string
  event_types: WebhookEventType[]
  kind: WebhookKind
  address: string
  format?: WebhookFormat
  template?: string
  authHeader?: string
  secret?: string
  /** What is kept is to go. */
  dropsHeader?: boolean
  dropsSecret?: boolean
  skipsCheck?: boolean
}

/** An empty field leaves what is kept as it is. */
function kept(text: string | undefined, drops: boolean | undefined): string | undefined {
  if (drops === true) return ''
  return text === undefined || text === '' ? undefined : text
}

export function targetOf(form: WebhookForm): GivenWebhook['targets'][number] {
  const { kind, address, format = 'Default', template = '' } = form
  const header = kept(form.authHeader, form.dropsHeader)
  const secret = kept(form.secret, form.dropsSecret)
  return {
    type: kind,
    address: address.trim(),
    skip_cert_verify: form.skipsCheck ?? false,
    payload_format: kind === 'http' ? format : 'Default',
    template: kind === 'http' && format === 'Template' ? template : '',
    ...(header === undefined ? {} : { auth_header: header }),
    ...(secret === undefined ? {} : { secret }),
  }
}

export const givenOf = (form: WebhookForm, enabled: boolean): GivenWebhook => ({
  name: form.name.trim(),
  description: form.description?.trim() ?? '',
  enabled,
  event_types: form.event_types,
  targets: [targetOf(form)],
})

export function formOf(webhook: Webhook | undefined, types: readonly WebhookEventType[]): Partial<WebhookForm> {
  const [target] = webhook?.targets ?? []
  if (webhook === undefined || target === undefined)
    return { kind: 'http', format: 'Default', event_types: ['PUSH_ARTIFACT'] }
  return {
    name: webhook.name,
    description: webhook.description ?? '',
    event_types: types.filter((type) => webhook.event_types.includes(type)),
    kind: target.type,
    address: target.address,
    format: target.payload_format,
    template: target.template ?? '',
    skipsCheck: target.skip_cert_verify,
  }
}

/** A webhook as it is, switched on or off. */
export function switched(webhook: Webhook, types: readonly WebhookEventType[]): GivenWebhook {
  const form = formOf(webhook, types)
  return givenOf({ name: '', address: '', event_types: [], kind: 'http', ...form }, !webhook.enabled)
}
