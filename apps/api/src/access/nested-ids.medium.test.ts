import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { allRoutes, type Route } from '../testing/routes.test.support.js'

let api: ApiUnderTest
/** What each parameter below a project stands for in the other project, `q`. */
let elsewhere: Record<string, string>

/** Parameters that name no thing of a project: a key, a kind. */
const NO_IDS = new Set(['project_name', 'project_name_or_id', 'meta_name', 'addition'])
const tagRule = (pattern: string) => ({
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern }],
  scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] },
})
const webhook = (name: string) => ({
  name,
  event_types: ['PUSH_ARTIFACT'],
  targets: [{ type: 'http', address: 'http://hook.example/' }],
})
/** What a route takes, so that nothing but the id is in its way. */
const bodies: Readonly<Record<string, object>> = {
  'ArtifactLabelsController.add': { id: 1 },
  'MembersController.update': { role_id: 1 },
  'ProjectRobotsController.update': { disable: true },
  'RepositoriesController.update': { description: 'of p' },
  'TagRulesController.update': tagRule('mine'),
  'WebhooksController.update': webhook('mine'),
  'TagsController.create': { name: 'of-p' },
}
const parametersOf = ({ path }: Route) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
/** Makes the repository that its path names. */
const MAKES = new Set(['CopiesController.copy'])
const nested = allRoutes().filter(
  (route) =>
    !MAKES.has(route.name) &&
    route.path.includes(':project_name') &&
    parametersOf(route).some((name) => !NO_IDS.has(name)),
)

beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['paul', 'quentin']) await api.createUser(name)
  await api.createProject('p', 'paul')
  const q = await api.createProject('q', 'quentin')
  await api.addMember('q', 'quentin', 'admin', 3)
  const { pushImage } = api.content
  await pushImage('p/app', 'of p', ['v1'])
  const image = await pushImage('q/app-of-q', 'of q', ['v1-of-q'])
  const members = await api.call({ path: 'projects/q/members?entityname=admin', as: 'quentin' })
  await api.createRobot('of-q', [], { id: q, name: 'q' })
  const robots = await api.call({ path: 'projects/q/robots', as: 'quentin' })
  await api.call({ method: 'POST', path: 'projects/q/immutabletagrules', as: 'quentin', body: tagRule('v*') })
  const rules = await api.call({ path: 'projects/q/immutabletagrules', as: 'quentin' })
  const label = { name: 'of-q', scope: 'p', project_id: q }
  const made = await api.call({ method: 'POST', path: 'labels', as: 'quentin', body: label })
  const label_id = String(made.headers['location']).split('/').at(-1) ?? ''
  const labels = `projects/q/repositories/app-of-q/artifacts/${image.digest}/labels`
  await api.call({ method: 'POST', path: labels, as: 'quentin', body: { id: Number(label_id) } })
  await api.call({ method: 'POST', path: 'projects/q/webhook/policies', as: 'quentin', body: webhook('of-q') })
  const webhooks = await api.call({ path: 'projects/q/webhook/policies', as: 'quentin' })
  const delivery = await api.database.pool.query(
    `insert into job_execution (job, trigger, subject_kind, subject_id) values ('webhook-delivery', 'event', 'webhook', $1) returning id`,
    [webhooks.body[0].id],
  )
  elsewhere = {
    label_id,
    webhook_policy_id: String(webhooks.body[0].id),
    execution_id: String(delivery.rows[0]?.id),
    task_id: String(delivery.rows[0]?.id),
    mid: String(members.body[0].id),
    repository_name: 'app-of-q',
    reference: image.digest,
    tag_name: 'v1-of-q',
    event_id: String((await api.database.pool.query('select max(id) as id from tag_event')).rows[0]?.id),
    robot_id: String(robots.body[0].id),
    immutable_rule_id: String(rules.body[0].id),
  }
})
afterAll(() => api[Symbol.asyncDispose]())

function pathOf(route: Route, replaced: Readonly<Record<string, string>>): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name.startsWith('project_name')) return 'p'
    const value = replaced[name] ?? elsewhere[name] ?? { meta_name: 'public', addition: 'build_history' }[name]
    if (value === undefined) throw new Error(`Say in this test what ":${name}" of ${route.path} is in another project.`)
    return value
  })
}

/** Everything of `q`, and what was ever written down of it. */
async function stateOf(project: string): Promise<unknown> {
  const { rows } = await api.database.pool.query(
    `select p.*, (select json_agg(m order by m.id) from project_member m where m.project_id = p.id) as members,
      (select json_agg(a order by a.id) from artifact a join repository r on r.id = a.repository_id where r.project_id = p.id) as artifacts,
      (select json_agg(t order by t.id) from tag t join repository r on r.id = t.repository_id where r.project_id = p.id) as tags,
      (select json_agg(i order by i.id) from immutable_rule i where i.project_id = p.id) as rules,
      (select json_agg(h order by h.id) from webhook_policy h where h.project_id = p.id) as webhooks,
      (select json_agg(o order by o.id) from robot o where o.project_id = p.id) as robots,
      (select count(*) from event e where e.project_id = p.id) as events
    from project p where p.name = $1`,
    [project],
  )
  return rows
}

it.each(nested)('$method $path finds nothing of another project', async (route) => {
  const before = await stateOf('q')
  const body = bodies[route.name]
  // All of the other project's, and its digest in a repository of one's own.
  for (const replaced of [{}, ...(parametersOf(route).includes('reference') ? [{ repository_name: 'app' }] : [])]) {
    const answer = await api.call({
      method: route.method as 'GET',
      path: pathOf(route, replaced),
      as: 'paul',
      ...(body ? { body } : {}),
    })
    const isEmpty = answer.status === 200 && Array.isArray(answer.body) && answer.body.length === 0
    expect(isEmpty ? 404 : answer.status).toBe(404)
    expect(answer.text).not.toContain('quentin')
  }
  expect(await stateOf('q')).toEqual(before)
})
