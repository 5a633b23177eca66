import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { findTags } from './find-tags.js'

let api: ApiUnderTest
let digest: string
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'sam']) await api.createUser(name)
  for (const name of ['company', 'company-prod', 'ours']) await api.createProject(name, 'uma')
  await api.createProject('open', 'uma', true)
  const { pushImage } = api.content
  await pushImage('company/x', 'x', ['v1.0', 'latest'])
  ;({ digest } = await pushImage('ours/app', 'an app', ['v1.0', 'release_1', 'release-1', '___', 'v___1', 'a_']))
  await pushImage('open/app', 'an app', ['v1.0'])
  await pushImage('ours/chart', 'a chart', ['1.0.0_b1'])
  await api.database.pool.query(`
    insert into repository (project_id, name)
    select p.id, 'company-prod/r' || lpad(n::text, 3, '0') from project p, generate_series(1, 200) n where p.name = 'company-prod'`)
  const label = await api.call({ method: 'POST', path: 'labels', as: 'admin', body: { name: 'golden', scope: 'g' } })
  await api.database.pool.query(
    `insert into artifact_label (artifact_id, label_id)
     select a.id, $1 from artifact a join repository r on r.id = a.repository_id where r.name = 'ours/app'`,
    [String(label.headers['location']).split('/').at(-1)],
  )
})
afterAll(() => api[Symbol.asyncDispose]())

/** A step of a plan, as `explain` tells it. */
interface Step {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Step[]
}
const steps = (of: Step): Step[] => [of, ...(of.Plans ?? []).flatMap(steps)]

const search = async (q: string, as?: string, more = '') =>
  (await api.call({ path: `search/all?q=${encodeURIComponent(q)}${more}`, ...(as && { as }) })).body
const tags = async (q: string, as = 'uma') =>
  (await search(q, as)).tags.rows.map(
    (tag: { repository_name: string; name: string }) => `${tag.repository_name}:${tag.name}`,
  )
const artifacts = async (q: string, as?: string) =>
  (await search(q, as)).artifacts.rows.map((row: { repository_name: string; matched: string }) => [
    row.repository_name,
    row.matched,
  ])

describe('searching everything', () => {
  it('finds what is called exactly so first, of each kind, and all of it page by page', async () => {
    const found = await search('company', 'uma')
    expect(found.projects.rows.map(({ name }: { name: string }) => name)).toEqual(['company', 'company-prod'])
    expect(found.repositories.rows[0].name).toBe('company/x')
    expect(found.repositories.more).toBe(true)
    const seen: string[] = []
    for (let page = 1; ; page += 1) {
      const { repositories } = await search('company', 'uma', `&page=${page}&page_size=30`)
      seen.push(...repositories.rows.map(({ name }: { name: string }) => name))
      if (!repositories.more) break
    }
    expect(seen).toHaveLength(201)
    expect(new Set(seen).size).toBe(201)
    const harbor = await api.call({ path: 'search?q=company', as: 'uma' })
    expect(harbor.body.repository[0].repository_name).toBe('company/x')
    expect(harbor.body.repository).toHaveLength(201)
  })

  it('finds tags in every project that the caller sees, and takes % and _ for letters', async () => {
    expect((await tags('v1.0')).toSorted()).toEqual(['company/x:v1.0', 'open/app:v1.0', 'ours/app:v1.0'])
    expect(await tags('v1.0', 'sam')).toEqual(['open/app:v1.0'])
    expect(await tags('e_1')).toEqual(['ours/app:release_1'])
    expect(await tags('%')).toEqual([])
    expect(await tags('___')).toEqual(['ours/app:___'])
    expect(await tags('---')).toEqual([])
    expect(await tags('a_')).toEqual(['ours/app:a_'])
  })

  it('finds the version of a chart as the chart and as the tag spells it', async () => {
    for (const spelling of ['1.0.0+b1', '1.0.0_b1', '.0+b'])
      expect(await tags(spelling)).toEqual(['ours/chart:1.0.0_b1'])
    expect((await search('%', 'uma')).projects.rows).toEqual([])
  })

  it.each(['___', '---', '.', 'a_', 'v1', 'v1.0'])('reads no more tags than an index finds by %s', async (word) => {
    const { pool } = api.database
    await pool.query(`
      insert into tag (repository_id, artifact_id, name, sort_key, size)
      select a.repository_id, a.id, 'build-' || n, '', 0
      from artifact a join repository r on r.id = a.repository_id, generate_series(1, 2000) n where r.name = 'company/x'
      on conflict do nothing`)
    await pool.query('vacuum analyze tag')
    const { hits } = findTags(word, { kind: 'user', id: 1, name: 'admin', sysadmin: true, grants: [] })
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      `explain (analyze, format json) ${hits.text}`,
      hits.values,
    )
    const read = steps(rows[0]?.['QUERY PLAN'][0].Plan ?? expect.fail())
      .filter((step) => step['Relation Name'] === 'tag')
      .map(
        (step) =>
          (step['Actual Rows'] + (step['Rows Removed by Index Recheck'] ?? 0) + (step['Rows Removed by Filter'] ?? 0)) *
          step['Actual Loops'],
      )
    expect(read.length).toBeGreaterThan(0)
    expect(Math.max(...read)).toBeLessThan(100)
  })

  it('finds artifacts by digest, by its beginning, by label and by annotation', async () => {
    for (const q of [digest, digest.slice(0, 20), digest.slice(7), digest.slice(7, 19)])
      expect((await artifacts(q, 'uma')).toSorted(), q).toEqual([
        ['open/app', 'digest'],
        ['ours/app', 'digest'],
      ])
    expect(await artifacts('GOLD', 'uma')).toEqual([['ours/app', 'label']])
    expect((await artifacts('an app', 'uma')).toSorted()).toEqual([
      ['open/app', 'annotation'],
      ['ours/app', 'annotation'],
    ])
    const [row] = (await search(digest, 'uma')).artifacts.rows
    expect(row).toMatchObject({ digest, type: 'IMAGE', matched: 'digest', tag: expect.any(String) as unknown })
  })

  it('shows nobody what they may not see, nor what is deleted', async () => {
    expect(await artifacts(digest, 'sam')).toEqual([['open/app', 'digest']])
    expect(await artifacts('golden', 'sam')).toEqual([])
    expect(await artifacts('an app')).toEqual([['open/app', 'annotation']])
    expect((await search('company')).repositories.rows).toEqual([])
    await api.call({ method: 'DELETE', path: `projects/ours/repositories/app/artifacts/${digest}`, as: 'uma' })
    expect(await artifacts(digest, 'uma')).toEqual([['open/app', 'digest']])
  })

  it('shows of a project no more than the rights that somebody has there', async () => {
    const body = { name: 'passer-by', permissions: ['self:read'] }
    const role = await api.call({ method: 'POST', path: 'roles', as: 'admin', body })
    await api.createUser('pat')
    await api.addMember('ours', 'uma', 'pat', Number(String(role.headers['location']).split('/').at(-1)))
    expect((await search('ours', 'pat')).projects.rows).toMatchObject([{ name: 'ours' }])
    expect((await search('ours', 'pat')).repositories.rows).toEqual([])
    expect((await api.call({ path: 'search?q=ours', as: 'pat' })).body.repository).toEqual([])
    expect(await tags('1.0.0_b1', 'uma')).toEqual(['ours/chart:1.0.0_b1'])
    expect(await tags('1.0.0_b1', 'pat')).toEqual([])
    expect((await artifacts('a chart', 'uma')).length).toBeGreaterThan(0)
    expect(await artifacts('a chart', 'pat')).toEqual([])
  })

  it('takes whatever is typed', async () => {
    for (const q of ['"', '\\', "'", '\0', '$.*', '(', 'a"b\\', '标签', '\u{1F600}', '%%%', ' '])
      expect(await search(q, 'uma'), q).toMatchObject({ projects: { more: false } })
    for (const pages of ['page=0&page_size=0', 'page=-1&page_size=-1', 'page=&page_size='])
      expect(await api.call({ path: `search/all?q=a&${pages}`, as: 'uma' }), pages).toMatchObject({ status: 200 })
    expect(await api.call({ path: 'search/all?q=a&page=1001', as: 'uma' })).toMatchObject({ status: 422 })
    expect(await api.call({ path: `search/all?q=${'a'.repeat(256)}`, as: 'uma' })).toMatchObject({ status: 422 })
  })
})
