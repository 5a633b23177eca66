import { jobContracts, WEBHOOK_DELIVERY } from '@berth/contracts'
import type { Database } from '@berth/database'
import { type Outcome, type Receiver, SealError, type WebhookSecrets, type WebhookSender } from '@berth/webhooks'
import { defineJob, type Job } from '../../engine/job.js'
import { Deliveries, type Delivery, deliveryRules } from './deliveries.js'

/** Then others have their turn. */
const TURN_MS = 20_000
/** How often a delivery is tried that its receiver refuses as it is. */
const REFUSALS = 3

/**
 * Sends what a webhook has to tell, one delivery after the other, until nothing waits or the receiver fails. What it was sending when it
 * was ended is sent again: a receiver tells it by the event's id.
 */
export function webhook(
  database: Database,
  sender: WebhookSender,
  secrets: WebhookSecrets,
  rules = deliveryRules,
): Job {
  const receiverOf = (policyId: number, row: Delivery): Receiver => ({
    kind: row.kind,
    format: row.format,
    template: row.template,
    address: row.address,
    authHeader: secrets.open(row.auth_header, policyId, 'auth_header'),
    secret: secrets.open(row.secret, policyId, 'secret'),
    skipCertVerify: row.skip_cert_verify,
  })

  async function send(policyId: number, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    const { event_id, project_id, request_id, message } = delivery.payload
    const envelope = { eventId: event_id, policyId, projectId: project_id, requestId: request_id, message }
    try {
      return await sender.send(receiverOf(policyId, delivery), envelope, delivery.id, signal)
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      return { delivered: false, again: 'no', words: 'its secrets cannot be opened: give them anew', milliseconds: 0 }
    }
  }

  return defineJob({
    name: 'webhook',
    ...jobContracts.webhook,
    records: WEBHOOK_DELIVERY,
    timeLimitSeconds: 120,
    attempts: 1,
    exclusiveBy: ({ policy_id }) => String(policy_id),
    async run({ policy_id }, { signal, report }) {
      const deliveries = new Deliveries(database, policy_id, rules)
      const until = performance.now() + TURN_MS
      let [delivered, failed] = [0, 0]
      for (let turn = await deliveries.first(); turn && performance.now() < until;) {
        signal.throwIfAborted()
        const startedAt = new Date()
        const outcome = await send(policy_id, turn, signal)
        const isLast = outcome.again === 'no' || (outcome.again === 'perhaps' && turn.attempts + 1 >= REFUSALS)
        if (outcome.delivered || isLast) {
          turn = await deliveries.end(turn, outcome.delivered ? 'success' : 'error', outcome, startedAt)
          if (outcome.delivered) delivered += 1
          else failed += 1
        } else {
          report(`delivery ${turn.id} is to be tried again: ${outcome.words}`)
          failed += await deliveries.postpone(turn, outcome, startedAt)
          turn = undefined
        }
      }
      return { delivered, failed }
    },
  })
}
