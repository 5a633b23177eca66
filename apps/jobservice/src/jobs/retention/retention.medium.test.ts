import { PostgresMetadata } from '@berth/metadata'
import type { Digest } from '@berth/oci'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { digestsOf, retentionUnderTest } from '../../testing/retention-under-test.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { db, query, enterProject, setPolicy, run, said, nameOf, push, fill, empty, keepTags, isThere } =
  await retentionUnderTest(stack)
beforeEach(enterProject)

describe('a run', () => {
  it('is about repositories that a rule names, alternatives with slashes among them', async () => {
    for (const repository of ['app', 'team/app', 'team/other']) {
      await push(repository, `old ${repository}`, ['v1'], { days: 9 })
      await push(repository, `new ${repository}`, ['v2'], { days: 1 })
    }
    await setPolicy([{ repositories: '{app,team/app}' }])
    const { tasks } = await run({ dryRun: true })
    expect(tasks.map(({ repository, result }) => [repository, result])).toEqual([
      [nameOf('app'), { repository: 'app', total: 2, retained: 1 }],
      [nameOf('team/app'), { repository: 'team/app', total: 2, retained: 1 }],
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
    const counting = new PostgresMetadata(db)
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
    const repository = await fill('app', { artifacts: 121, tagsEach: 1 })
    await setPolicy([{}])
    await onGone('update retention_policy set version = version + 1;')
    const { id, tasks } = await run()
    await query('drop trigger on_gone on retention_verdict')
    expect(tasks[0]?.error).toMatchObject({ reason: 'RETENTION_CHANGED' })
    expect(await said(id, 'gone')).toHaveLength(50)
    const [left] = await query('select tag_count::int as tags from repository where name = $1', [repository])
    expect(left).toEqual({ tags: 71 })
    await empty()
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
