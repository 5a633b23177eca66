import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '../database/database.js'
import { Credentials } from '../identity/credentials/credentials.js'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { allRoutes, type Route } from '../testing/routes.test.support.js'

/** In every name of the project that the token may not see. */
const MARK = 'hidden'
const read = allRoutes().filter(({ method, path }) => method === 'GET' && !/^(c|service|healthz)\b/.test(path))

let api: ApiUnderTest
let token: string
/** What the parameters of a path stand for: all in the hidden project. */
let values: Record<string, string>

beforeAll(async () => {
  api = await ApiUnderTest.start()
  const owner = await api.createUser('olga')
  const shown = await api.createProject('shown', 'olga')
  const hidden = await api.createProject(`${MARK}-project`, 'olga')
  const { pushImage } = api.content
  await pushImage('shown/app', 'shown', ['v1'])
  const image = await pushImage(`${MARK}-project/${MARK}-app`, MARK, [`${MARK}-tag`])
  await api.createRobot(`${MARK}-robot`, [{ scope: hidden, permissions: ['repository:pull'] }], {
    id: hidden,
    name: `${MARK}-project`,
  })
  const { rows } = await api.database.pool.query(
    'select max(m.id) as member, max(r.id) as robot from project_member m, robot r',
  )
  values = {
    project_name: `${MARK}-project`,
    project_name_or_id: String(hidden),
    repository_name: `${MARK}-app`,
    reference: image.digest,
    mid: String(rows[0].member),
    robot_id: String(rows[0].robot),
    user_id: String(owner),
  }
  const permissions = (
    await api.call({ path: `users/current/permissions?scope=/project/${shown}&relative=true`, as: 'olga' })
  ).body as { resource: string; action: string }[]
  const ceiling = [
    {
      scope: shown,
      permissions: permissions.map(({ resource, action }) => `${resource === '.' ? 'self' : resource}:${action}`),
    },
  ]
  const made = await api.app.get(Credentials).add(api.app.get(Database), { kind: 'token', owner, ceiling })
  token = `olga:${made.secret}`
})
afterAll(() => api[Symbol.asyncDispose]())

const pathOf = ({ path }: Route) => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '1')
  return filled.startsWith('api') ? `/${filled}` : filled
}

it('a token that is limited to one project tells of no other, by no route', async () => {
  const told: string[] = []
  let calls = 0
  for (const route of read) {
    for (const query of ['', `?q=${MARK}`, `?q=name%3D~${MARK}`, '?page_size=100']) {
      const { status, text } = await api.call({ path: pathOf(route) + query, as: token })
      calls += 1
      const isOfProject = route.path.includes(':project_name')
      // A refusal may repeat what the path says.
      if ((status < 300 && isOfProject) || (status < 300 && text.includes(MARK)))
        told.push(`${route.path}${query}: ${text}`)
    }
  }
  expect(calls).toBeGreaterThan(100)
  expect(told).toEqual([])
})

it('and of its own what its owner sees', async () => {
  const { body } = await api.call({ path: 'projects', as: token })
  expect(body.map(({ name }: { name: string }) => name)).toEqual(['library', 'shown'])
  expect((await api.call({ path: 'projects/shown/repositories/app/artifacts', as: token })).body).toHaveLength(1)
})
