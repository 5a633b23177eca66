import { restoreArtifact } from '@berth/metadata'
import type { Digest } from '@berth/oci'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { digestsOf, WEEK, retentionUnderTest } from '../../testing/retention-under-test.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { db, query, enterProject, setPolicy, run, said, fill, empty, keepTags } = await retentionUnderTest(stack)
beforeEach(enterProject)

describe('of 10,000 tags', () => {
  it('a run takes what its preview said, loses no kept tag, and what it took comes back', async () => {
    const repository = await fill('app', { artifacts: 1000, tagsEach: 10 })
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
    const restored = await db.transaction((transaction) =>
      restoreArtifact(transaction, repository, back, { kind: 'user', name: 'alice' }, WEEK),
    )
    expect(restored).toMatchObject({ outcome: 'restored', tags: { length: 10 } })
    const again = await run({ dryRun: true })
    expect(digestsOf(await said(again.id, 'goes'))).toEqual([back])
    await empty()
  }, 120_000)
})

it('looks at a whole repository, some artifacts at a time, whatever their order', async () => {
  await fill('app', { artifacts: 2500, tagsEach: 1 })
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
  await empty()
}, 60_000)
