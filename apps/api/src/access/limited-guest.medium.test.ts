import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { allRoutes } from '../testing/routes.test.support.js'

const LIMITED_GUEST = 5
/** In the name of everything that a limited guest is kept from. */
const MARK = 'withheld'
/** What Harbor keeps limited guests from, by the project's own routes. */
const own = ['members', 'logs', 'auditlog-exts', 'webhook/policies', 'immutabletagrules']

let api: ApiUnderTest
let values: Readonly<Record<string, string>>

beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['olga', 'lea', `${MARK}-member`]) await api.createUser(name)
  const project = await api.createProject('dev', 'olga')
  await api.addMember('dev', 'olga', 'lea', LIMITED_GUEST)
  await api.addMember('dev', 'olga', `${MARK}-member`, 2)
  await api.content.pushImage('dev/app', 'app', ['v1'])
  await api.createRobot(`${MARK}-robot`, [{ scope: project, permissions: ['repository:pull'] }], {
    id: project,
    name: 'dev',
  })
  const post = async (path: string, body: object) => {
    const answer = await api.call({ method: 'POST', path: `projects/dev/${path}`, as: 'olga', body })
    expect(answer).toMatchObject({ status: 201 })
  }
  await post('webhook/policies', {
    name: `${MARK}-hook`,
    enabled: true,
    event_types: ['PUSH_ARTIFACT'],
    targets: [{ type: 'http', address: `https://hooks.example/${MARK}` }],
  })
  const selector = { kind: 'doublestar', decoration: 'matches', pattern: `${MARK}-*` }
  await post('immutabletagrules', {
    action: 'immutable',
    template: 'immutable_template',
    tag_selectors: [selector],
    scope_selectors: { repository: [{ ...selector, decoration: 'repoMatches', pattern: '**' }] },
  })
  await api.call({
    method: 'DELETE',
    path: 'projects/dev/repositories/app/artifacts/v1/tags/none',
    as: `${MARK}-member`,
  })
  const { rows } = await api.database.pool.query(
    `select max(m.id) as member, max(r.id) as robot from project_member m, robot r`,
  )
  values = {
    project_name: 'dev',
    project_name_or_id: String(project),
    repository_name: 'app',
    reference: 'v1',
    mid: String(rows[0].member),
    robot_id: String(rows[0].robot),
  }
})
afterAll(() => api[Symbol.asyncDispose]())

it('a limited guest hears by no list and no search what the project’s own routes refuse', async () => {
  for (const path of own)
    expect([path, (await api.call({ path: `projects/dev/${path}`, as: 'lea' })).status]).toEqual([path, 403])
  const told: string[] = []
  for (const { method, path } of allRoutes()) {
    // Names of people are found by whoever may sign in.
    if (method !== 'GET' || /^(c|service|healthz)\b|users\/search$/.test(path)) continue
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '1')
    for (const query of ['?page_size=100', `?q=${MARK}`, `?q=username%3D~${MARK}`]) {
      const at = (filled.startsWith('api') ? `/${filled}` : filled) + query
      const { status, text } = await api.call({ path: at, as: 'lea' })
      if (status < 300 && text.includes(MARK)) told.push(`${at}: ${text}`)
    }
  }
  expect(told).toEqual([])
  // What is looked for is there.
  expect((await api.call({ path: 'projects/dev/members', as: 'olga' })).text).toContain(MARK)
})
