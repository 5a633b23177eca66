import type { EventPayload } from '@berth/contracts'
import { emit, emitAll } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { webhookSecrets, WebhookSender } from '@berth/webhooks'
import { dispatchEvents } from '../engine/events/dispatch-events.js'
import { createListenerTable } from '../engine/events/listener-table.js'
import { type DeliveryRules, deliveryRules } from '../jobs/webhooks/deliveries.js'
import { webhook } from '../jobs/webhooks/webhook.js'
import { webhookListener } from '../jobs/webhooks/webhook-listener.js'
import { testContext } from './job-context.js'
import { startContent } from './start-content.js'
import type { TestStack } from './stack-of-each-test.js'

export const ann = { kind: 'user', id: 7, name: 'ann', requestId: 'r1' } as const
export const place = { project_id: 1, repository_id: 1, repository: 'dev/httpd' }
export const digest = `sha256:${'0'.repeat(64)}`
export const pushed = (tags: string[]): EventPayload<'artifact.pushed'> => ({
  ...place,
  digest,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  created: true,
  tags,
  replaced: {},
})
/** The tag that a delivery of Harbor's form is about. */
export const tagOf = (body: string): string => JSON.parse(body).event_data.resources[0].tag

/** Milliseconds for which a receiver may be silent. */
const PATIENCE = 400

interface Given {
  readonly address: string
  readonly types?: string[]
  readonly format?: string
  readonly kind?: string
  readonly enabled?: boolean
  readonly secret?: string
  readonly authHeader?: string
}

/** Webhooks of the project `dev`, what happens there, and turns of their deliveries, without the engine around them. */
export async function webhooksUnderTest(stack: TestStack) {
  const { database, db } = await startContent(stack)
  const sender = stack.use(new WebhookSender(['127.0.0.1'], PATIENCE))
  const secrets = webhookSecrets('ab'.repeat(32))
  const logger = createLogger({ service: 'jobservice', level: 'error' }, { write: () => {} })

  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.pool.query<Row>(text, values)).rows

  async function addWebhook({ address, types = ['PUSH_ARTIFACT'], ...given }: Given): Promise<number> {
    const [row] = await query<{ id: number }>(
      `insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
       values (1, 'hook ' || (select count(*) from webhook_policy), $1, $2, $3, $4, $5, 'ann') returning id`,
      [given.enabled ?? true, types, given.kind ?? 'http', address, given.format ?? 'Default'],
    )
    const id = row?.id ?? 0
    await query('update webhook_policy set secret = $2, auth_header = $3 where id = $1', [
      id,
      secrets.seal(given.secret ?? '', id, 'secret'),
      secrets.seal(given.authHeader ?? '', id, 'auth_header'),
    ])
    return id
  }

  return {
    db,
    query,
    addWebhook,
    clear: () =>
      query('truncate event, outbox, missed_event, webhook_policy; delete from job_execution; delete from setting'),
    push: (tag: string) => emit(db, 'artifact.pushed', pushed([tag]), ann),
    pushMany: (count: number) =>
      emitAll(
        db,
        'artifact.pushed',
        Array.from({ length: count }, (_, n) => ({ payload: pushed([`t${n}`]), actor: ann })),
      ),
    dispatch: async (): Promise<void> => {
      const jobs = new Map()
      const listeners = createListenerTable([webhookListener('https://berth.example')], jobs)
      while ((await dispatchEvents({ database: db, jobs, listeners, logger, onFailure: () => {} }, 200)) > 0);
    },
    /** One turn. A receiver that has failed is tried at once. */
    turn: (id: number, rules: Partial<DeliveryRules> = { firstDelaySeconds: 0 }, signal?: AbortSignal) =>
      webhook(db, sender, secrets, { ...deliveryRules, ...rules }).run({ policy_id: id }, testContext(signal)),
    deliveries: () =>
      query<{ id: string; status: string; error: string | null; attempts: number; subject_id: string }>(
        `select id, status, error, attempts, subject_id from job_execution where job = 'webhook-delivery' order by id`,
      ),
    logOf: async (id: string | undefined) =>
      (await query<{ text: string }>('select text from job_log where execution_id = $1 order by id', [id])).map(
        ({ text }) => text,
      ),
  }
}
