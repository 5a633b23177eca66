import { parseManifest, mediaTypes, digestOf, parseRepositoryName, parseTag, type Digest } from '@berth/oci'
import { fillTags } from '@berth/testkit'
import type { JobContext } from '../engine/job.js'
import { retention } from '../jobs/retention/retention.js'
import { retentionRepository } from '../jobs/retention/retention-repository.js'
import { testContext } from './job-context.js'
import { startContent } from './start-content.js'
import type { TestStack } from './stack-of-each-test.js'

/** Seconds for which what is deleted can come back. */
export const WEEK = 604_800

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

interface Ran {
  readonly repository: string
  readonly result?: unknown
  readonly error?: unknown
  readonly lines: string[]
}

export const digestsOf = (rows: readonly { digest: Digest }[]) => rows.map(({ digest }) => digest)

/** A project with a policy of retention, its repositories, and runs of the policy, without the engine around them. */
export async function retentionUnderTest(stack: TestStack) {
  const { database, db, metadata, pushBlob } = await startContent(stack)
  let project = ''
  let projectId = 0
  let policy = 0
  let count = 0

  /** From here on all is about a new project. */
  async function enterProject(): Promise<void> {
    project = `p${(count += 1)}`
    const [row] = await query<{ id: number }>(
      'insert into project (name, owner_id) select $1, owner_id from project limit 1 returning id',
      [project],
    )
    projectId = row?.id ?? 0
  }

  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.pool.query<Row>(text, values)).rows

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

  /** Runs a policy and its tasks, as the engine would. `between`: after the run has said which repositories it is about. */
  async function run(
    options: { readonly dryRun?: boolean; readonly preview?: number; readonly between?: () => Promise<void> } = {},
  ): Promise<{ id: number; tasks: Ran[] }> {
    const payload = { policy_id: policy, dry_run: options.dryRun ?? false, preview: options.preview ?? null }
    const id = await insertExecution('retention', payload, null)
    const wanted: unknown[] = []
    const parent = contextOf(id, async (_, ...tasks) => void wanted.push(...tasks))
    await retention(db).run(payload, parent)
    await options.between?.()
    const tasks: Ran[] = []
    for (const task of wanted) {
      const context = contextOf(await insertExecution('retention-repository', task, id))
      const repository = (task as { repository: string }).repository
      try {
        const result = await retentionRepository(db, WEEK).run(task, context)
        tasks.push({ repository, result, lines: context.lines })
      } catch (error) {
        tasks.push({ repository, error, lines: context.lines })
      }
    }
    return { id, tasks }
  }

  /** What a run has written down of what stays, goes, is gone or is spared. */
  const said = (id: number, outcome: string) =>
    query<{ digest: Digest; because: string | null; detail: string | null; kept_by: number[] }>(
      'select digest, because, detail, kept_by from retention_verdict where run_id = $1 and outcome = $2 order by digest',
      [id, outcome],
    )

  const nameOf = (repository: string) => parseRepositoryName(`${project}/${repository}`)

  async function push(
    repository: string,
    text: string,
    tags: string[],
    { days = 0, subject, children }: { days?: number; subject?: Digest; children?: Digest[] } = {},
  ): Promise<Digest> {
    const name = nameOf(repository)
    const config = Buffer.from(text)
    await pushBlob(name, config)
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
    await metadata.pushManifest({
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
    await query(
      `update tag t set pushed_at = a.pushed_at from artifact a where a.id = t.artifact_id and a.digest = $1`,
      [digest],
    )
    return digest
  }

  const keepTags = (tags: string, roles: number[] | null = null) =>
    query(
      `insert into immutable_rule (project_id, repository_pattern, tag_pattern, allowed_roles) values ($1, '**', $2, $3)`,
      [projectId, tags, roles],
    )
  const isThere = async (repository: string, digest: Digest) =>
    (await metadata.findManifest(nameOf(repository), { digest })) !== undefined

  /** A repository with many tags. */
  async function fill(repository: string, size: { artifacts: number; tagsEach: number }) {
    const name = nameOf(repository)
    await query('insert into repository (project_id, name) values ($1, $2)', [projectId, name])
    await fillTags(database.pool, { repository: name, ...size })
    return name
  }
  /** Takes the content of all projects away. */
  const empty = () => query('delete from tag; delete from artifact_reference; delete from artifact')

  return { db, query, enterProject, setPolicy, run, said, nameOf, push, fill, empty, keepTags, isThere }
}
