import { RowSecrets } from '@berth/secrets'

export type WebhookSecrets = RowSecrets<[policyId: number, name: 'auth_header' | 'secret']>

/** What is secret of webhooks, as it is stored. @param secretKey the installation's */
export const webhookSecrets = (secretKey: string): WebhookSecrets =>
  new RowSecrets(secretKey, 'webhooks', (policyId, name) => `webhook ${policyId} ${name}`)
