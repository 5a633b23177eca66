import { LIVE_CHANNEL } from '@berth/contracts'
import { waitUntil } from '@berth/testkit'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest, USER_PASSWORD } from '../testing/api.test.support.js'
import { LiveStreams } from './live-streams.js'

let api: ApiUnderTest
let origin: string
let ids: Record<'mine' | 'other' | 'open', number>
const open = new Set<AbortController>()

beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.app.listen(0, '127.0.0.1')
  origin = await api.app.getUrl()
  await api.createUser('olga')
  ids = {
    mine: await api.createProject('mine', 'olga'),
    other: await api.createProject('other', 'admin'),
    open: await api.createProject('open', 'admin', true),
  }
})
afterEach(() => {
  for (const controller of open) controller.abort()
  open.clear()
})
afterAll(() => api[Symbol.asyncDispose]())

let last = 1000
/** As the jobservice tells it. @returns the id */
async function tell(type: string, project?: number, repository?: string): Promise<string> {
  last += 1
  const change = { id: String(last), type, project_id: project, repository }
  await api.database.pool.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify([change])])
  return String(last)
}

/** Opens a stream, and gathers what comes. */
async function listen(headers: Record<string, string>) {
  const controller = new AbortController()
  open.add(controller)
  const response = await fetch(`${origin}/api/v2.0/stream`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: controller.signal,
  })
  const heard = { text: '', ended: false }
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => {
    for (;;) {
      const next = await reader?.read()
      if (!next || next.done) return
      heard.text += next.value
    }
  }
  const ended = read().catch(() => {})
  void ended.then(() => (heard.ended = true))
  return { response, heard, close: () => controller.abort() }
}
const basic = (name: string, password = name === 'admin' ? ADMIN_PASSWORD : USER_PASSWORD) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
})
const until = (heard: { text: string }, part: string) =>
  waitUntil(() => heard.text.includes(part), { what: `${part} is heard` })
const beat = () => api.app.get(LiveStreams).beat()

it('tells what changes in projects that the reader may see, and of nothing else', async () => {
  const { response, heard } = await listen(basic('olga'))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('cache-control')).toBe('no-store')
  await tell('artifact.pushed', ids.other, 'other/app')
  await tell('user.created')
  await tell('robot.created')
  await tell('member.added', ids.open)
  await tell('tag.deleted', ids.open, 'open/app')
  const id = await tell('artifact.pushed', ids.mine, 'mine/app')
  await until(heard, 'mine/app')
  expect(heard.text).toContain(
    `id: ${id}\nevent: change\ndata: {"type":"artifact.pushed","project_id":${ids.mine},"repository":"mine/app"}\n\n`,
  )
  expect(heard.text.match(/"type":"[^"]+"/g)).toEqual(['"type":"tag.deleted"', '"type":"artifact.pushed"'])
})

it('tells administrators of the system as well', async () => {
  const { heard } = await listen(basic('admin'))
  await tell('queue.paused')
  await until(heard, 'queue.paused')
})

it('goes by the rights of the moment', async () => {
  await api.addMember('other', 'admin', 'olga', 2)
  const { heard } = await listen(basic('olga'))
  await tell('artifact.pushed', ids.other, 'other/one')
  await until(heard, 'other/one')
  const { body } = await api.call({ path: 'projects/other/members?entityname=olga', as: 'admin' })
  await api.call({ method: 'DELETE', path: `projects/other/members/${body[0].id}`, as: 'admin' })
  await beat()
  await tell('artifact.pushed', ids.other, 'other/two')
  await tell('artifact.pushed', ids.mine, 'mine/two')
  await until(heard, 'mine/two')
  expect(heard.text).not.toContain('other/two')
})

it('ends with the session', async () => {
  const form = { principal: 'admin', password: ADMIN_PASSWORD }
  const { cookies } = await api.call({ method: 'POST', path: '/c/login', form })
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const { heard } = await listen({ cookie })
  await beat()
  await until(heard, ': \n\n')
  expect(heard.ended).toBe(false)
  await api.call({ path: '/c/log_out', headers: { cookie } })
  await beat()
  await waitUntil(() => heard.ended, { what: 'the stream has ended' })
})

it('goes on where a broken line left off, and says where it cannot', async () => {
  const first = await listen(basic('olga'))
  const id = await tell('artifact.pushed', ids.mine, 'mine/a')
  await until(first.heard, 'mine/a')
  first.close()
  await tell('artifact.pushed', ids.mine, 'mine/b')
  const { heard } = await listen({ ...basic('olga'), 'last-event-id': id })
  await until(heard, 'mine/b')
  expect(heard.text).not.toContain('mine/a')
  const { heard: lost } = await listen({ ...basic('olga'), 'last-event-id': 'long ago' })
  await until(lost, 'event: reset')
})

it('says that some may have gone by where PostgreSQL was away, and hears again', async () => {
  const { heard } = await listen(basic('olga'))
  await until(heard, 'retry')
  await api.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'berth notices' and datname = current_database()`,
  )
  await until(heard, 'event: reset')
  await tell('artifact.pushed', ids.mine, 'mine/again')
  await until(heard, 'mine/again')
})

it('has a most for one reader, and takes the next once one is closed', async () => {
  const streams = []
  for (let index = 0; index < 8; index += 1) streams.push(await listen(basic('olga')))
  expect((await listen(basic('olga'))).response.status).toBe(429)
  expect((await listen(basic('admin'))).response.status).toBe(200)
  streams[0]?.close()
  await waitUntil(async () => (await listen(basic('olga'))).response.status === 200, { what: 'there is room' })
})

it('is for who is signed in, and for who asks for a stream', async () => {
  expect((await listen({})).response.status).toBe(401)
  expect(await api.call({ path: 'stream', as: 'olga' })).toMatchObject({ status: 406, reason: 'EVENT_STREAM_ONLY' })
})

it('does not fail on a message that it cannot read', async () => {
  const { heard } = await listen(basic('olga'))
  for (const text of ['{', '[{"id":1}]'])
    await api.database.pool.query('select pg_notify($1, $2)', [LIVE_CHANNEL, text])
  await tell('artifact.pushed', ids.mine, 'mine/fine')
  await until(heard, 'mine/fine')
})
