import { once } from 'node:events'
import { harborAuditTypes } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listQuery } from '../../listing/list-query.js'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { members } from '../../testing/expected-rights.test.support.js'
import { AuditService } from './audit.service.js'

let api: ApiUnderTest
let push: ApiUnderTest['content']['pushImage']
let projects: Record<'p' | 'q', number>

beforeAll(async () => {
  api = await ApiUnderTest.start()
  push = api.content.pushImage
  for (const name of ['owner', 'other', ...Object.keys(members)]) await api.createUser(name)
  projects = { p: await api.createProject('p', 'owner'), q: await api.createProject('q', 'other', true) }
  for (const [who, role] of Object.entries(members)) await api.addMember('p', 'owner', who, role)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(() => api.database.pool.query('truncate event, outbox'))

const lists = ['audit-logs', 'auditlog-exts']
const list = async (path: string, q = '', as = 'admin', more = '') => {
  const answer = await api.call({ path: `${path}?q=${encodeURIComponent(q)}&page_size=100${more}`, as })
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as Record<string, unknown>[]
}
const resources = async (q: string, path = 'auditlog-exts', as = 'admin') =>
  (await list(path, q, as)).map(({ resource }) => resource)

/** An entry at a time of its own. */
async function insert(columns: Record<string, unknown>): Promise<void> {
  const row = { type: 'user.signed-in', actor_kind: 'user', actor_name: 'ann', payload: '{}', ...columns }
  const keys = Object.keys(row)
  await api.database.pool.query(
    `insert into event (${keys.join(', ')}) values (${keys.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  )
}

describe('the audit log', () => {
  it('tells who did what from where, newest first, in both forms of Harbor', async () => {
    await api.createUser(`anna${Date.now()}`)
    await push('p/app', 'one', ['v1'])
    const [pushed, created] = await list('auditlog-exts')
    expect(created).toMatchObject({
      username: 'admin',
      operation: 'create',
      resource_type: 'user',
      operation_result: true,
    })
    expect(pushed).toEqual({
      id: expect.any(Number),
      username: 'uma',
      resource: 'p/app:v1',
      resource_type: 'artifact',
      operation: 'create',
      operation_description: expect.stringMatching(/^create artifact: p\/app:v1 \(sha256:/) as unknown,
      operation_result: true,
      op_time: expect.stringMatching(/Z$/) as unknown,
      source_address: null,
      request_id: null,
      details: expect.objectContaining({ repository: 'p/app', project_id: projects.p, tags: ['v1'] }) as unknown,
    })
    const [old] = await list('audit-logs')
    expect(Object.keys(old ?? {}).sort()).toEqual([
      'id',
      'op_time',
      'operation',
      'resource',
      'resource_type',
      'username',
    ])
  })

  it('leaves what failed out of the old form, which has no result', async () => {
    await api.call({ path: 'users/current', as: 'nobody:wrong' })
    expect(await list('auditlog-exts')).toMatchObject([
      { operation: 'login', resource: 'nobody', operation_result: false },
    ])
    expect(await list('audit-logs')).toEqual([])
  })

  it("names Harbor's kinds of entries", async () => {
    const { body } = await api.call({ path: 'auditlog-exts/events', as: 'admin' })
    expect(body.map(({ event_type }: { event_type: string }) => event_type)).toEqual(harborAuditTypes)
  })

  it('tells each tag that goes with an artifact, and the artifact, once', async () => {
    const { digest } = await push('p/tags', 'two', ['a', 'b', 'c'])
    await api.call({ method: 'DELETE', path: `projects/p/repositories/tags/artifacts/${digest}`, as: 'owner' })
    const gone = (await list('projects/p/auditlog-exts', 'operation=delete')).map(({ resource, username }) => [
      resource,
      username,
    ])
    expect(gone).toEqual(
      [`p/tags@${digest}`, 'p/tags:c', 'p/tags:b', 'p/tags:a'].map((resource) => [resource, 'owner']),
    )
  })

  it('names the run of a job that did it', async () => {
    await insert({
      actor_kind: 'system',
      actor_id: 12,
      actor_name: 'tag-retention',
      operation: 'delete',
      resource_type: 'tag',
      resource: 'p/a:1',
    })
    expect(await list('auditlog-exts')).toMatchObject([
      { username: 'tag-retention', operation_description: 'delete tag: p/a:1, by run 12 of tag-retention' },
    ])
  })
})

describe('an entry is seen', () => {
  beforeEach(async () => {
    await push('p/app', `p ${Math.random()}`, ['v1'])
    await push('q/app', `q ${Math.random()}`, ['v1'])
    await insert({ operation: 'login', resource_type: 'user', resource: 'ann' })
  })
  const everything = ['ann', 'q/app:v1', 'p/app:v1']

  it('where its project lets it be, whichever list shows it', async () => {
    for (const path of lists) {
      expect(await resources('', path)).toEqual(everything)
      for (const who of ['owner', 'projectAdmin']) expect(await resources('', path, who)).toEqual(['p/app:v1'])
      for (const who of ['maintainer', 'developer', 'guest', 'limitedGuest'])
        expect(await resources('', path, who)).toEqual([])
      expect(await resources('', path, 'other')).toEqual(['q/app:v1'])
      expect(await api.call({ path })).toMatchObject({ status: 401 })
    }
    for (const path of ['projects/p/logs', 'projects/p/auditlog-exts', 'projects/p/auditlog-exts/csv'])
      for (const who of ['limitedGuest', 'maintainer', 'other']) {
        expect(await api.call({ path, as: who })).toMatchObject({ status: 403 })
      }
    expect(await resources('', 'projects/p/logs', 'projectAdmin')).toEqual(['p/app:v1'])
  })

  it.each(['resource=~app', 'operation=create', 'op_time=[2020-01-01~]', 'username=~uma', 'project_id={1 2 3 4}'])(
    'no more because of a question: %s',
    async (q) => {
      expect(await resources(q, 'auditlog-exts', 'limitedGuest')).toEqual([])
      expect(await resources(q, 'auditlog-exts', 'owner')).toEqual(['p/app:v1'])
      const { text } = await api.call({ path: `auditlog-exts/csv?q=${encodeURIComponent(q)}`, as: 'limitedGuest' })
      expect(text.trim().split('\n')).toHaveLength(1)
    },
  )

  it('by a robot where it was given that', async () => {
    const ofProject = await api.createRobot('reader', [{ scope: projects.p, permissions: ['log:list'] }])
    expect(await resources('', 'auditlog-exts', ofProject)).toEqual(['p/app:v1'])
    const ofSystem = await api.createRobot('auditor', [{ scope: 'system', permissions: ['audit-log:list'] }])
    expect(await resources('', 'auditlog-exts', ofSystem)).toEqual(everything)
    const none = await api.createRobot('none', [{ scope: projects.p, permissions: ['repository:pull'] }])
    expect(await resources('', 'auditlog-exts', none)).toEqual([])
  })

  it('on pages that follow each other, put together from several projects', async () => {
    await api.addMember('q', 'other', 'owner', members.projectAdmin)
    await api.database.pool.query('truncate event')
    for (let n = 0; n < 25; n += 1)
      await insert({
        at: `2026-03-01T00:00:${String(n).padStart(2, '0')}Z`,
        project_id: n % 2 ? projects.p : projects.q,
        resource: `r${n}`,
      })
    const expected = Array.from({ length: 25 }, (_, n) => `r${24 - n}`)
    const seen: string[] = []
    let path = 'auditlog-exts?page_size=10'
    for (let pages = 0; pages < 3; pages += 1) {
      const { body, headers } = await api.call({ path, as: 'owner' })
      seen.push(...body.map(({ resource }: { resource: string }) => resource))
      expect(headers['x-total-count']).toBe('25')
      path = /<([^>]+)>; rel="next"/.exec(String(headers['link']))?.[1] ?? ''
    }
    expect(seen).toEqual(expected)
    expect(path).toBe('')
    const third = await api.call({ path: 'auditlog-exts?page_size=10&page=3&sort=op_time', as: 'owner' })
    expect(third.body.map(({ resource }: { resource: string }) => resource)).toEqual(expected.slice(0, 5).toReversed())
    await api.call({ method: 'DELETE', path: `projects/q/members/${await memberId('q', 'owner')}`, as: 'other' })
  })
})

const memberId = async (project: string, name: string) =>
  (await api.call({ path: `projects/${project}/members?entityname=${name}`, as: 'admin' })).body[0].id as number

describe('a question', () => {
  beforeEach(async () => {
    await insert({ at: '2026-03-31T23:30:00.123456Z', operation: 'create', resource_type: 'tag', resource: 'p/App:v1' })
    await insert({
      at: '2026-04-01T00:00:00Z',
      operation: 'delete',
      resource_type: 'project',
      resource: 'dev',
      actor_name: 'bob',
    })
    await insert({
      at: '2026-04-02T08:00:00Z',
      operation: 'delete',
      resource_type: 'tag',
      resource: 'q/x:1',
      succeeded: false,
    })
  })

  it.each([
    ['op_time=[2026-03-31~2026-03-31]', ['p/App:v1']],
    ['op_time=[2026-03-31~2026-04-01]', ['dev', 'p/App:v1']],
    ['op_time=[2026-03-31T23:30:00~2026-03-31T23:30:00]', ['p/App:v1']],
    ['op_time=[2026-03-31T23:30:00.123~2026-03-31T23:30:00.123]', ['p/App:v1']],
    ['op_time=[2026-03-31T23:30:00.124~2026-03-31]', []],
    ['op_time=[2026-04-01T01:30:00+02:00~2026-04-01T01:59:59+02:00]', ['p/App:v1']],
    ['op_time=2026-04-01', ['dev']],
    ['op_time=[~2026-03-31]', ['p/App:v1']],
    ['username=bob', ['dev']],
    ['username=~BOB', ['dev']],
    ['username={bob ann}', ['q/x:1', 'dev', 'p/App:v1']],
    ['operation=delete', ['q/x:1', 'dev']],
    ['operation={create login}', ['p/App:v1']],
    ['operation=delete,resource_type=tag', ['q/x:1']],
    ['resource=dev', ['dev']],
    ['resource=~app', ['p/App:v1']],
    ['resource={dev q/x:1}', ['q/x:1', 'dev']],
    ['operation_result=false', ['q/x:1']],
    ['operation_result=true,resource_type=tag', ['p/App:v1']],
    ['Operation=delete,ResourceType=project', ['dev']],
  ])('%s', async (q, expected) => {
    expect(await resources(q)).toEqual(expected)
  })

  it.each([
    'operation=~el',
    'resource_type=[a~b]',
    'id=5',
    'operation_description=~x',
    'operation_result=maybe',
    'resource=[a~b]',
    'resource=~ab',
    'username=~a-',
  ])('%s is refused, for no index has the answer', async (q) => {
    const path = `auditlog-exts?q=${encodeURIComponent(q)}`
    expect(await api.call({ path, as: 'admin' })).toMatchObject({ status: 400, reason: 'BAD_QUERY' })
  })
})

it.each(['username', '-resource', 'operation,op_time', 'OperationResult'])(
  'sorted by %s is refused, for time alone is in order',
  async (sort) => {
    const refused = await api.call({ path: `auditlog-exts?sort=${sort}`, as: 'admin' })
    expect(refused).toMatchObject({ status: 400, reason: 'BAD_QUERY' })
    expect(refused.text).toContain('op_time')
  },
)

it('has pages by number up to a bound, and by the Link header beyond it', async () => {
  const page = (number: number) => api.call({ path: `auditlog-exts?page=${number}&page_size=100`, as: 'admin' })
  expect(await page(1001)).toMatchObject({ status: 200, body: [] })
  expect(await page(1002)).toMatchObject({ status: 400, reason: 'BAD_QUERY' })
})

describe('an event is no entry', () => {
  const set = (body: object) => api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })

  it('where its kind is left out, and the others are', async () => {
    await set({ disabled_audit_log_event_types: 'create_artifact, pull_artifact,update_configuration' })
    await push('p/quiet', 'three', ['v1'])
    await api.call({ method: 'DELETE', path: 'projects/p/repositories/quiet/tags/v1', as: 'owner' })
    expect(await resources('')).toEqual(['p/quiet:v1'])
    await set({ disabled_audit_log_event_types: 'pull_artifact' })
    expect(await resources('')).toEqual(['disabled_audit_log_event_types', 'p/quiet:v1'])
  })

  it('where all of them are only forwarded, and is one again as soon as nobody gets them', async () => {
    await set({ audit_log_forward_endpoint: '127.0.0.1:1514', skip_audit_log_database: true })
    await push('p/away', 'four', ['v1'])
    expect(await resources('resource=~away')).toEqual([])
    // As if somebody had emptied it by hand.
    await api.database.pool.query(`delete from setting where key = 'audit_log_forward_endpoint'`)
    await push('p/away', 'five', ['v2'])
    expect(await resources('resource=~away')).toEqual(['p/away:v2'])
    await set({ audit_log_forward_endpoint: '', skip_audit_log_database: false })
  })
})

describe('as a file', () => {
  it('is written so many times at once, however many come together', async () => {
    const service = api.app.get(AuditService)
    const admin: Subject = { kind: 'user', id: 1, name: 'admin', sysadmin: true, grants: [] }
    const asked = Array.from({ length: 12 }, () => service.file(admin, listQuery.parse({})))
    const files = (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(files).toHaveLength(4)
    await Promise.all(files.map((file) => once(file.destroy(), 'close')))
    ;(await service.file(admin, listQuery.parse({}))).destroy()
  })

  it('has what the list has, with no cell that is a formula', async () => {
    await insert({ resource: '=HYPERLINK("x")', operation: 'create', resource_type: 'project' })
    for (let n = 0; n < 1200; n += 1) await insert({ resource: `r${n}`, operation: 'login', resource_type: 'user' })
    const all = await api.call({ path: 'auditlog-exts/csv', as: 'admin' })
    expect(all.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
    })
    const lines = all.text.split('\r\n').slice(0, -1)
    expect(lines[0]).toBe(
      '\ufeffop_time,username,operation,resource_type,resource,operation_result,operation_description,source_address,request_id,details',
    )
    expect(lines).toHaveLength(1202)
    expect(new Set(lines).size).toBe(1202)
    expect(lines.at(-1)).toContain(`"'=HYPERLINK(""x"")"`)
    const few = await api.call({ path: 'auditlog-exts/csv?q=operation%3Dcreate', as: 'admin' })
    expect(few.text.trim().split('\r\n')).toHaveLength(2)
  })
})

describe('the syslog server', () => {
  const ping = (endpoint: string) =>
    api.call({
      method: 'POST',
      path: 'system/auditlog-forward/ping',
      as: 'admin',
      body: { audit_log_forward_endpoint: endpoint },
    })

  it('is asked whether it takes a message', async () => {
    expect(await ping('udp://127.0.0.1:9')).toMatchObject({ status: 200 })
    const refused = await ping('127.0.0.1:1')
    expect(refused).toMatchObject({ status: 400, reason: 'FORWARD_FAILED' })
    expect(refused.body.errors[0].message).toContain('127.0.0.1:1')
    expect(await ping('nonsense')).toMatchObject({ status: 400, reason: 'FORWARD_FAILED' })
    expect(await ping('169.254.169.254:514')).toMatchObject({ status: 400, reason: 'FORWARD_FAILED' })
  })
})
