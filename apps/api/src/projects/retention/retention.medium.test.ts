import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['dora', 'gus', 'omar', 'quentin']) await api.createUser(name)
})
afterAll(() => api[Symbol.asyncDispose]())

let count = 0
async function newProject(): Promise<{ name: string; id: number }> {
  const name = `p${(count += 1)}`
  const id = await api.createProject(name, 'omar')
  await api.addMember(name, 'omar', 'dora', 2)
  await api.addMember(name, 'omar', 'gus', 3)
  return { name, id }
}

const selectors = (tags = '**', repositories = '**') => ({
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: tags, extras: '{"untagged":true}' }],
  scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: repositories }] },
})
const rule = (more: object = {}) => ({
  disabled: false,
  action: 'retain',
  template: 'latestPushedK',
  params: { latestPushedK: 10 },
  ...selectors(),
  ...more,
})
const policyOf = (ref: number, more: object = {}) => ({
  algorithm: 'or',
  rules: [rule()],
  trigger: { kind: 'Schedule', settings: { cron: '' }, references: {} },
  scope: { level: 'project', ref },
  ...more,
})
const create = (body: unknown, as = 'dora') => api.call({ method: 'POST', path: 'retentions', as, body })
const idOf = async (project: string) =>
  (await api.call({ path: `projects/${project}`, as: 'dora' })).body.metadata.retention_id
async function newPolicy(more: object = {}) {
  const project = await newProject()
  const answer = await create(policyOf(project.id, more))
  expect(answer.text).toBe('')
  const path = `retentions/${await idOf(project.name)}`
  expect(answer.headers['location']).toBe(`/api/v2.0/${path}`)
  return { project, path }
}
const get = async (path: string) => (await api.call({ path, as: 'dora' })).body
const change = (path: string, body: unknown) => api.call({ method: 'PUT', path, as: 'dora', body })
const start = (path: string, body: object) => api.call({ method: 'POST', path: `${path}/executions`, as: 'dora', body })
const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await api.database.pool.query<Row>(text, values)).rows

describe('a retention policy', () => {
  it('is told as it was given, with numbers for its rules', async () => {
    const { project, path } = await newPolicy({ rules: [rule(), rule({ template: 'always', params: {} })] })
    const policy = await get(path)
    expect(policy).toMatchObject({
      algorithm: 'or',
      rules: [
        { id: 1, template: 'latestPushedK', params: { latestPushedK: 10 }, action: 'retain' },
        { id: 2, template: 'always' },
      ],
      trigger: { kind: 'Schedule', settings: { cron: '' }, references: {} },
      scope: { level: 'project', ref: project.id },
      max_percent: null,
    })
    expect((await change(path, { ...policy, max_percent: 30 })).status).toBe(200)
    // A client that does not know of the share leaves it.
    expect((await change(path, policyOf(project.id))).status).toBe(200)
    expect(await get(path)).toMatchObject({ max_percent: 30, rules: [{ id: 1 }] })
  })

  it('stands in the metadata of its project as long as it is there, and there is one', async () => {
    const { project, path } = await newPolicy()
    expect(await create(policyOf(project.id))).toMatchObject({ status: 400, reason: 'RETENTION_EXISTS' })
    const metadata = { metadata: { retention_id: '999999' } }
    await api.call({ method: 'PUT', path: `projects/${project.name}`, as: 'omar', body: metadata })
    expect(`retentions/${await idOf(project.name)}`).toBe(path)
    expect((await api.call({ method: 'DELETE', path, as: 'dora' })).status).toBe(200)
    expect(await idOf(project.name)).toBeUndefined()
    expect((await api.call({ path, as: 'dora' })).status).toBe(404)
    expect((await create(policyOf(project.id))).status).toBe(201)
    expect(await idOf(project.name)).toMatch(/^\d+$/)
  })

  it('is made once, however many make it at the same moment', async () => {
    const { id } = await newProject()
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(policyOf(id))))
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '400', '400', '400', '400'])
  })

  it('runs by its schedule, in UTC, and no longer than it is there', async () => {
    const cron = '0 0 0 * * *'
    const trigger = { kind: 'Schedule', settings: { cron } }
    const { project, path } = await newPolicy({ trigger })
    const schedules = `select payload, enabled from schedule where job = 'retention'`
    const policy = await get(path)
    expect(policy.trigger.settings).toEqual({ cron, next_scheduled_time: expect.stringMatching(/T00:00:00\.000Z$/) })
    expect(policy.trigger.references).toEqual({ job_id: expect.any(Number) })
    expect(await query(schedules)).toEqual([{ payload: { policy_id: policy.id }, enabled: true }])
    await change(path, { ...policyOf(project.id), trigger: undefined })
    expect((await get(path)).trigger.settings.cron).toBe(cron)
    await change(path, policyOf(project.id))
    expect((await get(path)).trigger.settings).toEqual({ cron: '' })
    expect(await change(path, policyOf(project.id, { trigger: { settings: { cron: 'daily' } } }))).toMatchObject({
      status: 400,
      reason: 'BAD_CRON',
    })
    await change(path, policyOf(project.id, { trigger }))
    await query('delete from project where id = $1', [project.id])
    expect(await query(schedules)).toEqual([])
  })

  it.each([
    ['a pattern that is open', rule(selectors('**', '{a')), 'rules.0.scope_selectors.repository.0.pattern'],
    [
      'a kind that there is not',
      rule({ tag_selectors: [{ kind: 'regexp', decoration: 'matches', pattern: 'v' }] }),
      'rules.0.tag_selectors.0.kind',
    ],
    ['a template that there is not', rule({ template: 'latest' }), 'rules.0.template'],
    ['no number', rule({ params: {} }), 'rules.0.params'],
    ['none at all', rule({ params: { latestPushedK: 0 } }), 'rules.0.params.latestPushedK'],
    ['another template’s number', rule({ params: { latestPulledN: 3 } }), 'rules.0.params'],
    [
      'extras that are no JSON',
      rule({ tag_selectors: [{ ...selectors().tag_selectors[0], extras: '{' }] }),
      'rules.0.tag_selectors.0.extras',
    ],
  ])('with %s is refused, and the field named', async (_, bad, field) => {
    const { id, name } = await newProject()
    const answer = await create(policyOf(id, { rules: [bad] }))
    expect(answer).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
    expect(answer.text).toContain(`${field}: `)
    expect(await idOf(name)).toBeUndefined()
  })

  it('takes 15 rules and alternatives with slashes, and no more', async () => {
    const { project, path } = await newPolicy({
      rules: Array.from({ length: 15 }, () => rule(selectors('**', '{app,team/app}'))),
    })
    expect((await get(path)).rules).toHaveLength(15)
    expect((await change(path, policyOf(project.id, { rules: Array.from({ length: 16 }, () => rule()) }))).status).toBe(
      422,
    )
    expect((await change(path, policyOf(project.id, { max_percent: 101 }))).status).toBe(422)
  })

  it('belongs to its project: nobody reaches or makes it from another one', async () => {
    const { project, path } = await newPolicy()
    const other = await api.createProject('q', 'quentin')
    for (const as of ['quentin', 'gus']) {
      expect((await api.call({ path, as })).status).toBe(403)
      expect((await create(policyOf(project.id), as)).status).toBe(403)
      expect((await api.call({ method: 'DELETE', path, as })).status).toBe(403)
    }
    expect(await change(path, policyOf(other))).toMatchObject({ status: 400, reason: 'RETENTION_ELSEWHERE' })
    expect((await create({ ...policyOf(1), scope: {} }, 'dora')).status).toBe(403)
    expect((await api.call({ path: 'retentions/metadatas', as: 'gus' })).body.templates).toHaveLength(5)
    expect((await api.call({ path: 'retentions/metadatas' })).status).toBe(401)
  })
})

describe('runs of a policy', () => {
  /** What the jobservice would leave of a run that is over. */
  async function finish(run: number, version = 1) {
    await query(`update job_execution set status = 'success', ended_at = now(), result = $2 where id = $1`, [
      run,
      { version, repositories: 1 },
    ])
    const [task] = await query<{ id: string }>(
      `insert into job_execution (job, trigger, status, subject_kind, subject_id, parent_id, payload, result, started_at, ended_at)
       select 'retention-repository', 'manual', 'success', subject_kind, subject_id, id, '{"repository": "p/team/app"}',
         '{"total": 3, "retained": 2}', now(), now() from job_execution where id = $1 returning id`,
      [run],
    )
    await query(
      `insert into retention_verdict (run_id, execution_id, repository, digest, tags, tag_count, size, pushed_at, outcome, kept_by, because)
       values ($1, $2, 'team/app', 'sha256:a', '{v1}', 1, 10, now(), 'goes', '{}', null),
         ($1, $2, 'team/app', 'sha256:b', '{v2}', 1, 10, now(), 'stays', '{1}', null),
         ($1, $2, 'other', 'sha256:c', '{}', 0, 10, now(), 'stays', '{}', 'tag-rule')`,
      [run, task?.id],
    )
    await query(`insert into job_log (execution_id, text) values ($1, 'goes: v1' || chr(10))`, [task?.id])
    return Number(task?.id)
  }
  const runOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
    Number(String(answer.headers['location']).split('/').at(-1))

  it('are told with their tasks, logs and verdicts', async () => {
    const { path } = await newPolicy()
    const run = runOf(await start(path, { dry_run: true }))
    expect(await get(`${path}/executions`)).toMatchObject([
      { id: run, status: 'InProgress', trigger: 'Manual', dry_run: true, is_current: false, total: 0, preview: null },
    ])
    const task = await finish(run)
    expect(await get(`${path}/executions?q=id=${run}`)).toMatchObject([
      { id: run, status: 'Succeed', is_current: true, total: 3, retained: 2 },
    ])
    await query(`update job_execution set task_sums = '{"total": 30, "retained": 20}' where id = $1`, [run])
    expect(await get(`${path}/executions?q=id=${run}`)).toMatchObject([{ id: run, total: 30, retained: 20 }])
    expect(await get(`${path}/executions/${run}/tasks`)).toMatchObject([
      { id: task, execution_id: run, repository: 'team/app', status: 'Success', total: 3, retained: 2 },
    ])
    const log = await api.call({ path: `${path}/executions/${run}/tasks/${task}`, as: 'dora' })
    expect(log.text).toBe('goes: v1\n')
    const verdicts = `${path}/executions/${run}/artifacts`
    expect(await get(verdicts)).toMatchObject([
      { repository: 'team/app', tags: ['v1'], outcome: 'goes', kept_by: [] },
      { tags: ['v2'], outcome: 'stays', kept_by: [1] },
      { outcome: 'stays', because: 'tag-rule' },
    ])
    expect(await get(`${verdicts}?q=outcome=goes`)).toHaveLength(1)
    expect(await get(`${verdicts}?q=repository=other`)).toHaveLength(1)
  })

  it('begin with a preview of the policy as it is now, or with none', async () => {
    const { project, path } = await newPolicy()
    const preview = runOf(await start(path, { dry_run: true }))
    const outdated = { status: 412, reason: 'RETENTION_PREVIEW_OUTDATED' }
    expect(await start(path, { preview })).toMatchObject(outdated)
    await finish(preview)
    const run = runOf(await start(path, { preview }))
    const [stored] = await query<{ payload: object }>('select payload from job_execution where id = $1', [run])
    expect(stored?.payload).toMatchObject({ dry_run: false, preview })
    await finish(run)
    expect(await start(path, { preview: run })).toMatchObject(outdated)
    await change(path, policyOf(project.id, { rules: [rule({ template: 'always', params: {} })] }))
    expect(await start(path, { preview })).toMatchObject(outdated)
    const other = await newPolicy()
    expect(await start(other.path, { preview })).toMatchObject(outdated)
  })

  it('need a rule that is on', async () => {
    const { path } = await newPolicy({ rules: [rule({ disabled: true })] })
    expect(await start(path, {})).toMatchObject({ status: 412, reason: 'RETENTION_WITHOUT_RULES' })
  })

  it('can be stopped, and end with the policy', async () => {
    const { path } = await newPolicy()
    const [first, second] = [runOf(await start(path, {})), runOf(await start(path, {}))]
    const stop = (run: number, action = 'stop') =>
      api.call({ method: 'PATCH', path: `${path}/executions/${run}`, as: 'dora', body: { action } })
    expect((await stop(first, 'restart')).status).toBe(422)
    expect((await stop(first)).status).toBe(200)
    expect((await stop(9_999_999)).reason).toBe('EXECUTION_NOT_FOUND')
    const third = runOf(await start(path, {}))
    await query(`update job_execution set status = 'running' where id = $1`, [third])
    await api.call({ method: 'DELETE', path, as: 'dora' })
    const ended = await query('select status from job_execution where id = any ($1)', [[first, second, third]])
    expect(ended).toEqual(Array.from({ length: 3 }, () => ({ status: 'stopped' })))
  })

  it('of another policy are none of this one', async () => {
    const [mine, other] = [await newPolicy(), await newPolicy()]
    const run = runOf(await start(other.path, { dry_run: true }))
    const task = await finish(run)
    const here = `${mine.path}/executions/${run}`
    for (const path of [`${here}/tasks`, `${here}/tasks/${task}`, `${here}/artifacts`])
      expect(await api.call({ path, as: 'dora' })).toMatchObject({ status: 404, reason: 'EXECUTION_NOT_FOUND' })
    const stop = { method: 'PATCH', path: here, as: 'dora', body: { action: 'stop' } } as const
    expect((await api.call(stop)).status).toBe(404)
    const own = runOf(await start(mine.path, { dry_run: true }))
    const others = await finish(runOf(await start(mine.path, { dry_run: true })))
    for (const other of [task, others])
      expect((await api.call({ path: `${mine.path}/executions/${own}/tasks/${other}`, as: 'dora' })).status).toBe(404)
  })
})
