import { mediaTypes } from '@berth/oci'
import { fillTags } from '@berth/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

const REPOSITORIES = ['api', 'web', 'deep/er/cache']
const EACH = 7
const CONFIG = 'application/vnd.oci.image.config.v1+json'

let api: ApiUnderTest
let reader: string
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'will']) await api.createUser(name)
  const apps = await api.createProject('apps', 'uma')
  await api.createProject('open', 'uma', true)
  await api.content.pushImage('open/one', 'open', ['v1'])
  for (const repository of REPOSITORIES)
    for (let at = 0; at < EACH; at += 1)
      await api.content.pushImage(`apps/${repository}`, `${repository} ${at}`, at === 0 ? [] : [`v${at}`])
  // Many at one time: pages are told apart by the number of the row.
  await api.database.pool.query(
    `update artifact set pushed_at = timestamptz '2026-01-01' + (id % 4) * interval '1 hour',
       total_size = 100 + id % 5`,
  )
  reader = await api.createRobot('reader', [{ scope: apps, permissions: ['artifact:list'], repositories: ['web'] }])
})
afterAll(() => api[Symbol.asyncDispose]())

interface Row {
  readonly id: number
  readonly digest: string
  readonly repository_name: string
  readonly push_time: string
  readonly size: number
  readonly tags: { readonly name: string; readonly immutable: boolean }[] | null
}

const list = (query = '', as: string | undefined = 'uma', project = 'apps') =>
  api.call({ path: `projects/${project}/artifacts?${query}`, ...(as && { as }) })
const rowsOf = async (query: string): Promise<Row[]> => (await list(query)).body

/** All pages, by their links. */
async function walk(query: string, project = 'apps'): Promise<Row[]> {
  const seen: Row[] = []
  let path: string | undefined = `/api/v2.0/projects/${project}/artifacts?${query}`
  while (path !== undefined) {
    const { body, headers } = await api.call({ path, as: 'uma' })
    seen.push(...body)
    path = /<([^>]+)>; rel="next"/.exec(String(headers['link'] ?? ''))?.[1]
  }
  return seen
}

it('lists the artifacts of all repositories of a project, what was pushed last first', async () => {
  const { body, headers } = await list('page_size=100')
  expect(headers['x-total-count']).toBe(String(REPOSITORIES.length * EACH))
  const rows: Row[] = body
  expect(new Set(rows.map((row) => row.repository_name))).toEqual(new Set(REPOSITORIES.map((name) => `apps/${name}`)))
  expect(rows.map((row) => row.push_time)).toEqual(
    rows
      .map((row) => row.push_time)
      .toSorted()
      .toReversed(),
  )
  expect(body[0].addition_links.build_history.href).toMatch(/\/projects\/apps\/repositories\/[^/]+\/artifacts\/sha256:/)
})

it.each([
  '',
  'sort=size',
  'sort=-size',
  'sort=digest',
  'sort=push_time',
  'q=tags%3D*',
  'q=tags%3D~v',
  'q=tags%3D~v&sort=size',
  'q=type%3DIMAGE&sort=-size',
])('gives every artifact once, in order, page by page: %s', async (query) => {
  const rows = await walk(`${query}&page_size=4`)
  const all = await rowsOf(`${query}&page_size=100`)
  expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows).toHaveLength(query.includes('tags') ? REPOSITORIES.length * (EACH - 1) : REPOSITORIES.length * EACH)
  const third = await rowsOf(`${query}&page_size=4&page=3`)
  expect(third.map(({ id }) => id)).toEqual(all.slice(8, 12).map(({ id }) => id))
  const fifth = await rowsOf(`${query}&page_size=4&page=5`)
  expect(fifth.map(({ id }) => id)).toEqual(all.slice(16, 20).map(({ id }) => id))
  expect(await rowsOf(`${query}&page_size=4&page=7`)).toEqual([])
})

it('finds by repository, tag and digest, and shows labels and tags as asked', async () => {
  expect((await rowsOf('q=repository_name%3Dapps/web&page_size=100')).length).toBe(EACH)
  const web = await list('q=repository_name%3D%7Bapps/web%20apps/none%7D&page_size=2')
  expect(web.headers['x-total-count']).toBe(String(EACH))
  expect(await list('q=repository_name%3D%5Ba~b%5D')).toMatchObject({ status: 400 })
  const found = await rowsOf('q=repository_name%3D~cache,tags%3Dv3')
  expect(found).toMatchObject([{ repository_name: 'apps/deep/er/cache', tags: [{ name: 'v3' }] }])
  expect(await rowsOf(`q=digest%3D${found[0]?.digest}`)).toHaveLength(1)
  expect((await rowsOf('with_tag=false'))[0]?.tags).toBeNull()
  expect(await rowsOf('q=tags%3Dnil&page_size=100')).toHaveLength(REPOSITORIES.length)
  expect(await list('q=tags%3D%5B1~2%5D')).toMatchObject({ status: 400 })
})

it('gives the artifact of each repository that was pushed last, of one type', async () => {
  const latest = await rowsOf(`latest_in_repository=true&q=media_type%3D${encodeURIComponent(CONFIG)}`)
  expect(latest).toHaveLength(REPOSITORIES.length)
  const all = await rowsOf('page_size=100&sort=-push_time')
  for (const repository of REPOSITORIES.map((name) => `apps/${name}`))
    expect(latest.find((row) => row.repository_name === repository)?.id).toBe(
      all.find((row) => row.repository_name === repository)?.id,
    )
  expect(await rowsOf('latest_in_repository=true&q=artifact_type%3Dapplication/none')).toEqual([])
  expect(await list('latest_in_repository=true')).toMatchObject({ status: 400, reason: 'BAD_QUERY' })
})

it('leaves out children and what refers to others unless asked for all', async () => {
  const repository = 'apps/multi'
  const child = await api.content.pushImage(repository, 'child', [])
  const index = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [child] }
  const { digest } = await api.content.pushManifest(repository, index, ['v1'])
  const query = `q=repository_name%3D${repository}`
  expect((await rowsOf(query)).map((row) => row.digest)).toEqual([digest])
  expect((await rowsOf(`${query},base%3D*`)).map((row) => row.digest).toSorted()).toEqual(
    [digest, child.digest].toSorted(),
  )
})

it('marks the tags that a rule of the project keeps, in each repository by its name', async () => {
  await api.database.pool.query(
    `insert into immutable_rule (project_id, repository_pattern, tag_pattern) select id, 'web', 'v1' from project where name = 'apps'`,
  )
  const kept = (await rowsOf('q=tags%3Dv1&page_size=100')).map((row) => [
    row.repository_name,
    row.tags?.map((tag) => tag.immutable),
  ])
  expect(kept).toContainEqual(['apps/web', [true]])
  expect(kept).toContainEqual(['apps/api', [false]])
})

it('shows nobody what they may not see', async () => {
  expect(await list('', 'will')).toMatchObject({ status: 403 })
  expect(await list('', '')).toMatchObject({ status: 401 })
  expect((await list('', '', 'open')).body).toHaveLength(1)
  expect(await list('', 'uma', 'none')).toMatchObject({ status: 403 })
  expect(await list('', 'admin', 'none')).toMatchObject({ status: 404 })
  const seen = await list('page_size=100', reader)
  expect(seen.headers['x-total-count']).toBe(String(EACH))
  expect(new Set(seen.body.map((row: Row) => row.repository_name))).toEqual(new Set(['apps/web']))
})

it.each([
  ['', 'a.pushed_at desc, a.id desc'],
  ['sort=digest&', 'a.digest, a.id'],
])('gives each artifact once, in order, where more than 10,000 tags are as asked: %s', async (sort, order) => {
  const project = `wide${sort.length}`
  await api.createProject(project, 'uma')
  for (const repository of ['one', 'two']) {
    await api.content.pushImage(`${project}/${repository}`, repository, ['first'])
    await fillTags(api.database.pool, { repository: `${project}/${repository}`, artifacts: 1100, tagsEach: 5 })
  }
  const { rows } = await api.database.pool.query<{ id: string }>(
    `select a.id from artifact a join repository r on r.id = a.repository_id
     where r.name like $1 and exists (select from tag t where t.artifact_id = a.id and t.name like '%-%') order by ${order}`,
    [`${project}/%`],
  )
  expect(rows).toHaveLength(2200)
  const found = await walk(`${sort}q=tags%3D~-&page_size=100&with_tag=false`, project)
  expect(found.map(({ id }) => String(id))).toEqual(rows.map(({ id }) => id))
  expect(await walk(`${sort}q=tags%3D~v7-&page_size=100`, project)).toHaveLength(2)
})
