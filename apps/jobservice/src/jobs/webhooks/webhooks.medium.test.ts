import { webhookSubject } from '@berth/contracts'
import { emit, emitAll } from '@berth/database'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { stackOfEachTest } from '../../testing/stack-of-each-test.js'
import { startReceiver } from '../../testing/start-receiver.js'
import { ann, digest, place, pushed, tagOf, webhooksUnderTest } from '../../testing/webhooks-under-test.js'
import { startWebhooks } from './start-webhooks.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { db, query, addWebhook, clear, push, pushMany, dispatch, turn, deliveries, logOf } =
  await webhooksUnderTest(stack)

const each = stackOfEachTest()
beforeEach(clear)

describe('what happens in a project', () => {
  it('is told to whoever asked for it, and to nobody else', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url })
    await addWebhook({ address: receiver.url, types: ['DELETE_ARTIFACT'] })
    await addWebhook({ address: receiver.url, enabled: false })
    await push('v1')
    await emit(db, 'artifact.pushed', { ...pushed(['else']), project_id: 99 }, ann)
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
    await startWebhooks(db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
  })

  it('a pull by tag tells the tag, and one by digest the digest', async () => {
    const receiver = await startReceiver(each)
    const id = await addWebhook({ address: receiver.url, types: ['PULL_ARTIFACT'] })
    await emit(db, 'artifact.pulled', { ...place, digest, tag: '1', count: 1 }, ann)
    await emit(db, 'artifact.pulled', { ...place, digest, count: 3 }, ann)
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
    await emit(db, 'tag.created', { ...place, digest, media_type, tag: 'stable' }, ann)
    await emit(db, 'tag.restored', { ...place, digest, tag: 'back' }, ann)
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
      db,
      'artifact.pushed',
      Array.from({ length: 100 }, () => ({ payload: { ...pushed(['v1']), project_id: project?.id ?? 0 }, actor: ann })),
    )
    await dispatch()
    await turn(id)
    expect(receiver.received).toHaveLength(1)
    await query(statement, [id])
    await turn(id)
    await startWebhooks(db)
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
    await startWebhooks(db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
    await push('v1')
    await dispatch()
    await startWebhooks(db)
    await startWebhooks(db)
    const { kind } = webhookSubject(id)
    expect(
      await query(
        `select class, payload from job_execution where job = 'webhook' and subject_kind = $1 and subject_id = $2`,
        [kind, id],
      ),
    ).toEqual([{ class: 'delivery', payload: { policy_id: id } }])
    await query(`delete from job_execution where job = 'webhook'`)
    await query(`update webhook_policy set retry_at = now() + interval '1 minute'`)
    await startWebhooks(db)
    expect(await query(`select from job_execution where job = 'webhook'`)).toHaveLength(0)
  })
})
