import { randomBytes } from 'node:crypto'
import type { EventPayload } from '@berth/contracts'
import { emitAll } from '@berth/database'
import { startRedis, waitUntil } from '@berth/testkit'
import { webhookSecrets, WebhookSender } from '@berth/webhooks'
import { beforeEach, expect, it } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { startJobservice } from '../../testing/jobservice-under-test.js'
import { startContent, type TestContent } from '../../testing/start-content.js'
import { startReceiver } from '../../testing/start-receiver.js'
import { stackOfEachTest } from '../../testing/stack-of-each-test.js'
import { foldQuota } from '../upkeep/fold-quota.js'
import { startWebhooks } from './start-webhooks.js'
import { webhook } from './webhook.js'
import { webhookListener } from './webhook-listener.js'

/** Longer than any of these tests: a receiver that does not answer keeps its worker. */
const PATIENCE = 60_000

const stack = stackOfEachTest()
let content: TestContent
let redis: Awaited<ReturnType<typeof startRedis>>
beforeEach(async () => {
  content = await startContent(stack)
  redis = stack.use(await startRedis())
})

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await content.database.pool.query<Row>(text, values)).rows

const addWebhook = (address: string, type = 'PUSH_ARTIFACT') =>
  query(
    `insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
     values (1, $3, true, array[$2], 'http', $1, 'Default', 'ann')`,
    [address, type, address],
  )

/** The jobservice, as far as webhooks have to do with it. */
function start() {
  const { db } = content
  const sender = stack.use(new WebhookSender(['127.0.0.1'], PATIENCE))
  return startJobservice(
    stack,
    { database: content.database, redis },
    [webhook(db, sender, webhookSecrets('ab'.repeat(32)))],
    {
      listeners: [webhookListener('https://berth.example')],
      rounds: { 'start-webhooks': () => startWebhooks(db) },
    },
  )
}

const pushed = (tag: string): EventPayload<'artifact.pushed'> => ({
  project_id: 1,
  repository_id: 1,
  repository: 'dev/httpd',
  digest: `sha256:${'0'.repeat(64)}`,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  created: true,
  tags: [tag],
  replaced: {},
})
const push = (count: number, from = 0) =>
  emitAll(
    content.db,
    'artifact.pushed',
    Array.from({ length: count }, (_, n) => ({
      payload: pushed(`t${from + n}`),
      actor: { kind: 'user', name: 'ann' },
    })),
  )
const tagsOf = (received: readonly { readonly body: string }[]) =>
  received.map(({ body }) => JSON.parse(body).event_data.resources[0].tag as string)
const tags = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`)

it('one receiver that never answers holds up neither others nor whoever pushes', async () => {
  const silent = await startReceiver(stack, () => {})
  const good = await startReceiver(stack)
  await addWebhook(silent.url)
  await addWebhook(good.url)
  await start()
  await push(1)
  await waitUntil(() => silent.received.length === 1, { what: 'the silent receiver is asked' })
  await push(999, 1)
  await waitUntil(() => good.received.length === 1000, {
    what: 'the other receiver has been told',
    timeoutMs: PATIENCE,
  })
  expect(tagsOf(good.received)).toEqual(tags(1000))
  // All of this went past the request that is still waiting for its answer.
  expect(silent.received).toHaveLength(1)
})

it('nothing is lost while Redis is away, and comes in its order when it is back', async () => {
  const receiver = await startReceiver(stack)
  await addWebhook(receiver.url)
  await start()
  await push(1)
  await waitUntil(() => receiver.received.length === 1, { what: 'a delivery while all is well' })
  await redis.stop()
  await push(49, 1)
  const pending = async () =>
    (await query(`select from job_execution where job = 'webhook-delivery' and status = 'pending'`)).length
  await waitUntil(async () => (await pending()) === 49, { what: 'what happened meanwhile is put down' })
  expect(receiver.received).toHaveLength(1)
  await redis.start()
  await waitUntil(() => new Set(tagsOf(receiver.received)).size === 50, {
    what: 'everything is told',
    timeoutMs: PATIENCE,
  })
  expect(tagsOf(receiver.received)).toEqual(tags(50))
})

it('a push of many blobs over the line of a quota is told once', async () => {
  const receiver = await startReceiver(stack)
  await addWebhook(receiver.url, 'QUOTA_WARNING')
  await start()
  await query('update quota set hard_bytes = 100000, used_bytes = 86000, warned_at = null where project_id = 1')
  const fold = () => foldQuota(content.db).run({}, testContext())
  for (let blob = 0; blob < 14; blob += 1) {
    await content.pushBlob('dev/httpd' as Parameters<TestContent['pushBlob']>[0], randomBytes(500))
    await fold()
  }
  await addWebhook(`${receiver.url}/after`, 'PUSH_ARTIFACT')
  await push(1)
  await waitUntil(() => receiver.received.some(({ path }) => path === '/hook/after'), {
    what: 'what came later is told',
  })
  const warnings = () => receiver.received.filter(({ path }) => path === '/hook')
  await waitUntil(() => warnings().length > 0, { what: 'the warning is told' })
  expect(warnings()).toHaveLength(1)
  expect(JSON.parse(warnings()[0]?.body ?? '')).toMatchObject({ type: 'QUOTA_WARNING' })
})
