import { auditTable, type EventType } from '@berth/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { allRoutes, type Route } from '../../testing/routes.test.support.js'
import { RefusedChanges } from './refused-changes.js'

let api: ApiUnderTest
let digest: string
/** What each path parameter stands for: things of a project in which the caller is nobody. */
let fixtures: Record<string, string>

beforeAll(async () => {
  api = await ApiUnderTest.start()
  const olga = await api.createUser('olga')
  await api.createUser('mallory')
  await api.createProject('dev', 'olga')
  const { pushImage } = api.content
  digest = (await pushImage('dev/app', 'one', ['v1', 'v2'])).digest
  const members = await api.call({ path: 'projects/dev/members', as: 'olga' })
  fixtures = {
    project_name: 'dev',
    project_name_or_id: 'dev',
    repository_name: 'app',
    reference: digest,
    tag_name: 'v1',
    mid: String(members.body[0].id),
    user_id: String(olga),
  }
})
afterAll(() => api[Symbol.asyncDispose]())

interface Entry {
  readonly id: number
  readonly operation_result: boolean
  readonly [name: string]: unknown
}

/** Entries that came while something was done, oldest first. */
async function entriesOf(work: () => Promise<unknown>): Promise<Entry[]> {
  const all = async (): Promise<Entry[]> =>
    (await api.call({ path: 'auditlog-exts?page_size=100', as: 'admin' })).body as Entry[]
  const before = new Set((await all()).map(({ id }) => id))
  await work()
  return (await all()).filter(({ id }) => !before.has(id)).toReversed()
}

const pathOf = ({ path }: Route) => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => fixtures[name] ?? '4711')
  return /^(c|service)\//.test(filled) ? `/${filled}` : filled
}

/** Whoever is signed in may. */
const isForAnyone = ({ method, path }: Route) => `${method} ${path}` === 'DELETE users/current/sessions'
const changing = allRoutes().filter((route) => route.emits.length > 0 && route.method !== 'GET' && !isForAnyone(route))

describe('each changing route that refuses', () => {
  it.each(changing)('$method $path leaves one entry, of who wanted what', async (route) => {
    const request = { method: route.method as 'POST', path: pathOf(route), as: 'mallory', body: {} }
    let status = 0
    const entries = await entriesOf(async () => {
      ;({ status } = await api.call(request))
    })
    expect(status).toBeGreaterThanOrEqual(400)
    const { operation, resourceType } = auditTable[route.emits[0] as EventType]
    expect(entries).toMatchObject([
      {
        username: 'mallory',
        operation,
        resource_type: resourceType,
        operation_result: false,
        source_address: '127.0.0.1',
        details: {
          status,
          count: 1,
          ...(route.path.includes(':project_name') && { project_id: expect.any(Number) as unknown }),
        },
      },
    ])
  })
})

describe('a refused change', () => {
  const refused = async (request: Parameters<ApiUnderTest['call']>[0]) => {
    const [entry, ...others] = await entriesOf(() => api.call(request))
    expect(others).toEqual([])
    return [entry?.['resource'], (entry?.['details'] as { reason?: string } | undefined)?.reason]
  }

  it('names what it was about, as far as the request does', async () => {
    const artifact = `projects/dev/repositories/app/artifacts/${digest}`
    const as = 'mallory'
    expect(await refused({ method: 'DELETE', path: `${artifact}/tags/v2`, as })).toEqual(['dev/app:v2', 'FORBIDDEN'])
    expect(await refused({ method: 'POST', path: `${artifact}/tags`, as, body: { name: 'v3' } })).toEqual([
      'dev/app:v3',
      'FORBIDDEN',
    ])
    expect(await refused({ method: 'POST', path: 'projects', as, body: { project_name: 'Dev' } })).toEqual([
      'Dev',
      'BAD_PROJECT_NAME',
    ])
    expect(await refused({ method: 'PUT', path: 'configurations', as, body: { read_only: true } })).toEqual([
      'read_only',
      'SYSTEM_ADMIN_ONLY',
    ])
    const member = { role_id: 1, member_user: { username: as } }
    expect(await refused({ method: 'POST', path: 'projects/dev/members', as, body: member })).toEqual([
      'mallory',
      'FORBIDDEN',
    ])
    const body = { sysadmin_flag: false }
    expect(await refused({ method: 'PUT', path: 'users/1/sysadmin', as, body })).toEqual(['admin', 'SYSTEM_ADMIN_ONLY'])
  })

  it('is one by a rule as well', async () => {
    const body = { project_name: 'dev' }
    expect(await refused({ method: 'POST', path: 'projects', as: 'olga', body })).toEqual(['dev', 'PROJECT_EXISTS'])
    expect(await refused({ method: 'DELETE', path: 'projects/dev', as: 'olga' })).toEqual(['dev', 'PROJECT_NOT_EMPTY'])
  })

  it('by wrong credentials is the failed sign-in, and nothing more', async () => {
    const entries = await entriesOf(() => api.call({ method: 'POST', path: 'projects', as: 'olga:wrong', body: {} }))
    expect(entries).toMatchObject([{ operation: 'login', resource: 'olga', operation_result: false }])
  })

  it('that only reads leaves none', async () => {
    expect(await entriesOf(() => api.call({ path: 'users', as: 'mallory' }))).toEqual([])
  })

  it('that comes a hundred times is told twice, with their number', async () => {
    const again = () => api.call({ method: 'DELETE', path: 'projects/dev/repositories/app/tags/v1', as: 'guesser' })
    await api.createUser('guesser')
    const entries = await entriesOf(async () => {
      for (let times = 0; times < 100; times += 1) await again()
      await api.app.get(RefusedChanges).beforeApplicationShutdown()
    })
    const counts = entries
      .filter(({ username }) => username === 'guesser')
      .map(({ details }) => (details as { count: number }).count)
    expect(counts).toEqual([1, 99])
  })

  it('is seen by those who read the log of the project', async () => {
    const { body } = await api.call({ path: 'projects/dev/auditlog-exts?q=username%3Dguesser', as: 'olga' })
    expect(body).toHaveLength(2)
    // The old form has no result: there it would look as if it had come about.
    expect((await api.call({ path: 'projects/dev/logs?q=username%3Dguesser', as: 'olga' })).body).toEqual([])
    expect((await api.call({ path: 'auditlog-exts?q=username%3Dguesser', as: 'mallory' })).body).toEqual([])
  })
})
