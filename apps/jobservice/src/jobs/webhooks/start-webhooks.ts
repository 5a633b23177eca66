import { WEBHOOK_DELIVERY } from '@berth/contracts'
import type { Queryable, Statement } from '@berth/database'
import { areWebhooksOn } from './are-webhooks-on.js'

const start: Statement = {
  name: 'start_webhooks',
  text: `
    insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
    select 'webhook', 'delivery', 'webhook', w.id, 'schedule', jsonb_build_object('policy_id', w.id)
    from webhook_policy w
    where w.enabled and (w.retry_at is null or w.retry_at <= now()) and ${areWebhooksOn}
      and exists (
        select from job_execution d where d.job = '${WEBHOOK_DELIVERY.job}' and d.status = 'pending' and d.subject_id = w.id)
      and not exists (
        select from job_execution e
        where e.job = 'webhook' and e.subject_kind = 'webhook' and e.subject_id = w.id and e.status in ('pending', 'running'))`,
}

/**
 * Starts the job `webhook` for each webhook that has something to tell and whose receiver is not left alone for a while. What waits is
 * looked at again and again, so nothing that is lost on the way to a worker stays unsaid.
 *
 * @returns that no more is waiting to be started
 */
export async function startWebhooks(database: Queryable): Promise<false> {
  await database.query(start)
  return false
}
