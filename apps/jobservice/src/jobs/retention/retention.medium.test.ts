import { PostgresMetadata, restoreArtifact } from '@berth/metadata'
import { mediaTypes, parseManifest, digestOf, parseRepositoryName, parseTag, type Digest } from '@berth/oci'
import { fillTags } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JobContext } from '../../engine/job.js'
import { testContext } from '../../testing/job-context.js'
import { startContent, type TestContent } from '../../testing/start-content.js'
import { retention } from './retention.js'
import { retentionRepository } from './retention-repository.js'

const stack = new AsyncDisposableStack()
let content: TestContent
beforeAll(async () => {
  content = await startContent(stack)
})
afterAll(() => stack.disposeAsync())

const WEEK = 604_800
let project = ''
let projectId = 0
let policy = 0
let count = 0
beforeEach(async () => {
  project = `p${(count += 1)}`
  const { rows } = await content.database.pool.query<{ id: number }>(
    'insert into project (name, owner_id) select $1, owner_id from project limit 1 returning id',
    [project],
  )
  projectId = rows[0]?.id ?? 0
})

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await content.database.pool.query<Row>(text, values)).rows

interface Rule {
  readonly template?: string
  readonly count?: number
  readonly tags?: string
  readonly repositories?: string
  readonly untagged?: boolean
}
const wire = ({
  template = 'latestPushedK',
  count: many = 1,
  tags = '**',
  repositories = '**',
  untagged = true,
}: Rule) => ({
  disabled: false,
  action: 'retain',
  template,
  params: template === 'always' ? {} : { [template]: many },
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: tags, extras: JSON.stringify({ untagged }) }],
  scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: repositories }] },
})
async function setPolicy(rules: Rule[], maxPercent: number | null = null): Promise<void> {
  const [row] = await query<{ id: number }>(
    `insert into retention_policy (project_id, rules, max_percent) values ($1, $2, $3)
     on conflict (project_id) do update set rules = excluded.rules, max_percent = excluded.max_percent,
       version = retention_policy.version + 1 returning id`,
    [projectId, JSON.stringify(rules.map(wire)), maxPercent],
  )
  policy = row?.id ?? 0
}

const insertExecution = async (job: string, payload: unknown, parent: number | null) =>
  Number(
    (
      await query<{ id: string }>(
        `insert into job_execution (job, trigger, subject_kind, subject_id, payload, parent_id)
         values ($1, 'manual', 'retention', $2, $3, $4) returning id`,
        [job, policy, JSON.stringify(payload), parent],
      )
    )[0]?.id,
  )
const contextOf = (id: number, spawn: JobContext['spawn'] = () => Promise.resolve()) => {
  const context = testContext()
  return { ...context, actor: { kind: 'system', id, name: 'test' } as const, spawn }
}

interface Ran {
  readonly repository: string
  readonly result?: unknown
  readonly error?: unknown
  readonly lines: string[]
}

/** Runs a policy and its tasks, as the engine would. `between`: after the run has said which repositories it is about. */
async function run(
  options: { readonly dryRun?: boolean; readonly preview?: number; readonly between?: () => Promise<void> } = {},
): Promise<{ id: number; tasks: Ran[] }> {
  const payload = { policy_id: policy, dry_run: options.dryRun ?? false, preview: options.preview ?? null }
  const id = await insertExecution('retention', payload, null)
  const wanted: unknown[] = []
  const parent = contextOf(id, async (_, ...tasks) => void wanted.push(...tasks))
  await retention(content.db).run(payload, parent)
  await options.between?.()
  const tasks: Ran[] = []
  for (const task of wanted) {
    const context = contextOf(await insertExecution('retention-repository', task, id))
    const repository = (task as { repository: string }).repository
    try {
      const result = await retentionRepository(content.db, WEEK).run(task, context)
      tasks.push({ repository, result, lines: context.lines })
    } catch (error) {
      tasks.push({ repository, error, lines: context.lines })
    }
  }
  return { id, tasks }
}

const said = (id: number, outcome: string) =>
  query<{ digest: Digest; because: string | null; detail: string | null; kept_by: number[] }>(
    'select digest, because, detail, kept_by from retention_verdict where run_id = $1 and outcome = $2 order by digest',
    [id, outcome],
  )
const digestsOf = (rows: readonly { digest: Digest }[]) => rows.map(({ digest }) => digest)

const nameOf = (repository: string) => parseRepositoryName(`${project}/${repository}`)
async function push(
  repository: string,
  text: string,
  tags: string[],
  { days = 0, subject, children }: { days?: number; subject?: Digest; children?: Digest[] } = {},
): Promise<Digest> {
  const name = nameOf(repository)
  const config = Buffer.from(text)
  await content.pushBlob(name, config)
  const descriptor = (digest: Digest, size: number, mediaType: string) => ({ mediaType, digest, size })
  const manifest = {
    schemaVersion: 2,
    ...(children
      ? {
          mediaType: mediaTypes.ociIndex,
          manifests: children.map((child) => descriptor(child, 2, mediaTypes.ociManifest)),
        }
      : {
          mediaType: mediaTypes.ociManifest,
          config: descriptor(digestOf(config), config.length, mediaTypes.ociConfig),
          layers: [],
        }),
    ...(subject && { subject: descriptor(subject, 2, mediaTypes.ociManifest) }),
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  const digest = digestOf(bytes)
  await content.metadata.pushManifest({
    repository: name,
    digest,
    bytes,
    manifest: parseManifest(bytes, manifest.mediaType),
    tags: tags.map(parseTag),
    pushedBy: { kind: 'user', name: 'alice' },
    allowMissingChildren: false,
  })
  await query(
    `update artifact set pushed_at = pushed_at - make_interval(days => $2) where digest = $1 and repository_id = (
       select id from repository where name = $3)`,
    [digest, days, name],
  )
  await query(`update tag t set pushed_at = a.pushed_at from artifact a where a.id = t.artifact_id and a.digest = $1`, [
    digest,
  ])
  return digest
}
const keepTags = (tags: string, roles: number[] | null = null) =>
  query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern, allowed_roles) values ($1, '**', $2, $3)`,
    [projectId, tags, roles],
  )
const isThere = async (repository: string, digest: Digest) =>
  (await content.metadata.findManifest(nameOf(repository), { digest })) !== undefined

describe('of 10,000 tags', () => {
  it('a run takes what its preview said, loses no kept tag, and what it took comes back', async () => {
    const repository = nameOf('app')
    await query('insert into repository (project_id, name) values ($1, $2)', [projectId, repository])
    await fillTags(content.database.pool, { repository, artifacts: 1000, tagsEach: 10 })
    await keepTags('v?0-1')
    await keepTags('v?5-2', [1, 2])
    await setPolicy([
      { template: 'latestPushedK', count: 400 },
      { template: 'always', tags: 'v12?-3', untagged: false },
    ])
    const preview = await run({ dryRun: true })
    const forecast = digestsOf(await said(preview.id, 'goes'))
    expect(forecast).toHaveLength(1000 - 400 - 10 - 18)
    const [before] = await query<{ tags: string }>('select count(*) as tags from tag')
    expect(Number(before?.tags)).toBe(10_000)

    const { id, tasks } = await run({ preview: preview.id })
    expect(tasks).toMatchObject([{ repository, result: { total: 1000, retained: 428 } }])
    expect(digestsOf(await said(id, 'gone'))).toEqual(forecast)
    expect(await said(id, 'spared')).toEqual([])
    const kept = await said(id, 'stays')
    expect(kept.filter(({ because }) => because === 'tag-rule')).toHaveLength(18)
    const [after] = await query<{ kept: string; tags: string }>(
      `select count(*) filter (where name ~ '^v.(0-1|5-2)$') as kept, count(*) as tags from tag`,
    )
    expect(after).toEqual({ kept: '18', tags: String(428 * 10) })
    const [counted] = await query('select artifact_count, tag_count::int from repository where name = $1', [repository])
    expect(counted).toEqual({ artifact_count: 428, tag_count: 4280 })

    const back = forecast[0] ?? expect.fail()
    const restored = await content.db.transaction((transaction) =>
      restoreArtifact(transaction, repository, back, { kind: 'user', name: 'alice' }, WEEK),
    )
    expect(restored).toMatchObject({ outcome: 'restored', tags: { length: 10 } })
    const again = await run({ dryRun: true })
    expect(digestsOf(await said(again.id, 'goes'))).toEqual([back])
    await query('delete from tag; delete from artifact_reference; delete from artifact')
  }, 120_000)
})

it('looks at a whole repository, some artifacts at a time, whatever their order', async () => {
  const repository = nameOf('app')
  await query('insert into repository (project_id, name) values ($1, $2)', [projectId, repository])
  await fillTags(content.database.pool, { repository, artifacts: 2500, tagsEach: 1 })
  // The first of their ids were pushed last.
  await query(
    `update tag t set pushed_at = now() - make_interval(mins => a.id::int) from artifact a where a.id = t.artifact_id`,
  )
  await query(`update artifact a set pushed_at = t.pushed_at from tag t where t.artifact_id = a.id`)
  await setPolicy([{ count: 1200 }], 50)
  const { id, tasks } = await run({ dryRun: true })
  expect(tasks).toMatchObject([{ result: { total: 2500, retained: 1200 } }])
  expect(tasks[0]?.lines).toContain('a run would take nothing: more than 50 % would go')
  const youngest = await query<{ digest: Digest }>(
    'select digest from artifact order by pushed_at desc, digest limit 1200',
  )
  expect(digestsOf(await said(id, 'stays'))).toEqual(digestsOf(youngest).toSorted())
  const stopped = await run({ preview: id })
  expect(stopped.tasks[0]?.error).toMatchObject({ parameters: { goes: 1300, total: 2500 } })
  await setPolicy([{ count: 2490 }])
  const preview = await run({ dryRun: true })
  await query('update retention_verdict set outcome = $2 where run_id = $1 and id % 2 = 0', [preview.id, 'stays'])
  const named = digestsOf(await said(preview.id, 'goes'))
  const taken = await run({ preview: preview.id })
  expect(digestsOf(await said(taken.id, 'gone'))).toEqual(named)
  expect(await said(taken.id, 'spared')).toHaveLength(10 - named.length)
  await query('delete from tag; delete from artifact_reference; delete from artifact')
}, 60_000)

describe('a run', () => {
  it('is about repositories that a rule names, alternatives with slashes among them', async () => {
    for (const repository of ['app', 'team/app', 'team/other']) {
      await push(repository, `old ${repository}`, ['v1'], { days: 9 })
      await push(repository, `new ${repository}`, ['v2'], { days: 1 })
    }
    await setPolicy([{ repositories: '{app,team/app}' }])
    const { tasks } = await run({ dryRun: true })
    expect(tasks.map(({ repository, result }) => [repository, result])).toEqual([
      [`${project}/app`, { repository: 'app', total: 2, retained: 1 }],
      [`${project}/team/app`, { repository: 'team/app', total: 2, retained: 1 }],
    ])
  })

  it('writes down each tag and artifact that goes, with the run that took them', async () => {
    const old = await push('app', 'old', ['a', 'b', 'c'], { days: 9 })
    await push('app', 'new', ['d'])
    await setPolicy([{}])
    const { id, tasks } = await run()
    expect(await isThere('app', old)).toBe(false)
    const events = await query(
      `select type, payload->>'tag' as tag, actor_kind, actor_id::int, actor_name from event
       where repository = $1 and actor_kind = 'system' order by id`,
      [nameOf('app')],
    )
    const by = { actor_kind: 'system', actor_id: id, actor_name: 'retention' }
    expect(events).toEqual([
      ...['a', 'b', 'c'].map((tag) => ({ type: 'tag.deleted', tag, ...by })),
      { type: 'artifact.deleted', tag: null, ...by },
      { type: 'retention.applied', tag: null, ...by },
    ])
    expect(tasks[0]?.lines).toContain(`gone: a, b, c ${old}`)
    expect(tasks[0]?.lines.some((line) => line.endsWith('- by rule 1'))).toBe(true)
  })

  it('takes nothing that belongs to a push on its way, and no part of an index', async () => {
    const children = [await push('app', 'amd64', []), await push('app', 'arm64', [])]
    const old = await push('app', 'child', ['child'], { days: 9 })
    const index = await push('app', '', ['multi'], { children: [old] })
    await setPolicy([{ tags: 'multi', untagged: false }])
    const { id } = await run()
    expect(await said(id, 'stays')).toEqual(
      [
        { digest: index, because: null, detail: null, kept_by: [1] },
        { digest: old, because: 'part-of-index', detail: null, kept_by: [] },
      ].toSorted((a, b) => (a.digest < b.digest ? -1 : 1)),
    )
    await push('app', '', ['late'], { children })
    for (const child of [...children, old]) expect(await isThere('app', child)).toBe(true)
  })

  it('cleans up what has no tag, whatever rules say of tags; a signature goes with its subject alone', async () => {
    await keepTags('v*')
    const image = await push('app', 'image', ['v1'], { days: 9 })
    const untagged: Digest[] = []
    for (let place = 0; place < 5; place += 1) untagged.push(await push('app', `untagged ${place}`, [], { days: 9 }))
    const signature = await push('app', 'signature', [], { days: 9, subject: image })
    await setPolicy([{ template: 'always', tags: 'none', untagged: false }])
    const { id } = await run()
    expect(digestsOf(await said(id, 'gone'))).toEqual(untagged.toSorted())
    expect(await said(id, 'stays')).toMatchObject([{ digest: image, because: 'tag-rule', detail: '** : v*' }])
    expect(await isThere('app', signature)).toBe(true)
  })

  it('keeps an image for the kept tag of its signature, and says so before it runs', async () => {
    const image = await push('app', 'image', ['v1'], { days: 9 })
    const signature = `${image.replace(':', '-')}.sig`
    await push('app', 'signature', [signature], { days: 9 })
    const other = await push('app', 'other', ['v2'], { days: 9 })
    const newest = await push('app', 'newest', ['v3'])
    await keepTags(signature)
    await setPolicy([{ count: 1 }])
    const preview = await run({ dryRun: true })
    expect(digestsOf(await said(preview.id, 'goes'))).toEqual([other])
    expect((await said(preview.id, 'stays')).find(({ digest }) => digest === image)).toMatchObject({
      because: 'tag-rule',
    })
    const { id } = await run({ preview: preview.id })
    expect(digestsOf(await said(id, 'gone'))).toEqual([other])
    expect(await said(id, 'spared')).toEqual([])
    for (const digest of [image, newest]) expect(await isThere('app', digest)).toBe(true)
  })

  it('stops before it takes more than the share of a repository, and says so', async () => {
    const old: Digest[] = []
    for (let place = 0; place < 3; place += 1) old.push(await push('app', `old ${place}`, [`v${place}`], { days: 9 }))
    await push('app', 'new', ['v9'])
    await setPolicy([{}], 74)
    const { id, tasks } = await run()
    expect(tasks[0]?.error).toMatchObject({
      reason: 'RETENTION_BRAKE',
      parameters: { goes: 3, total: 4, limit: 74, repository: nameOf('app') },
    })
    expect(await said(id, 'spared')).toMatchObject(old.map(() => ({ because: 'brake' })))
    for (const digest of old) expect(await isThere('app', digest)).toBe(true)
    await setPolicy([{}], 75)
    expect(digestsOf(await said((await run()).id, 'gone'))).toEqual(old.toSorted())
  })

  it('with a preview takes nothing else, and says why it leaves what the preview did not name', async () => {
    const first = await push('app', 'first', ['v1'], { days: 9 })
    const second = await push('app', 'second', ['v2'], { days: 8 })
    await setPolicy([{}])
    const preview = await run({ dryRun: true })
    expect(digestsOf(await said(preview.id, 'goes'))).toEqual([first])
    await push('app', 'third', ['v3'])
    const { id } = await run({ preview: preview.id })
    expect(digestsOf(await said(id, 'gone'))).toEqual([first])
    expect(await said(id, 'spared')).toMatchObject([{ digest: second, because: 'not-in-preview' }])
  })

  it('with a preview leaves what has been pulled or kept since', async () => {
    const first = await push('app', 'first', ['v1'], { days: 9 })
    await push('app', 'second', ['v2'], { days: 8 })
    await setPolicy([{ template: 'latestPulledN' }])
    const preview = await run({ dryRun: true })
    expect(digestsOf(await said(preview.id, 'goes'))).toEqual([first])
    await query('update artifact set pulled_at = now() where digest = $1', [first])
    const { id } = await run({ preview: preview.id })
    expect(await said(id, 'gone')).toEqual([])
    expect(await isThere('app', first)).toBe(true)
  })

  it('keeps what clients pull by its digest, after they have asked what the tag names', async () => {
    const used = await push('app', 'used', ['v1'], { days: 9 })
    const unused = await push('app', 'unused', ['v2'], { days: 9 })
    const counting = new PostgresMetadata(content.db)
    counting.countPull((await counting.findManifest(nameOf('app'), { digest: used })) ?? expect.fail())
    await counting.close()
    await setPolicy([{ template: 'nDaysSinceLastPull', count: 3 }])
    const { id } = await run()
    expect(digestsOf(await said(id, 'gone'))).toEqual([unused])
    const [tag] = await query<{ pulled: boolean }>(
      `select t.pulled_at is not null as pulled from tag t join artifact a on a.id = t.artifact_id where a.digest = $1`,
      [used],
    )
    expect(tag).toEqual({ pulled: true })
  })

  const onGone = (statements: string) =>
    query(`create or replace function on_gone() returns trigger language plpgsql as $$ begin ${statements} return new; end $$;
      create or replace trigger on_gone before insert on retention_verdict for each row when (new.outcome = 'gone')
        execute function on_gone()`)

  it('takes nothing by rules that have been changed since it began', async () => {
    const repository = nameOf('app')
    await query('insert into repository (project_id, name) values ($1, $2)', [projectId, repository])
    await fillTags(content.database.pool, { repository, artifacts: 121, tagsEach: 1 })
    await setPolicy([{}])
    await onGone('update retention_policy set version = version + 1;')
    const { id, tasks } = await run()
    await query('drop trigger on_gone on retention_verdict')
    expect(tasks[0]?.error).toMatchObject({ reason: 'RETENTION_CHANGED' })
    expect(await said(id, 'gone')).toHaveLength(50)
    const [left] = await query('select tag_count::int as tags from repository where name = $1', [repository])
    expect(left).toEqual({ tags: 71 })
    await query('delete from tag; delete from artifact_reference; delete from artifact')
  })

  it('takes nothing that it cannot write down', async () => {
    const old = await push('app', 'old', ['v1'], { days: 9 })
    await push('app', 'new', ['v2'])
    await setPolicy([{}])
    await onGone(`raise exception 'killed';`)
    const { tasks } = await run()
    await query('drop trigger on_gone on retention_verdict')
    expect(tasks[0]?.error).toBeDefined()
    expect(await isThere('app', old)).toBe(true)
    expect(digestsOf(await said((await run()).id, 'gone'))).toEqual([old])
  })

  it('ends where its policy is changed meanwhile, or cannot be understood', async () => {
    const old = await push('app', 'old', ['v1'], { days: 9 })
    await push('app', 'new', ['v2'])
    await setPolicy([{}])
    const { tasks } = await run({ between: () => setPolicy([{ template: 'always' }]) })
    expect(tasks[0]?.error).toMatchObject({ reason: 'RETENTION_CHANGED' })
    await query(`update retention_policy set rules = jsonb_set(rules, '{0,tag_selectors,0,kind}', '"doublestart"')`)
    await expect(run()).rejects.toThrow()
    expect(await isThere('app', old)).toBe(true)
    await query('delete from retention_policy')
    expect((await run()).tasks).toEqual([])
  })
})
