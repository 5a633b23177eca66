import { createHmac } from 'node:crypto'
import { type EventPayload, webhookSubject } from '@berth/contracts'
import { emit, emitAll } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { webhookSecrets, WebhookSender } from '@berth/webhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dispatchEvents } from '../../engine/events/dispatch-events.js'
import { createListenerTable } from '../../engine/events/listener-table.js'
import { testContext } from '../../testing/job-context.js'
import { startContent, type TestContent } from '../../testing/start-content.js'
import { startReceiver } from '../../testing/start-receiver.js'
import { type DeliveryRules, deliveryRules } from './deliveries.js'
import { startWebhooks } from './start-webhooks.js'
import { webhook } from './webhook.js'
import { webhookListener } from './webhook-listener.js'

const stack = new AsyncDisposableStack()
let content: TestContent
let sender: WebhookSender
const secrets = webhookSecrets('ab'.repeat(32))
beforeAll(async () => {
  content = await startContent(stack)
  sender = stack.use(new WebhookSender(['127.0.0.1'], 400))
})
afterAll(() => stack.disposeAsync())

let each: AsyncDisposableStack
beforeEach(async () => {
  each = new AsyncDisposableStack()
  await query('truncate event, outbox, missed_event, webhook_policy; delete from job_execution; delete from setting')
})
afterEach(() => each.disposeAsync())

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await content.database.pool.query<Row>(text, values)).rows

const ann = { kind: 'user', id: 7, name: 'ann', requestId: 'r1' } as const
const place = { project_id: 1, repository_id: 1, repository: 'dev/httpd' }
const digest = `sha256:${'0'.repeat(64)}`
const pushed = (tags: string[]): EventPayload<'artifact.pushed'> => ({
  ...place,
  digest,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  created: true,
  tags,
  replaced: {},
})
const push = (tag: string) => emit(content.db, 'artifact.pushed', pushed([tag]), ann)
const pushMany = (count: number) =>
  emitAll(
    content.db,
    'artifact.pushed',
    Array.from({ length: count }, (_, n) => ({ payload: pushed([`t${n}`]), actor: ann })),
  )

interface Given {
  readonly address: string
  readonly types?: string[]
  readonly format?: string
  readonly kind?: string
  readonly enabled?: boolean
  readonly secret?: string
  readonly authHeader?: string
}
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

const logger = createLogger({ service: 'jobservice', level: 'error' }, { write: () => {} })
async function dispatch(): Promise<void> {
  const jobs = new Map()
  const listeners = createListenerTable([webhookListener('https://berth.example')], jobs)
  while ((await dispatchEvents({ database: content.db, jobs, listeners, logger, onFailure: () => {} }, 200)) > 0);
}
/** One turn. A receiver that has failed is tried at once. */
async function turn(id: number, rules: Partial<DeliveryRules> = { firstDelaySeconds: 0 }) {
  return webhook(content.db, sender, secrets, { ...deliveryRules, ...rules }).run({ policy_id: id }, testContext())
}
const deliveries = () =>
  query<{ id: string; status: string; error: string | null; attempts: number; subject_id: string }>(
    `select id, status, error, attempts, subject_id from job_execution where job = 'webhook-delivery' order by id`,
  )
const logOf = async (id: string | undefined) =>
  (await query<{ text: string }>('select text from job_log where execution_id = $1 order by id', [id])).map(
    ({ text }) => text,
  )
const tagOf = (body: string): string => JSON.parse(body).event_data.resources[0].tag

describe('what happens in a project', () => {
  it('is told to whoever asked for it, and to nobody else', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url })
    await addWebhook({ address: receiver.url, types: ['DELETE_ARTIFACT'] })
    await addWebhook({ address: receiver.url, enabled: false })
    await push('v1')
    await emit(content.db, 'artifact.pushed', { ...pushed(['else']), project_id: 99 }, ann)
    await dispatch()
    expect(await deliveries()).toMatchObject([{ status: 'pending', subject_id: String(id) }])
    expect(await turn(id)).toEqual({ delivered: 1, failed: 0 })
    const [got] = receiver.received
    expect(JSON.parse(got?.body ?? '')).toEqual({
      type: 'PUSH_ARTIFACT',
      occur_at: expect.any(Number),
      operator: 'ann',
      event_data: {
        resources: [{ digest, tag: 'v1', resource_url: 'berth.example/dev/httpd:v1' }],
        repository: { name: 'httpd', namespace: 'dev', repo_full_name: 'dev/httpd', repo_type: 'private' },
      },
    })
    expect(await deliveries()).toMatchObject([{ status: 'success', attempts: 1 }])
    expect((await logOf((await deliveries())[0]?.id))[0]).toMatch(/ answered 200 OK \(\d+ ms\)\n$/)
    expect(await query('select last_triggered from webhook_policy where id = $1', [id])).toEqual([
      { last_triggered: { PUSH_ARTIFACT: expect.any(String) } },
    ])
  })

  it('makes no delivery where webhooks are switched off for the platform', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url })
    await push('v1')
    await dispatch()
    await query(`insert into setting (key, value) values ('notification_enable', 'false')`)
    await push('v2')
    await dispatch()
    expect(await deliveries()).toHaveLength(1)
    expect(await turn(id)).toEqual({ delivered: 0, failed: 0 })
    await startWebhooks(content.db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
  })

  it('a pull by tag tells the tag, and one by digest the digest', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url, types: ['PULL_ARTIFACT'] })
    await emit(content.db, 'artifact.pulled', { ...place, digest, tag: '1', count: 1 }, ann)
    await emit(content.db, 'artifact.pulled', { ...place, digest, count: 3 }, ann)
    await dispatch()
    await turn(id)
    expect(receiver.received.map(({ body }) => JSON.parse(body).event_data.resources)).toEqual([
      [{ digest, tag: '1', resource_url: 'berth.example/dev/httpd:1' }],
      [{ digest, tag: digest, resource_url: `berth.example/dev/httpd@${digest}` }],
    ])
  })

  it('a tag that comes or moves is a push, whoever moves it', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url })
    const media_type = 'application/vnd.oci.image.manifest.v1+json'
    await emit(content.db, 'tag.created', { ...place, digest, media_type, tag: 'stable' }, ann)
    await emit(content.db, 'tag.restored', { ...place, digest, tag: 'back' }, ann)
    await dispatch()
    await turn(id)
    expect(receiver.received.map(({ body }) => tagOf(body))).toEqual(['stable', 'back'])
  })
})

describe('10,000 events while the receiver is down', () => {
  it('are each delivered, in their order', { timeout: 240_000 }, async () => {
    let isDown = true
    const receiver = await startReceiver(each, (response) => {
      response.statusCode = isDown ? 503 : 204
      response.end()
    })
    const id = await addWebhook({ address: receiver.url })
    await pushMany(10_000)
    await dispatch()
    for (let n = 0; n < 3; n += 1) expect(await turn(id)).toEqual({ delivered: 0, failed: 0 })
    // Only the first was tried: nothing goes past it.
    expect(new Set(receiver.received.map(({ body }) => tagOf(body)))).toEqual(new Set(['t0']))
    isDown = false
    for (let most = 20; most > 0 && (await turn(id))['delivered'] !== 0; most -= 1);
    const taken = receiver.received.slice(3).map(({ body }) => tagOf(body))
    expect(taken).toEqual(Array.from({ length: 10_000 }, (_, n) => `t${n}`))
    expect(
      await query(`select status, count(*)::int from job_execution where job = 'webhook-delivery' group by 1`),
    ).toEqual([{ status: 'success', count: 10_000 }])
  })
})

describe('a delivery', () => {
  it('that was under way when its service was killed comes again, and the receiver can tell', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url })
    await pushMany(3)
    await dispatch()
    // Sent, and the end of it not written down.
    const killed = new AbortController()
    const dying = await startReceiver(each, (response) => {
      killed.abort(new Error('killed'))
      response.end()
    })
    await query('update webhook_policy set address = $1', [dying.url])
    const job = webhook(content.db, sender, secrets, deliveryRules)
    await expect(job.run({ policy_id: id }, testContext(killed.signal))).rejects.toThrow('killed')
    await query('update webhook_policy set address = $1', [receiver.url])
    await turn(id)
    const ids = [...dying.received, ...receiver.received].map(({ headers }) => headers['webhook-id'])
    const events = await query<{ id: string }>('select id from event order by id')
    expect(ids.at(0)).toBe(ids.at(1))
    expect([...new Set(ids)]).toEqual(events.map((event) => event.id))
  })

  it('is signed over its id, its time and its body, and carries the header that the webhook has', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url, secret: 'hush', authHeader: 'Bearer abc' })
    await push('v1')
    await dispatch()
    await turn(id)
    const { headers, body } = receiver.received[0] ?? expect.fail()
    const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', 'hush').update(signed).digest('base64')}`)
    expect(headers).toMatchObject({ authorization: 'Bearer abc', 'x-berth-event': 'PUSH_ARTIFACT' })
  })

  it.each([404, 400])(
    'that its receiver refuses with %i is tried three times, then the next one has its turn',
    async (status) => {
      const receiver = await startReceiver(each, (response, { body }) => {
        response.statusCode = tagOf(body) === 't0' ? status : 200
        response.end()
      })
      const id = await addWebhook({ address: receiver.url })
      await pushMany(2)
      await dispatch()
      for (let n = 0; n < 3; n += 1) await turn(id)
      expect(receiver.received.map(({ body }) => tagOf(body))).toEqual(['t0', 't0', 't0', 't1'])
      expect(await deliveries()).toMatchObject([
        { status: 'error', attempts: 3, error: expect.stringContaining(String(status)) },
        { status: 'success', attempts: 1 },
      ])
    },
  )

  it.each([200, 404, 500])('that somebody stops while its receiver makes up a %i stays stopped', async (status) => {
    const receiver = await startReceiver(each, async (response) => {
      await query(`update job_execution set status = 'stopped', ended_at = now() where job = 'webhook-delivery'`)
      response.statusCode = status
      response.end()
    })
    const id = await addWebhook({ address: receiver.url })
    await push('v1')
    await dispatch()
    for (let n = 0; n < 3; n += 1) await turn(id)
    expect(receiver.received).toHaveLength(1)
    expect(await deliveries()).toMatchObject([{ status: 'stopped', error: null }])
  })

  it.each([500, 429, 408])('that is answered with %i is tried until its time is over', async (status) => {
    const receiver = await startReceiver(each, (response) => {
      response.statusCode = status
      response.end()
    })
    const id = await addWebhook({ address: receiver.url })
    await push('v1')
    await dispatch()
    for (let n = 0; n < 5; n += 1) await turn(id)
    expect(await deliveries()).toMatchObject([{ status: 'pending', attempts: 5 }])
    expect(await query('select failures from webhook_policy')).toEqual([{ failures: 5 }])
    await query(`update job_execution set created_at = now() - interval '25 hours'`)
    expect(await turn(id)).toEqual({ delivered: 0, failed: 1 })
    expect(await deliveries()).toMatchObject([{ status: 'error', error: expect.stringContaining('for too long') }])
  })

  it('waits longer after each failure, and not after a success', async () => {
    let status = 500
    const receiver = await startReceiver(each, (response) => {
      response.statusCode = status
      response.end()
    })
    const id = await addWebhook({ address: receiver.url })
    await push('v1')
    await dispatch()
    const waits: number[] = []
    for (let n = 0; n < 9; n += 1) {
      await turn(id, {})
      const [row] = await query<{ seconds: number }>(
        'select round(extract(epoch from retry_at - now()))::int as seconds from webhook_policy',
      )
      waits.push(row?.seconds ?? 0)
      expect(await turn(id, {})).toEqual({ delivered: 0, failed: 0 })
      await query('update webhook_policy set retry_at = now()')
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600])
    expect(receiver.received).toHaveLength(9)
    status = 200
    await turn(id, {})
    expect(await query('select failures, retry_at from webhook_policy')).toEqual([{ failures: 0, retry_at: null }])
  })

  it('goes nowhere inside, nor where a receiver redirects it, and its log says so', async () => {
    const inner = await startReceiver(each)
    const outer = await startReceiver(each, (response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${inner.port}/secret?token=x` }).end()
    })
    const metadata = await addWebhook({ address: 'http://169.254.169.254/latest/meta-data/' })
    const redirected = await addWebhook({ address: outer.url })
    await push('v1')
    await dispatch()
    await Promise.all([turn(metadata), turn(redirected)])
    expect(inner.received).toEqual([])
    const ended = await deliveries()
    expect(ended).toMatchObject([
      {
        status: 'error',
        attempts: 1,
        error: expect.stringMatching(
          /^169\.254\.169\.254 is an address that nothing is sent to unless outbound_allow in harbor\.cfg/,
        ),
      },
      { status: 'error', attempts: 1, error: expect.stringContaining('it redirects to http://127.0.0.1') },
    ])
    for (const { id, error } of ended) expect((await logOf(id)).join('')).toContain(error)
    expect(ended[1]?.error).not.toContain('token')
  })

  it('to a receiver that never answers ends after its time, and holds up no other webhook', async () => {
    const silent = await startReceiver(each, () => {})
    const slow = await startReceiver(each, (response) => void response.writeHead(200).write('a'))
    const good = await startReceiver(each)
    const ids = [
      await addWebhook({ address: silent.url }),
      await addWebhook({ address: slow.url }),
      await addWebhook({ address: good.url }),
    ]
    await pushMany(2)
    await dispatch()
    const [first, , last] = await Promise.all(ids.map((id) => turn(id)))
    expect([first, last]).toEqual([
      { delivered: 0, failed: 0 },
      { delivered: 2, failed: 0 },
    ])
    expect((await deliveries())[0]).toMatchObject({
      status: 'pending',
      error: expect.stringContaining('did not answer in time'),
    })
  })
})

describe('deliveries that wait', () => {
  const down = () =>
    startReceiver(each, (response) => {
      response.statusCode = 503
      response.end()
    })

  it.each([
    ['the webhook is deleted', 'delete from webhook_policy where id = $1'],
    ['the webhook is switched off', 'update webhook_policy set enabled = false where id = $1'],
    ['the project is deleted', 'delete from project where id = (select project_id from webhook_policy where id = $1)'],
  ])('end where %s, and nothing more is sent', async (_, statement) => {
    const receiver = await down()
    const [project] = await query<{ id: number }>(
      `insert into project (name, owner_id) select 'gone', owner_id from project limit 1 returning id`,
    )
    const id = await addWebhook({ address: receiver.url })
    await query('update webhook_policy set project_id = $1', [project?.id])
    await emitAll(
      content.db,
      'artifact.pushed',
      Array.from({ length: 100 }, () => ({ payload: { ...pushed(['v1']), project_id: project?.id ?? 0 }, actor: ann })),
    )
    await dispatch()
    await turn(id)
    expect(receiver.received).toHaveLength(1)
    await query(statement, [id])
    await turn(id)
    await startWebhooks(content.db)
    expect(receiver.received).toHaveLength(1)
    const ended = await deliveries()
    expect(ended).toHaveLength(100)
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['stopped']))
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
    await query('delete from project where id = $1', [project?.id])
  })

  it('are no more than their most', async () => {
    const receiver = await down()
    const id = await addWebhook({ address: receiver.url })
    await pushMany(5)
    await dispatch()
    expect(await turn(id, { firstDelaySeconds: 0, most: 3 })).toEqual({ delivered: 0, failed: 2 })
    expect((await deliveries()).map(({ status }) => status)).toEqual([
      'error',
      'error',
      'pending',
      'pending',
      'pending',
    ])
  })

  it('are started once, where their receiver is not left alone for a while', async () => {
    const id = await addWebhook({ address: 'http://127.0.0.1:1/' })
    await startWebhooks(content.db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
    await push('v1')
    await dispatch()
    await startWebhooks(content.db)
    await startWebhooks(content.db)
    const { kind } = webhookSubject(id)
    expect(
      await query(
        `select class, payload from job_execution where job = 'webhook' and subject_kind = $1 and subject_id = $2`,
        [kind, id],
      ),
    ).toEqual([{ class: 'delivery', payload: { policy_id: id } }])
    await query(`delete from job_execution where job = 'webhook'`)
    await query(`update webhook_policy set retry_at = now() + interval '1 minute'`)
    await startWebhooks(content.db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
  })
})
