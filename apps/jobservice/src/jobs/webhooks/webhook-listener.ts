import { WEBHOOK_DELIVERY } from '@berth/contracts'
import type { Statement, Transaction } from '@berth/database'
import { messageOf, webhookEvents, webhookTypeOf } from '@berth/webhooks'
import type { DispatchedEvent, Listener } from '../../engine/events/listener.js'
import { areWebhooksOn } from './are-webhooks-on.js'

const findPolicies: Statement = {
  name: 'find_webhooks_of_events',
  text: `
    select w.id, w.project_id as "projectId", w.event_types as types, p.name as project, p.public as "isPublic"
    from webhook_policy w join project p on p.id = w.project_id
    where w.enabled and w.project_id = any ($1::int[]) and w.event_types && $2::text[] and ${areWebhooksOn}
    order by w.id`,
}

const findRepositories: Statement = {
  name: 'find_repositories_of_webhooks',
  text: 'select id, created_at as "madeAt" from repository where id = any ($1::bigint[])',
}

/** In the order given: that of their ids is the one in which they are delivered. */
const addDeliveries: Statement = {
  name: 'add_webhook_deliveries',
  text: `
    with added as (
      insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
      select '${WEBHOOK_DELIVERY.job}', '${WEBHOOK_DELIVERY.class}', 'webhook', policy_id, 'event', payload
      from unnest($1::int[], $2::jsonb[]) with ordinality as new (policy_id, payload, place) order by place
    ), types as (
      select policy_id, jsonb_object_agg(payload->'message'->>'type', now()) as at
      from unnest($1::int[], $2::jsonb[]) as new (policy_id, payload) group by policy_id
    )
    update webhook_policy w set last_triggered = w.last_triggered || types.at from types where w.id = types.policy_id`,
}

interface Policy {
  readonly id: number
  readonly projectId: number
  readonly types: readonly string[]
  readonly project: string
  readonly isPublic: boolean
}

type Heard = DispatchedEvent<(typeof webhookEvents)[number]>

/** Puts down what webhooks are to be told: what happened, as it was then. @param url address of this installation */
export function webhookListener(url: string): Listener<(typeof webhookEvents)[number]> {
  return {
    name: 'webhooks',
    events: webhookEvents,
    jobs: [],
    async find(transaction, events) {
      const projects = [...new Set(events.map(({ payload }) => payload.project_id))]
      const types = [...new Set(events.map(({ type }) => webhookTypeOf[type]))]
      const policies = await transaction.query<Policy & Record<string, unknown>>(findPolicies, [projects, types])
      if (policies.length === 0) return []
      const made = await repositoriesOf(transaction, events)
      const deliveries = events.flatMap((event) => {
        const { payload, actor } = event
        const repositoryMadeAt = 'repository_id' in payload ? made.get(payload.repository_id) : undefined
        return policies
          .filter(
            ({ projectId, types: asked }) =>
              projectId === payload.project_id && asked.includes(webhookTypeOf[event.type]),
          )
          .map(({ id, project, isPublic }) => ({
            id,
            payload: {
              event_id: event.id,
              project_id: payload.project_id,
              request_id: actor.requestId,
              message: messageOf(event, { project, isPublic, repositoryMadeAt, url }),
            },
          }))
      })
      if (deliveries.length > 0)
        await transaction.query(addDeliveries, [
          deliveries.map(({ id }) => id),
          deliveries.map(({ payload }) => JSON.stringify(payload)),
        ])
      return []
    },
  }
}

async function repositoriesOf(transaction: Transaction, events: readonly Heard[]): Promise<Map<number, Date>> {
  const ids = new Set(events.flatMap(({ payload }) => ('repository_id' in payload ? [payload.repository_id] : [])))
  if (ids.size === 0) return new Map()
  const rows = await transaction.query<{ readonly id: string; readonly madeAt: Date }>(findRepositories, [[...ids]])
  return new Map(rows.map(({ id, madeAt }) => [Number(id), madeAt]))
}
