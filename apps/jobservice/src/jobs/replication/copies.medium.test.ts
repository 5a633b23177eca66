import { mediaTypes } from '@berth/oci'
import { makeImage } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBerth, type TestBerth } from '../../testing/start-berth.js'
import { layerOf, startTwoBerths } from '../../testing/start-two-berths.js'

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

  it('makes a project that is not there: private, of the administrator, with the storage limit of new ones', async () => {
    const image = await there.push('dev/app', 'v1')
    await here.query(`insert into setting (key, value) values ('storage_per_project', '5000000')`)
    const { id } = await here.addPolicy(there.url, { pull: true, dest_namespace: 'made' })
    for (const runs of [1, 2]) {
      await here.start(id)
      await here.untilEnded(id, runs)
    }
    expect(await here.tags()).toEqual({ 'made/app:v1': image.digest })
    expect(
      await here.query(`select p.public, p.owner_id, m.user_id, m.role_id, q.hard_bytes from project p
        join project_member m on m.project_id = p.id join quota q on q.project_id = p.id where p.name = 'made'`),
    ).toEqual([{ public: false, owner_id: 1, user_id: 1, role_id: 1, hard_bytes: '5000000' }])
    expect(
      await here.query(
        `select actor_kind, actor_name, payload->>'project' as project from event where type = 'project.created'`,
      ),
    ).toEqual([{ actor_kind: 'system', actor_name: 'replication', project: 'made' }])
  })

  it('uses up no id of a project where one is there', async () => {
    await there.push('dev/app', 'v1')
    const ids = () => here.query(`select last_value from project_id_seq`)
    const before = await ids()
    const { id } = await here.addPolicy(there.url, { pull: true })
    await here.run(id)
    expect(await here.tags()).toHaveProperty('dev/app:v1')
    expect(await ids()).toEqual(before)
  })

  it('makes no project while the whole system is read-only, and says so', async () => {
    await there.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { pull: true, dest_namespace: 'later' })
    await here.query(`insert into setting (key, value) values ('read_only', 'true')`)
    try {
      const [, task] = await here.run(id)
      expect(task).toMatchObject({ status: 'error', error: expect.stringContaining('the system is read-only') })
      expect(await here.query(`select from project where name = 'later'`)).toEqual([])
    } finally {
      await here.query(`delete from setting where key = 'read_only'`)
    }
  })

  it('makes no project for a name that is none in one, and says so', async () => {
    await there.push('dev/app', 'v1')
    const { id } = await here.addPolicy(there.url, { pull: true, dest_namespace: 'a__b' })
    const [, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'error', error: expect.stringContaining('a__b/app') })
    expect(await here.query(`select from project where name = 'a__b'`)).toEqual([])
  })

  it.each([
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
