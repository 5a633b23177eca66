import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectPermissions, systemPermissions } from '@berth/rbac'
import { generateTokenKeys } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { iconDigest } from '../content/icons/icons.js'
import { type ApiAnswer, ApiUnderTest } from '../testing/api.test.support.js'
import { expected, members, ownRole, type Place, type Who, whoever } from '../testing/expected-rights.test.support.js'
import { allRoutes, type Route } from '../testing/routes.test.support.js'
import { StandInRegistry } from '../testing/stand-in-registry.test.support.js'

/** Outside `/api/v2.0`. */
const OUTSIDE = /^(c|service|api|healthz)(\/|$)/
const places: readonly Place[] = ['private', 'public']

let folder: string
let api: ApiUnderTest
let registry: StandInRegistry
/** What each path parameter stands for in a project. */
const fixtures: Record<Place, Record<string, string>> = { private: {}, public: {} }
/** The same of runs of replication: their ids are other ones than those of rules. */
const replications: Record<Place, Record<string, string>> = { private: {}, public: {} }
const credentials: Record<Place, Partial<Record<Who, string>>> = { private: {}, public: {} }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berth-rights-'))
  const caDownload = join(folder, 'ca.crt')
  await writeFile(caDownload, (await generateTokenKeys()).certificate)
  registry = await StandInRegistry.start()
  api = await ApiUnderTest.start({ caDownload, components: registry.components })
  const { pushImage } = api.content
  const bystander = await api.createUser('bystander')
  const { rows: executions } = await api.database.pool.query<{ id: string }>(
    `insert into job_execution (job, trigger, payload)
     values ('garbage-collection', 'manual', '{}'), ('purge-audit-log', 'manual', '{}') returning id`,
  )
  const group = await api.call({
    method: 'POST',
    path: 'usergroups',
    as: 'admin',
    body: { group_name: 'everybody', group_type: 3 },
  })
  const robotPermissions = Object.entries(projectPermissions).flatMap(([name, row]) => ('robot' in row ? [name] : []))
  const inSystem = Object.entries(systemPermissions).flatMap(([name, row]) => ('robot' in row ? [name] : []))
  const systemRobot = await api.createRobot('everywhere', [
    { scope: 'system', permissions: inSystem },
    { scope: 'all', permissions: robotPermissions },
  ])
  for (const name of [...Object.keys(members), 'custom', 'stranger']) await api.createUser(name)
  const role = { name: 'of our own', permissions: ownRole }
  const made = await api.call({ method: 'POST', path: 'roles', as: 'admin', body: role })
  const roleId = Number(String(made.headers['location']).split('/').at(-1))
  for (const place of places) {
    const name = `${place}-project`
    const id = await api.createProject(name, 'admin', place === 'public')
    for (const [who, role] of Object.entries(members)) await api.addMember(name, 'admin', who, role)
    await api.addMember(name, 'admin', 'custom', roleId)
    const image = await pushImage(`${name}/app`, name, ['v1'])
    const guests = await api.call({ path: `projects/${name}/members?entityname=guest`, as: 'admin' })
    const label = { name: 'ours', scope: 'p', project_id: id }
    const labelled = await api.call({ method: 'POST', path: 'labels', as: 'admin', body: label })
    fixtures[place] = {
      project_name: name,
      project_name_or_id: String(id),
      repository_name: 'app',
      reference: image.digest,
      tag_name: 'v1',
      mid: String(guests.body[0].id),
      user_id: String(bystander),
      identity_id: '1',
      group_id: String(group.headers['location']).split('/').at(-1) ?? '',
      label_id: String(labelled.headers['location']).split('/').at(-1) ?? '',
      quota_id: String(id),
      meta_name: 'public',
      digest: iconDigest('image'),
      role_id: String(roleId),
      gc_id: String(executions[0]?.id),
      purge_id: String(executions[1]?.id),
      job_id: String(executions[0]?.id),
      job_type: 'all',
      pool_id: 'all',
      addition: 'vulnerabilities',
      event_id: '1',
      session_id: 'none',
      token_id: '1000000',
    }
    for (const who of whoever) if (who !== 'anonymous') credentials[place][who] = who
    credentials[place]['project robot'] = await api.createRobot(
      'inside',
      [{ scope: id, permissions: robotPermissions }],
      {
        id,
        name,
      },
    )
    fixtures[place]['immutable_rule_id'] = '1'
    const [policy] = await insert('retention_policy (project_id, rules)', `${id}, '[]'`)
    const runs = 'job_execution (job, trigger, subject_kind, subject_id, parent_id, payload)'
    const [run] = await insert(runs, `'retention', 'manual', 'retention', ${policy}, null, '{}'`)
    const [task] = await insert(
      runs,
      `'retention-repository', 'manual', 'retention', ${policy}, ${run}, '{"repository": "a/b"}'`,
    )
    await insert(
      'registry_endpoint (id, name, type, url)',
      `${policy}, '${name}', 'docker-registry', 'http://127.0.0.1:1'`,
    )
    await insert('replication_policy (id, name, dest_registry_id)', `${policy}, '${name}', ${policy}`)
    const [copying] = await insert(runs, `'replication', 'manual', 'replication', ${policy}, null, '{}'`)
    const [copy] = await insert(runs, `'replication', 'manual', 'replication', ${policy}, ${copying}, '{}'`)
    replications[place] = { id: String(copying), task_id: String(copy) }
    Object.assign(fixtures[place], { id: String(policy), eid: String(run), tid: String(task) })
    const [webhook] = await insert(
      'webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)',
      `${id}, 'hook', true, '{PUSH_ARTIFACT}', 'http', 'http://hook.example/', 'Default', 'admin'`,
    )
    const told = { event_id: '1', message: { type: 'PUSH_ARTIFACT', operator: 'admin' } }
    const [delivery] = await insert(
      'job_execution (job, trigger, subject_kind, subject_id, payload)',
      `'webhook-delivery', 'event', 'webhook', ${webhook}, '${JSON.stringify(told)}'`,
    )
    Object.assign(fixtures[place], {
      webhook_policy_id: String(webhook),
      execution_id: String(delivery),
      task_id: String(delivery),
    })
    const robots = await api.call({ path: `projects/${name}/robots`, as: 'admin' })
    fixtures[place]['robot_id'] = String(robots.body[0].id)
    credentials[place]['system robot'] = systemRobot
  }
  // Whoever gets past the guard with a change is told that nothing may be changed: so no cell disturbs another.
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { read_only: true } })
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await api[Symbol.asyncDispose]()
  await registry[Symbol.asyncDispose]()
})

/** @returns the ids of what was made */
async function insert(into: string, values: string): Promise<number[]> {
  const { rows } = await api.database.pool.query<{ id: string }>(`insert into ${into} values (${values}) returning id`)
  return rows.map(({ id }) => Number(id))
}

function pathOf({ path }: Route, place: Place): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const others = path.startsWith('replication/executions') ? replications[place] : {}
    const value = others[name] ?? fixtures[place][name]
    if (value === undefined) throw new Error(`Say in the fixtures of this test what ":${name}" of ${path} stands for.`)
    return value
  })
  return OUTSIDE.test(filled) ? `/${filled}` : filled
}

/** Does read-only mode stop it, whoever asks? */
const isStopped = ({ method, allowedInReadOnly }: Route) => !['GET', 'HEAD'].includes(method) && !allowedInReadOnly

/** A refusal in a project names the right that is missing, to people in words, and roles that have it, where there are such. */
function saysWhatIsMissing({ rule }: Route, { body }: ApiAnswer): boolean {
  // What is asked outside of a project only administrators may.
  if (rule?.kind !== 'needs' || rule.scope === 'system' || rule.scope === 'project or system') return true
  const rows: Readonly<Record<string, { readonly role?: string; readonly robot?: true }>> = { ...projectPermissions }
  if (rows[rule.permission]?.role === undefined) return true
  const [{ lacks, message }] = body.errors
  const isInWords = !/\w:\w/.test(message)
  return lacks?.includes(rule.permission) === true && isInWords && /Roles that have it: \w/.test(message)
}

/** What became of a call: allowed, allowed but for read-only mode, or the status with which it was turned away. */
async function outcome(route: Route, who: Who, place: Place): Promise<string | number> {
  const as = credentials[place][who]
  const answer = await api.call({
    method: route.method as 'GET',
    path: pathOf(route, place),
    ...(route.path === 'retentions' ? { body: { scope: { ref: Number(fixtures[place]['project_name_or_id']) } } } : {}),
    ...(as === undefined ? {} : { as }),
  })
  const { status, reason } = answer
  if (reason === 'READ_ONLY') return 'read-only'
  if (status === 403 && !saysWhatIsMissing(route, answer))
    return `403 that does not say what is missing: ${answer.text}`
  if (status === 401 || status === 403) return status
  // What callers have of their own is no fixture: whoever hears that they have no such thing was let through.
  if (reason === 'SESSION_NOT_FOUND' || reason === 'TOKEN_NOT_FOUND') return 'allowed'
  return status === 404 || status >= 500 ? `${status} ${reason ?? ''}` : 'allowed'
}

describe('the rights matrix', () => {
  it('is what the permissions say, for every operation, whoever calls, on a private and a public project', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const route of allRoutes()) {
      for (const place of route.path.includes(':project_name') ? places : places.slice(0, 1)) {
        for (const who of whoever) {
          cells += 1
          const is = await outcome(route, who, place)
          const rule = expected(route.rule, who, place)
          const should = rule === 'allowed' && isStopped(route) ? 'read-only' : rule
          if (is !== should) wrong.push(`${route.method} ${route.path} by ${who}, ${place}: ${is}, should be ${should}`)
        }
      }
    }
    process.stdout.write(`rights matrix: ${cells} cells, ${wrong.length} wrong\n`)
    expect(wrong).toEqual([])
  }, 300_000)
})
