import { createHmac } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { stackOfEachTest } from '../../testing/stack-of-each-test.js'
import { startReceiver } from '../../testing/start-receiver.js'
import { tagOf, webhooksUnderTest } from '../../testing/webhooks-under-test.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { query, addWebhook, clear, push, pushMany, dispatch, turn, deliveries, logOf } = await webhooksUnderTest(stack)

const each = stackOfEachTest()
beforeEach(clear)

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
    await expect(turn(id, {}, killed.signal)).rejects.toThrow('killed')
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
