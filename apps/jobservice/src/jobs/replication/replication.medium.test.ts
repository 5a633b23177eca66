import { setTimeout as sleep } from 'node:timers/promises'
import { deleteRepository } from '@berth/metadata'
import { mediaTypes, parseRepositoryName } from '@berth/oci'
import { makeImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startBerth, type TestBerth } from '../../testing/start-berth.js'
import { alice } from '../../testing/start-content.js'
import { tellReplications } from './tell-replications.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let here: TestBerth
let there: TestBerth
beforeAll(async () => {
  ;[here, there] = await Promise.all([startBerth(stack), startBerth(stack)])
  await Promise.all([here.work(), there.work()])
}, 60_000)

beforeEach(async () => {
  for (const { query } of [here, there])
    await query(
      `delete from replication_policy; delete from schedule; delete from job_execution; delete from outbox; delete from tag; delete from artifact; delete from repository`,
    )
})

const layerOf = ({ manifest }: { readonly manifest: Buffer }): string => {
  const { layers } = JSON.parse(manifest.toString()) as { layers: { digest: string }[] }
  return layers[0]?.digest ?? ''
}

describe('push', () => {
  it('copies what the filters let pass, a task for each artifact, and passes over what is there', async () => {
    const [one, two] = [await here.push('dev/app', 'v1'), await here.push('dev/app', 'v2')]
    await here.push('dev/app', 'latest', two)
    await here.push('dev/other', 'v1')
    const { id } = await here.addPolicy(there.url, {
      filters: [
        { type: 'name', value: 'dev/app' },
        { type: 'tag', value: 'v*' },
      ],
    })
    const tasks = await here.run(id)
    expect(tasks.map(({ job, status, src_resource }) => [job, status, src_resource])).toEqual([
      ['replication', 'success', null],
      ['replication-task', 'success', 'dev/app:[v1]'],
      ['replication-task', 'success', 'dev/app:[v2]'],
    ])
    expect(await there.tags()).toEqual({ 'dev/app:v1': one.digest, 'dev/app:v2': two.digest })
    await there.client.pullImage('dev/app', 'v2')

    const events = await there.query('select from event')
    await here.start(id)
    const again = await here.untilEnded(id, 2)
    expect(again.slice(4).every(({ result }) => result?.['manifests'] === 0)).toBe(true)
    expect(await there.query('select from event')).toHaveLength(events.length)
  })

  it('carries indexes with their parts, referrers and signatures that are tags, whatever the tag filter is', async () => {
    const image = await here.push('dev/app', 'plain')
    const describe = (mediaType: string, { digest, manifest }: typeof image) => ({
      mediaType,
      digest,
      size: manifest.length,
    })
    const index = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaTypes.ociIndex,
        manifests: [describe(image.mediaType, image)],
      }),
    )
    await here.client.pushManifest('dev/app', 'v1', index, mediaTypes.ociIndex)
    const about = makeImage()
    for (const blob of [about.config, ...about.layers]) await here.client.pushBlob('dev/app', blob)
    const referrer = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(about.manifest.toString()) as object),
        subject: describe(image.mediaType, image),
      }),
    )
    const pushed = await here.client.pushManifest('dev/app', 'sbom', referrer, about.mediaType)
    const referrerDigest = pushed.headers.get('docker-content-digest')
    const signatureTag = `${image.digest.replace(':', '-')}.sig`
    const signature = await here.push('dev/app', signatureTag)
    const { id } = await here.addPolicy(there.url, { filters: [{ type: 'tag', value: 'v1' }] })
    await here.run(id)
    expect(await there.tags()).toMatchObject({ [`dev/app:${signatureTag}`]: signature.digest })
    expect(Object.keys(await there.tags())).toHaveLength(2)
    const referrers = await there.client.expect(200, 'GET', `dev/app/referrers/${image.digest}`)
    expect(await referrers.json()).toMatchObject({ manifests: [{ digest: referrerDigest }] })
    await there.client.pullImage('dev/app', image.digest)
  })

  it('refuses names that would fall together before anything is copied', async () => {
    await here.push('dev/y/a', 'v1')
    await here.push('dev/z/a', 'v1')
    const { id } = await here.addPolicy(there.url, { dest_namespace: 'dev', dest_namespace_replace_count: 2 })
    const [run] = await here.run(id)
    expect(run).toMatchObject({ status: 'error', error: 'dev/y/a and dev/z/a would both become dev/a.' })
    expect(await there.tags()).toEqual({})
  })

  it('keeps tags that name something else where it is not to replace them, and says so', async () => {
    await here.push('dev/app', 'v1')
    const theirs = await there.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { override: false })
    const [, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'success', result: { kept: 1, tags: 0 } })
    expect(await here.logOf(task?.id ?? '')).toContain('does not replace tags')
    expect(await there.tags()).toEqual({ 'dev/app:v1': theirs.digest })
  })

  it('repairs what the target has lost of an image that it names', async () => {
    const image = await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url)
    await here.run(id)
    await there.query('delete from repository_blob where digest = $1', [layerOf(image)])
    await here.start(id)
    await here.untilEnded(id, 2)
    await there.client.pullImage('dev/app', 'v1')
  })

  it('fails with the digest of a blob that the target forgets, and repairs it with the next run', async () => {
    const image = await here.push('dev/app', 'v1')
    await there.query(`
      create function forget() returns trigger language plpgsql as $$ begin return null; end $$;
      create trigger forget before insert on repository_blob
        for each row when (new.digest = '${layerOf(image)}') execute function forget()`)
    const { id } = await here.addPolicy(there.url)
    const [, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'error', error: expect.stringContaining(layerOf(image)) })
    expect(await there.tags()).toEqual({})
    await there.query('drop trigger forget on repository_blob; drop function forget')
    await here.start(id)
    await here.untilEnded(id, 2)
    await there.client.pullImage('dev/app', 'v1')
  })

  it('brings of a proxy cache what nobody has pulled yet from the registry behind it', async () => {
    const image = await there.push('dev/app', 'v1')
    await here.push('dev/dev/app', 'v1', image)
    const { endpoint } = await here.addPolicy(there.url)
    await here.query('delete from repository_blob where digest = $1', [layerOf(image)])
    const third = await startBerth(stack)
    const { id } = await here.addPolicy(third.url)
    await here.query('update project set registry_id = $1', [endpoint])
    try {
      expect((await here.run(id)).map(({ error, status }) => [status, error])).toEqual([
        ['success', null],
        ['success', null],
      ])
      await third.client.pullImage('dev/dev/app', 'v1')
    } finally {
      await here.query('update project set registry_id = null')
    }
  })

  it('says which blob is missing here', async () => {
    const image = await here.push('dev/app', 'v1')
    const layer = layerOf(image)
    await here.query('delete from repository_blob where digest = $1', [layer])
    const { id } = await here.addPolicy(there.url)
    const [run, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'error', error: expect.stringContaining(layer) })
    expect(run).toMatchObject({ status: 'error' })
    expect(await there.tags()).toEqual({})
  })
})

describe('pull', () => {
  it('brings what is elsewhere into a project here', async () => {
    const image = await there.push('dev/team/app', 'v1')
    const { id } = await here.addPolicy(there.url, {
      pull: true,
      dest_namespace: 'dev/mirror',
      copy_by_chunk: true,
      speed: 100_000,
    })
    const tasks = await here.run(id)
    expect(tasks.map(({ status }) => status)).toEqual(['success', 'success'])
    expect(await here.tags()).toEqual({ 'dev/mirror/app:v1': image.digest })
    await here.client.pullImage('dev/mirror/app', 'v1')
    expect(
      await here.query(`select actor_name from event where type = 'artifact.pushed' and repository = 'dev/mirror/app'`),
    ).toEqual([{ actor_name: 'replication' }])
  })

  it.each([
    ['a project that is not there', 'none', 'select', 'none'],
    [
      'a proxy cache',
      'dev',
      'update project set registry_id = (select min(id) from registry_endpoint)',
      'from another registry',
    ],
    ['a quota that is used up', 'dev', 'update quota set hard_bytes = 10', 'quota'],
    ['a project that is read-only', 'dev', `update project set metadata = '{"read_only":"true"}'`, 'read-only'],
  ])('is refused by %s, and says so', async (_, namespace, change, words) => {
    await there.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { pull: true, dest_namespace: namespace })
    await here.query(change)
    try {
      const [, task] = await here.run(id)
      expect(task).toMatchObject({ status: 'error', error: expect.stringMatching(new RegExp(words, 'i')) })
      expect(await here.tags()).toEqual({})
    } finally {
      await here.query(`update project set registry_id = null, metadata = '{}'; update quota set hard_bytes = -1`)
    }
  })
})

describe('events', () => {
  const untilTags = (names: readonly string[]) =>
    waitUntil(async () => Object.keys(await there.tags()).join() === names.join(), {
      what: `${names.join()} are there`,
    })
  const byEvents = { trigger: 'event_based', deletion: true }

  it('two registries that push to each other come to rest', async () => {
    const mine = await here.addPolicy(there.url, byEvents)
    const theirs = await there.addPolicy(here.url, byEvents)
    const image = await here.push('dev/app', 'v1')
    await here.untilEnded(mine.id)
    expect(await there.tags()).toEqual({ 'dev/app:v1': image.digest })
    const back = await there.untilEnded(theirs.id)
    await sleep(500)
    expect((await here.tasks(mine.id)).filter(({ job }) => job === 'replication')).toHaveLength(1)
    expect(back.filter(({ job }) => job === 'replication-task').map(({ result }) => result?.['manifests'])).toEqual([0])
  })

  it('sends nothing back to where it was pulled from', async () => {
    await there.push('dev/app', 'v1')
    const pull = await here.addPolicy(there.url, { pull: true })
    const push = await here.addPolicy(there.url, byEvents)
    await here.query('update replication_policy set dest_registry_id = $1 where id = $2', [pull.endpoint, push.id])
    await here.run(pull.id)
    await waitUntil(async () => (await here.query('select from outbox')).length === 0, {
      what: 'events are dispatched',
    })
    expect(await here.tasks(push.id)).toEqual([])
  })

  it('brings what is attached to an image later, whatever the tag filter is', async () => {
    const filters = [{ type: 'tag', value: 'v*' }]
    const { id } = await here.addPolicy(there.url, { ...byEvents, filters })
    const image = await here.push('dev/app', 'v1')
    await untilTags(['dev/app:v1'])
    const signature = `${image.digest.replace(':', '-')}.sig`
    await here.push('dev/app', 'other')
    await here.push('dev/app', signature)
    await untilTags([`dev/app:${signature}`, 'dev/app:v1'])
    expect((await here.tasks(id)).every(({ src_resource }) => !src_resource?.includes('other'))).toBe(true)
  })

  it('deletes the tag that was deleted, and the artifact with its last one', async () => {
    const image = await here.push('dev/app', 'a')
    await here.push('dev/app', 'b', image)
    const { id } = await here.addPolicy(there.url, byEvents)
    await here.run(id)
    await untilTags(['dev/app:a', 'dev/app:b'])
    await here.client.expect(202, 'DELETE', 'dev/app/manifests/b')
    await untilTags(['dev/app:a'])
    await here.client.expect(202, 'DELETE', `dev/app/manifests/${image.digest}`)
    await untilTags([])
    await there.client.expect(404, 'GET', `dev/app/manifests/${image.digest}`)
  })

  it('brings back with its tags what is pushed again while it is deleted elsewhere', async () => {
    const image = await here.push('dev/app', 'v1')
    await here.push('dev/app', 'rc', image)
    const { id } = await here.addPolicy(there.url, { deletion: true, filters: [{ type: 'tag', value: 'v*' }] })
    await here.run(id)
    using gone = vi.spyOn(here.metadata, 'findManifest')
    gone.mockResolvedValueOnce(undefined)
    const change = {
      operation: 'deletion',
      resource_type: 'image',
      repository: 'dev/app',
      digest: image.digest,
      tags: [],
    }
    await here.query(
      `insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
       values ('replication', 'transfer', 'replication', $1, 'event', $2)`,
      [id, { policy_id: id, changes: [change] }],
    )
    const tasks = await here.untilEnded(id, 2)
    expect(tasks.at(-1)).toMatchObject({ status: 'success', result: { deleted: 1 } })
    expect(await there.tags()).toEqual({ 'dev/app:v1': image.digest })
  })

  it('passes on what retention deletes as what anybody deletes', async () => {
    await here.push('dev/app', 'old')
    const kept = await here.push('dev/app', 'new')
    const { id } = await here.addPolicy(there.url, byEvents)
    await here.run(id)
    await untilTags(['dev/app:new', 'dev/app:old'])
    const selector = { kind: 'doublestar', pattern: '**' }
    const rule = {
      template: 'latestPushedK',
      params: { latestPushedK: 1 },
      tag_selectors: [{ ...selector, decoration: 'matches' }],
      scope_selectors: { repository: [{ ...selector, decoration: 'repoMatches' }] },
    }
    const [{ policy } = { policy: 0 }] = await here.query<{ policy: number }>(
      'insert into retention_policy (project_id, rules) select id, $1 from project returning id as policy',
      [JSON.stringify([rule])],
    )
    await here.query(
      `insert into job_execution (job, class, subject_kind, subject_id, trigger, payload)
       values ('retention', 'upkeep', 'retention', $1, 'manual', $2)`,
      [policy, { policy_id: policy }],
    )
    await untilTags(['dev/app:new'])
    expect(await there.tags()).toEqual({ 'dev/app:new': kept.digest })
  })

  it('deletes what a repository held that is deleted, as far as filters pass it', async () => {
    await here.push('dev/app', 'v1')
    const kept = await there.push('dev/app', 'theirs')
    await here.push('dev/app', 'other')
    const filters = [{ type: 'tag', value: 'v*' }]
    const { id } = await here.addPolicy(there.url, { ...byEvents, filters })
    await here.run(id)
    await untilTags(['dev/app:theirs', 'dev/app:v1'])
    await here.db.transaction((transaction) => deleteRepository(transaction, parseRepositoryName('dev/app'), alice))
    await untilTags(['dev/app:theirs'])
    expect(await there.tags()).toEqual({ 'dev/app:theirs': kept.digest })
    expect(await here.query('select from gone_repository')).toEqual([])
  })

  it('keeps what was deleted here where the policy does not replicate deletions', async () => {
    await here.push('dev/app', 'a')
    const { id } = await here.addPolicy(there.url, { trigger: 'event_based' })
    await here.run(id)
    await here.client.expect(202, 'DELETE', 'dev/app/manifests/a')
    await waitUntil(async () => (await here.query('select from outbox')).length === 0, {
      what: 'events are dispatched',
    })
    expect(Object.keys(await there.tags())).toEqual(['dev/app:a'])
  })
})

describe('runs', () => {
  const slow = { speed: 1, single_active_replication: true }
  const untilBusy = (id: number) =>
    waitUntil(
      async () => (await here.tasks(id)).some(({ job, status }) => job !== 'replication' && status === 'running'),
      {
        what: 'a task runs',
      },
    )
  const runsOf = async (id: number) => (await here.tasks(id)).filter(({ job }) => job === 'replication')

  it('writes down a slot of a schedule that finds the run before it still open', async () => {
    await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { ...slow, trigger: 'scheduled', cron: '* * * * *' })
    await here.query(
      `insert into schedule (job, subject_kind, subject_id, cron, payload, next_run_at)
       values ('replication', 'replication', $1, '0 0 1 1 *', $2, now())`,
      [id, { policy_id: id }],
    )
    await untilBusy(id)
    for (const runs of [2, 3]) {
      await here.query('update schedule set next_run_at = now()')
      await waitUntil(async () => (await runsOf(id)).length === runs, { what: 'the slot is written down' })
    }
    expect((await runsOf(id)).map(({ status, error }) => [status, error])).toEqual([
      ['running', null],
      ['stopped', 'skipped: the run before it has not ended'],
      ['stopped', 'skipped: the run before it has not ended'],
    ])
  })

  it('skips a run that somebody starts while another one goes on, and ends with its policy', async () => {
    await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, slow)
    const first = await here.start(id)
    await untilBusy(id)
    await here.start(id)
    await waitUntil(async () => (await runsOf(id))[1]?.status === 'stopped', { what: 'it is skipped' })
    expect((await runsOf(id))[1]?.error).toBe(`skipped: run ${first} has not ended`)
    await here.query('delete from replication_policy')
    expect((await here.untilEnded(id, 2)).map(({ status }) => status)).not.toContain('success')
  })

  it('a policy that is switched off copies nothing', async () => {
    await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { enabled: false })
    expect(await here.run(id)).toMatchObject([{ status: 'success', result: { tasks: 0 } }])
  })

  it('tells of its end once for each project, with what was copied and what was not', async () => {
    await here.push('dev/app', 'v1')
    const broken = await here.push('dev/app', 'v2')
    await here.query('delete from repository_blob where digest = $1', [layerOf(broken)])
    const { id } = await here.addPolicy(there.url)
    const [run] = await here.run(id)
    expect(await tellReplications(here.db)).toBe(false)
    await tellReplications(here.db)
    const told = await here.query<{ payload: object }>(`select payload from event where type = 'replication.finished'`)
    expect(told).toMatchObject([
      {
        payload: {
          execution_id: Number(run?.id),
          status: 'error',
          succeeded: 1,
          failed: 1,
          succeeded_names: ['dev/app:[v1]'],
          failed_names: ['dev/app:[v2]'],
        },
      },
    ])
  })
})
