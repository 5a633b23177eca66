import { WEBHOOK_DELIVERY, type WebhookFormat, type WebhookKind } from '@berth/contracts'
import type { Database, Statement } from '@berth/database'
import type { Outcome, WebhookMessage } from '@berth/webhooks'
import { areWebhooksOn } from './are-webhooks-on.js'

/** A delivery whose turn it is, with its receiver as it is now. */
export interface Delivery {
  readonly id: string
  readonly attempts: number
  readonly payload: {
    readonly event_id: string
    readonly project_id: number
    readonly request_id?: string
    readonly message: WebhookMessage
  }
  readonly kind: WebhookKind
  readonly format: WebhookFormat
  readonly template: string
  readonly address: string
  readonly auth_header: string | null
  readonly secret: string | null
  readonly skip_cert_verify: boolean
}

/** @param after SQL for an id: what comes behind it */
const next = (policy: string, after: string) => `
  select d.id, d.attempts, d.payload, w.kind, w.payload_format as format, w.template, w.address, w.auth_header, w.secret, w.skip_cert_verify
  from webhook_policy w cross join lateral (
    select * from job_execution d
    where d.job = '${WEBHOOK_DELIVERY.job}' and d.status = 'pending' and d.subject_id = w.id and d.id > ${after}
    order by d.id limit 1) d
  where w.id = ${policy} and w.enabled and (w.retry_at is null or w.retry_at <= now()) and ${areWebhooksOn}`

const first: Statement = { name: 'first_webhook_delivery', text: next('$1::int', '0') }

/** A line of its own, however short. */
const logged = (id: string, line: string) =>
  `insert into job_log (execution_id, text) select id, ${line} from job_execution where id = ${id}`

/** One that was stopped meanwhile stays so. */
const ends: Statement = {
  name: 'end_webhook_delivery',
  text: `
    with ended as (
      update job_execution set status = $3, error = $4, attempts = attempts + 1, started_at = coalesce(started_at, $6), ended_at = now()
      where id = $2 and status = 'pending'
    ), log as (${logged('$2', '$5')}),
    well as (
      update webhook_policy set failures = 0, retry_at = null where id = $1 and $3 = 'success' and (failures > 0 or retry_at is not null)
    )
    ${next('$1::int', '$2::bigint')}`,
}

const postpone: Statement = {
  name: 'postpone_webhook_delivery',
  text: `
    with tried as (
      update job_execution set error = $3, attempts = attempts + 1, started_at = coalesce(started_at, $5)
      where id = $2 and status = 'pending'
    ), log as (${logged('$2', '$4')})
    update webhook_policy set failures = failures + 1,
      retry_at = now() + make_interval(secs => least($7::float8, $6::float8 * 2 ^ least(failures, 20)))
    where id = $1`,
}

/** What has waited too long, and what is too much to wait. */
const giveUp: Statement = {
  name: 'give_up_webhook_deliveries',
  text: `
    with waiting as (
      select id, created_at, row_number() over (order by id desc) as place from job_execution
      where job = '${WEBHOOK_DELIVERY.job}' and status = 'pending' and subject_id = $1
    )
    update job_execution e set status = 'error', ended_at = now(),
      error = case when waiting.place > $3 then 'Too many deliveries waited for the receiver.' else 'The receiver took nothing for too long.' end
        || coalesce(' ' || e.error, '')
    from waiting
    where e.id = waiting.id and e.status = 'pending'
      and (waiting.place > $3 or waiting.created_at < now() - make_interval(secs => $2))
    returning e.id`,
}

export interface DeliveryRules {
  /** After the first failure; it doubles with each further one, up to the longest. */
  readonly firstDelaySeconds: number
  readonly longestDelaySeconds: number
  /** For how long a receiver that takes nothing is tried. */
  readonly keepSeconds: number
  /** Deliveries of one webhook that may wait. */
  readonly most: number
}

export const deliveryRules: DeliveryRules = {
  firstDelaySeconds: 5,
  longestDelaySeconds: 600,
  keepSeconds: 86_400,
  most: 100_000,
}

/** What one webhook has to tell, in its order. */
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly policyId: number,
    private readonly rules: DeliveryRules,
  ) {}

  /** The one whose turn it is; undefined where there is none, or its webhook is off or has to wait. */
  first(): Promise<Delivery | undefined> {
    return this.one(first, [this.policyId])
  }

  /** @returns the next one */
  end({ id }: Delivery, status: 'success' | 'error', outcome: Outcome, startedAt: Date): Promise<Delivery | undefined> {
    const error = status === 'error' ? outcome.words : null
    return this.one(ends, [this.policyId, id, status, error, lineOf(outcome), startedAt])
  }

  /** The same one is tried again after a while, and nothing behind it before. @returns how many were given up */
  async postpone({ id }: Delivery, outcome: Outcome, startedAt: Date): Promise<number> {
    const { firstDelaySeconds, longestDelaySeconds, keepSeconds, most } = this.rules
    const tried = [this.policyId, id, outcome.words, lineOf(outcome), startedAt]
    await this.database.query(postpone, [...tried, firstDelaySeconds, longestDelaySeconds])
    return (await this.database.query(giveUp, [this.policyId, keepSeconds, most])).length
  }

  private async one(statement: Statement, values: readonly unknown[]): Promise<Delivery | undefined> {
    const [row] = await this.database.query<Delivery & Record<string, unknown>>(statement, values)
    return row
  }
}

function lineOf({ words, milliseconds }: Outcome): string {
  const plain = words
    .slice(0, 1000)
    .toWellFormed()
    .replaceAll(/[\0\r\n]+/g, ' ')
  return `${new Date().toISOString()} ${plain} (${milliseconds} ms)\n`
}
