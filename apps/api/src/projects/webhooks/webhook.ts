import { formatsOf, rest, templateFault, UserError, type WebhookFormat, type WebhookKind } from '@berth/contracts'
import { AddressGuard, OutboundError } from '@berth/outbound'
import type { z } from 'zod'

export type WebhookRow = z.output<typeof rest.webhook>
export type GivenWebhook = z.output<typeof rest.givenWebhook>
export type GivenTarget = GivenWebhook['targets'][number]

/** What of a target is not secret, as its table has it. */
export interface StoredTarget {
  readonly kind: WebhookKind
  readonly address: string
  readonly format: WebhookFormat
  readonly template: string
  readonly skipCertVerify: boolean
}

/**
 * What a client gave, held against what cannot be sent.
 *
 * @param allow what may be told of what lies inside
 * @throws {UserError} WEBHOOK_FORMAT, WEBHOOK_TEMPLATE_NO_JSON, WEBHOOK_TEMPLATE_NAME, WEBHOOK_ADDRESS_REFUSED
 */
export function readTarget(given: GivenTarget, allow: readonly string[]): StoredTarget {
  const { type: kind, address, template, skip_cert_verify: skipCertVerify } = given
  const format = given.payload_format === '' ? 'Default' : given.payload_format
  if (!formatsOf(kind).includes(format)) throw new UserError('WEBHOOK_FORMAT', { kind, format })
  const fault = format === 'Template' ? templateFault(template) : undefined
  if (fault?.kind === 'json') throw new UserError('WEBHOOK_TEMPLATE_NO_JSON')
  if (fault?.kind === 'name') throw new UserError('WEBHOOK_TEMPLATE_NAME', { name: fault.name })
  requirePassing(new URL(address).hostname.replaceAll(/^\[|\]$/g, ''), allow)
  return { kind, address, format, template: format === 'Template' ? template : '', skipCertVerify }
}

/** Of names it is told when something is sent: what they lead to may change. */
function requirePassing(host: string, allow: readonly string[]): void {
  try {
    new AddressGuard(allow).requirePassing(host)
  } catch (error) {
    if (error instanceof OutboundError) throw new UserError('WEBHOOK_ADDRESS_REFUSED', { host })
    throw error
  }
}

interface Kept {
  readonly address: string
  readonly skipCertVerify: boolean
  readonly hasHeader: boolean
}

/**
 * The header that is kept comes to nobody else: whoever may change a webhook need not be one who knows its secrets. At one host there may
 * be many receivers, so another path is another one. Without a look at the certificate, whoever stands on the way is one, too. A
 * signature tells nothing of its secret, so that one stays.
 *
 * @throws {UserError} WEBHOOK_SECRET_NEEDED where the header is not given anew
 */
export function requireSameReceiver(kept: Kept, { address, skip_cert_verify, auth_header }: GivenTarget): void {
  if (!kept.hasHeader || auth_header !== undefined) return
  const isSame = new URL(kept.address).href === new URL(address).href && (kept.skipCertVerify || !skip_cert_verify)
  if (!isSame) throw new UserError('WEBHOOK_SECRET_NEEDED')
}
