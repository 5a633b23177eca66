import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MOST_WEBHOOKS } from '@berth/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
const received: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
let answer = 200
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.statusCode = answer
    response.end('what it says is for nobody')
  })
})
let receiver = ''

beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['omar', 'mia', 'dora']) await api.createUser(name)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await api[Symbol.asyncDispose]()
})

let projects = 0
async function newProject(): Promise<string> {
  const name = `p${(projects += 1)}`
  await api.createProject(name, 'omar')
  await api.addMember(name, 'omar', 'mia', 4)
  await api.addMember(name, 'omar', 'dora', 2)
  return `projects/${name}/webhook`
}

const target = (more: object = {}) => ({ type: 'http', address: 'http://hook.example/in', ...more })
const hook = (more: object = {}, of: object = {}) => ({
  name: 'hook',
  event_types: ['PUSH_ARTIFACT'],
  targets: [target(of)],
  ...more,
})
const post = (path: string, body: unknown, as = 'omar') => api.call({ method: 'POST', path, as, body })
const put = (path: string, body: unknown) => api.call({ method: 'PUT', path, as: 'omar', body })
const get = async (path: string, as = 'omar') => (await api.call({ path, as })).body
const idOf = ({ headers }: { headers: Record<string, unknown> }) =>
  Number(String(headers['location']).split('/').at(-1))

async function deliver(id: number, status: string, more = ''): Promise<number> {
  const { rows } = await api.database.pool.query<{ id: string }>(
    `insert into job_execution (job, class, trigger, subject_kind, subject_id, status, error, attempts, payload)
     values ('webhook-delivery', 'webhook', 'event', 'webhook', $1, $2, nullif($3, ''), 2, $4) returning id`,
    [
      id,
      status,
      more,
      { event_id: '77', project_id: 1, message: { type: 'PUSH_ARTIFACT', operator: 'ann', event_data: {} } },
    ],
  )
  return Number(rows[0]?.id)
}

describe('a webhook', () => {
  it('comes back as Harbor tells it, without what is secret, can be changed and goes', async () => {
    const path = await newProject()
    const given = hook({ description: 'CI' }, { auth_header: 'Bearer abc', secret: 'hush', skip_cert_verify: true })
    const made = await post(`${path}/policies`, given)
    expect(made.status).toBe(201)
    const one = `${path}/policies/${idOf(made)}`
    const told = await get(one)
    expect(told).toEqual({
      id: idOf(made),
      name: 'hook',
      description: 'CI',
      project_id: expect.any(Number),
      event_types: ['PUSH_ARTIFACT'],
      creator: 'omar',
      creation_time: expect.any(String),
      update_time: expect.any(String),
      enabled: true,
      waiting: 0,
      failures: 0,
      retry_time: null,
      targets: [
        {
          type: 'http',
          address: 'http://hook.example/in',
          has_auth_header: true,
          has_secret: true,
          skip_cert_verify: true,
          payload_format: 'Default',
        },
      ],
    })
    expect(await get(`${path}/policies`)).toEqual([told])
    const { rows } = await api.database.pool.query('select * from webhook_policy where id = $1', [idOf(made)])
    expect(JSON.stringify(rows)).not.toMatch(/abc|hush/)
    // As clients do: what was read is sent back, with a change.
    expect((await put(one, { ...told, enabled: false, targets: [target()] })).status).toBe(200)
    expect((await get(one)).targets[0]).toMatchObject({ has_auth_header: true, has_secret: true })
    await put(one, hook({}, { auth_header: '', secret: '' }))
    expect((await get(one)).targets[0]).toMatchObject({ has_auth_header: false, has_secret: false })
    expect((await api.call({ method: 'DELETE', path: one, as: 'omar' })).status).toBe(200)
    expect((await api.call({ path: one, as: 'omar' })).reason).toBe('WEBHOOK_NOT_FOUND')
  })

  it('keeps its name where a change says none, as that of harbor-cli by its id', async () => {
    const path = await newProject()
    const one = `${path}/policies/${idOf(await post(`${path}/policies`, hook()))}`
    const { name: _, ...nameless } = hook({ description: 'other words' })
    for (const given of [nameless, { ...nameless, name: '' }, { ...nameless, name: null }]) {
      expect((await put(one, given)).status).toBe(200)
      expect(await get(one)).toMatchObject({ name: 'hook', description: 'other words' })
    }
    expect(await post(`${path}/policies`, nameless)).toMatchObject({ status: 400, reason: 'MISSING_FIELD' })
  })

  it('is written by administrators of the project, and read by maintainers', async () => {
    const path = await newProject()
    for (const as of ['mia', 'dora']) expect((await post(`${path}/policies`, hook(), as)).status, as).toBe(403)
    expect(await get(`${path}/policies`, 'mia')).toEqual([])
    expect((await api.call({ path: `${path}/policies`, as: 'dora' })).status).toBe(403)
  })

  it.each([
    ['no target', hook({ targets: [] })],
    ['two targets', hook({ targets: [target(), target()] })],
    ['no event', hook({ event_types: [] })],
    ['an event that cannot be', hook({ event_types: ['SCANNING_COMPLETED'] })],
    ['no name', hook({ name: ' ' })],
    ['a name that is too long', hook({ name: 'x'.repeat(256) })],
    ['another protocol', hook({}, { address: 'ftp://hook.example/' })],
    ['a password in its address', hook({}, { address: 'http://ann:pass@hook.example/' })],
    ['this machine', hook({}, { address: 'http://[::1]/' })],
    ['metadata of a cloud', hook({}, { address: 'http://169.254.169.254/' })],
    ['a header of two lines', hook({}, { auth_header: 'a\r\nX: b' })],
    ['a template that is no JSON', hook({}, { payload_format: 'Template', template: '{' })],
    [
      'a template of too many parts in each other',
      hook({}, { payload_format: 'Template', template: '['.repeat(8000) + ']'.repeat(8000) }),
    ],
    ['a template with a strange name', hook({}, { payload_format: 'Template', template: '{"a":"{{password}}"}' })],
    ['a template that is too long', hook({}, { payload_format: 'Template', template: `"${'x'.repeat(16_384)}"` })],
    ['a form that its kind has not', hook({}, { type: 'slack', payload_format: 'CloudEvents' })],
  ])('with %s is refused', async (_, given) => {
    const { status } = await post(`${await newProject()}/policies`, given)
    expect([400, 422]).toContain(status)
  })

  it('has a name of its own in its project, and there are so many and no more', async () => {
    const path = await newProject()
    await post(`${path}/policies`, hook())
    expect((await post(`${path}/policies`, hook())).reason).toBe('WEBHOOK_EXISTS')
    for (let n = 1; n < MOST_WEBHOOKS; n += 1) await post(`${path}/policies`, hook({ name: `hook ${n}` }))
    expect((await post(`${path}/policies`, hook({ name: 'one more' }))).reason).toBe('TOO_MANY_WEBHOOKS')
    const [first] = await get(`${path}/policies`)
    expect((await put(`${path}/policies/${first.id}`, hook({ name: 'hook 1' }))).reason).toBe('WEBHOOK_EXISTS')
  })

  it('does not take its header along to another receiver', async () => {
    const path = await newProject()
    const one = `${path}/policies/${idOf(await post(`${path}/policies`, hook({}, { auth_header: 'Bearer abc' })))}`
    const elsewhere = { address: 'http://other.example/in' }
    expect((await put(one, hook({}, elsewhere))).reason).toBe('WEBHOOK_SECRET_NEEDED')
    expect((await put(one, hook({}, { skip_cert_verify: true }))).reason).toBe('WEBHOOK_SECRET_NEEDED')
    const trial = { policy_id: Number(one.split('/').at(-1)), target: target({ address: receiver }) }
    expect((await post(`${path}/policies/test`, trial)).reason).toBe('WEBHOOK_SECRET_NEEDED')
    for (const address of [
      'http://hook.example/elsewhere',
      'http://hook.example/in?tenant=2',
      'https://hook.example/in',
    ])
      expect((await put(one, hook({}, { address }))).reason).toBe('WEBHOOK_SECRET_NEEDED')
    // The same one, written in another way.
    expect((await put(one, hook({}, { address: 'http://HOOK.example:80/in' }))).status).toBe(200)
    expect((await put(one, hook({}, { ...elsewhere, auth_header: 'Bearer def' }))).status).toBe(200)
  })

  it('lists only what can happen', async () => {
    const types = await get(`${await newProject()}/events`, 'mia')
    expect(types.event_type).toContain('PUSH_ARTIFACT')
    expect(types.event_type).not.toContain('SCANNING_COMPLETED')
    expect(types.payload_formats).toContainEqual({
      notify_type: 'http',
      formats: ['Default', 'CloudEvents', 'Template'],
    })
  })
})

describe('deliveries', () => {
  it('are told with their task and its log, and by status', async () => {
    const path = await newProject()
    const id = idOf(await post(`${path}/policies`, hook()))
    const [good, bad] = [await deliver(id, 'success'), await deliver(id, 'error', 'answered 404 Not Found')]
    await api.database.pool.query(`insert into job_log (execution_id, text) values ($1, 'a line\n')`, [bad])
    const executions = `${path}/policies/${id}/executions`
    expect(await get(executions, 'mia')).toMatchObject([
      {
        id: bad,
        vendor_type: 'WEBHOOK',
        vendor_id: id,
        status: 'Error',
        status_message: 'answered 404 Not Found',
        trigger: 'EVENT',
      },
      { id: good, status: 'Success', extra_attrs: { type: 'PUSH_ARTIFACT', event_id: '77', attempts: 2 } },
    ])
    expect(await get(`${executions}?q=status=Success`)).toMatchObject([{ id: good }])
    expect(await get(`${executions}/${bad}/tasks`)).toMatchObject([
      { id: bad, execution_id: bad, status: 'Error', run_count: 2 },
    ])
    expect((await api.call({ path: `${executions}/${bad}/tasks/${bad}/log`, as: 'mia' })).text).toBe('a line\n')
    expect(await get(`${path}/jobs?policy_id=${id}&status=error`)).toMatchObject([
      { id: bad, policy_id: id, event_type: 'PUSH_ARTIFACT', notify_type: 'http' },
    ])
    await api.database.pool.query(
      `update webhook_policy set last_triggered = '{"PUSH_ARTIFACT": "2026-01-02T03:04:05Z"}' where id = $1`,
      [id],
    )
    expect(await get(`${path}/lasttrigger`)).toMatchObject([
      { policy_name: 'hook', event_type: 'PUSH_ARTIFACT', last_trigger_time: '2026-01-02T03:04:05.000Z' },
    ])
    expect(await get(`${await newProject()}/lasttrigger`)).toEqual([])
  })

  it('are made again by hand with the same event, unless the webhook is off', async () => {
    const path = await newProject()
    const id = idOf(await post(`${path}/policies`, hook()))
    const executions = `${path}/policies/${id}/executions`
    const bad = await deliver(id, 'error')
    const again = await post(`${executions}/${bad}/redelivery`, undefined)
    expect(again.status).toBe(201)
    expect(await get(executions)).toMatchObject([
      { id: idOf(again), status: 'Pending', trigger: 'MANUAL', extra_attrs: { event_id: '77' } },
      { id: bad, status: 'Error' },
    ])
    await put(`${path}/policies/${id}`, hook({ enabled: false }))
    expect((await get(executions))[0].status).toBe('Stopped')
    expect((await post(`${executions}/${bad}/redelivery`, undefined)).reason).toBe('WEBHOOK_OFF')
  })
})

describe('a trial', () => {
  it('sends an example, signed, and says what came of it, but not what the answer holds', async () => {
    const path = await newProject()
    const trial = { target: target({ address: receiver, secret: 'hush', payload_format: 'CloudEvents' }) }
    received.length = 0
    const sent = await post(`${path}/policies/test`, trial)
    expect(sent.body).toMatchObject({ delivered: true, status: 200, message: 'answered 200 OK' })
    expect(JSON.stringify(sent.body)).not.toContain('for nobody')
    expect(received[0]?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json',
      'webhook-signature': expect.stringMatching(/^v1,/),
    })
    expect(received[0]?.body).toBe(sent.body.payload)
    answer = 418
    expect((await post(`${path}/policies/test`, trial)).body).toMatchObject({ delivered: false, status: 418 })
    answer = 200
    expect(await get(`${path}/policies`)).toEqual([])
  })

  it.each([
    'PUSH_ARTIFACT',
    'PULL_ARTIFACT',
    'DELETE_ARTIFACT',
    'QUOTA_EXCEED',
    'QUOTA_WARNING',
    'TAG_RETENTION',
    'REPLICATION',
  ])('of %s is an example of it', async (event_type) => {
    const path = await newProject()
    const sent = await post(`${path}/policies/test`, { event_type, target: target({ address: receiver }) })
    expect(JSON.parse(sent.body.payload)).toMatchObject({ type: event_type, operator: 'omar' })
  })

  it('uses what the webhook keeps, goes nowhere inside, and says so where nothing answers', async () => {
    const path = await newProject()
    const kept = hook({}, { address: receiver, auth_header: 'Bearer abc' })
    const policy_id = idOf(await post(`${path}/policies`, kept))
    received.length = 0
    await post(`${path}/policies/test`, { policy_id, target: target({ address: receiver }) })
    expect(received[0]?.headers.authorization).toBe('Bearer abc')
    const elsewhere = await newProject()
    received.length = 0
    const stolen = { policy_id, target: target({ address: receiver }) }
    expect((await post(`${elsewhere}/policies/test`, stolen)).reason).toBe('WEBHOOK_NOT_FOUND')
    expect(received).toEqual([])
    const inside = { target: target({ address: 'http://169.254.169.254/' }) }
    expect((await post(`${path}/policies/test`, inside)).reason).toBe('WEBHOOK_ADDRESS_REFUSED')
    const gone = { target: target({ address: 'http://127.0.0.1:1/' }) }
    expect((await post(`${path}/policies/test`, gone)).body).toMatchObject({
      delivered: false,
      message: expect.stringContaining('127.0.0.1:1'),
    })
  })
})
