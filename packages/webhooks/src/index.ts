export { SealError } from '@berth/secrets'
export {
  type HeardEvent,
  messageOf,
  type Surroundings,
  webhookEvents,
  type WebhookMessage,
  webhookTypeOf,
} from './message.js'
export { type WebhookSecrets, webhookSecrets } from './webhook-secrets.js'
export { type Outcome, type Receiver, WebhookSender } from './webhook-sender.js'
