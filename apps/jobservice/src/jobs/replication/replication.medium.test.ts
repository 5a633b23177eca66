import { setTimeout as sleep } from 'node:timers/promises'
import { mediaTypes } from '@berth/oci'
import { makeImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBerth, type TestBerth } from '../../testing/start-berth.js'

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

  it('RP4: refuses names that would fall together before anything is copied', async () => {
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

  it('RP6: repairs what the target has lost of an image that it names', async () => {
    const image = await here.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url)
    await here.run(id)
    await there.query(`delete from repository_blob where digest = $1`, [
      JSON.parse(image.manifest.toString()).layers[0].digest,
    ])
    await here.start(id)
    await here.untilEnded(id, 2)
    await there.client.pullImage('dev/app', 'v1')
  })

  it('says which blob is missing here', async () => {
    const image = await here.push('dev/app', 'v1')
    const [layer] = JSON.parse(image.manifest.toString()).layers
    await here.query('delete from repository_blob where digest = $1', [layer.digest])
    const { id } = await here.addPolicy(there.url)
    const [run, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'error', error: expect.stringContaining(layer.digest) })
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

  it('RP1: two registries that push to each other come to rest', async () => {
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

  it('RP1: sends nothing back to where it was pulled from', async () => {
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

  it('RP3: deletes the tag that was deleted, and the artifact with its last one', async () => {
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
