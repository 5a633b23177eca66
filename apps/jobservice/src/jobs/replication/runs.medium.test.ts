import { setTimeout as sleep } from 'node:timers/promises'
import { deleteRepository } from '@berth/metadata'
import { parseRepositoryName } from '@berth/oci'
import { waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TestBerth } from '../../testing/start-berth.js'
import { alice } from '../../testing/start-content.js'
import { layerOf, startTwoBerths } from '../../testing/start-two-berths.js'
import { tellReplications } from './tell-replications.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let here: TestBerth
let there: TestBerth
let empty: () => Promise<void>
beforeAll(async () => {
  ;({ here, there, empty } = await startTwoBerths(stack))
  await Promise.all([here.work(), there.work()])
}, 60_000)
beforeEach(() => empty())

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

  it('skips a run that somebody starts while another one waits to be tried again, and not that one', async () => {
    await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { single_active_replication: true })
    const [{ first } = { first: '' }] = await here.query<{ first: string }>(
      `insert into job_execution (job, class, subject_kind, subject_id, trigger, payload, lease_until)
       values ('replication', 'transfer', 'replication', $1, 'manual', $2, now() + interval '1 hour') returning id as first`,
      [id, { policy_id: id }],
    )
    await here.start(id)
    await waitUntil(async () => (await runsOf(id))[1]?.status === 'stopped', { what: 'it is skipped' })
    expect((await runsOf(id))[1]?.error).toBe(`skipped: run ${first} has not ended`)
    await here.query('update job_execution set lease_until = null where id = $1', [first])
    expect((await here.untilEnded(id, 2))[0]).toMatchObject({ id: first, status: 'success' })
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

  it('tells of its end also where its policy and registry are gone by then', async () => {
    await here.push('dev/app', 'v1')
    const { id, endpoint } = await here.addPolicy(there.url, { ...slow, creator: 'ann' })
    await here.start(id)
    await untilBusy(id)
    await here.query('delete from replication_policy')
    await here.query('delete from registry_endpoint where id = $1', [endpoint])
    await here.untilEnded(id)
    await tellReplications(here.db)
    const told = await here.query<{ payload: object }>(
      `select payload from event where type = 'replication.finished' and (payload->>'policy_id')::int = $1`,
      [id],
    )
    expect(told).toMatchObject([
      { payload: { creator: 'ann', status: 'stopped', endpoint: there.url, direction: 'push', failed: 1 } },
    ])
  })
})
