import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let dev: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'sam']) await api.createUser(name)
  dev = await api.createProject('dev', 'uma')
  const open = await api.createProject('open', 'uma', true)
  const { pool } = api.database
  await pool.query(
    `insert into repository (project_id, name, updated_at) values ($1, 'dev/old', now() - interval '2 days'),
       ($1, 'dev/new', now()), ($2, 'open/app', now() - interval '1 day')`,
    [dev, open],
  )
  await pool.query(
    `
    insert into daily_activity (day, project_id, pushes, pulls)
    select (now() at time zone 'UTC')::date - n, $1::int, n, 10 from generate_series(0, 40) n`,
    [dev],
  )
  await pool.query('update quota set hard_bytes = 100, used_bytes = 40 where project_id = $1', [dev])
})
afterAll(() => api[Symbol.asyncDispose]())

const overview = async (as: string) => (await api.call({ path: 'overview', as })).body
const names = (rows: { name: string }[]) => rows.map(({ name }) => name)

it('tells of every day of thirty in a project', async () => {
  const { body } = await api.call({ path: 'projects/dev/activity', as: 'uma' })
  expect(body).toHaveLength(30)
  expect(body.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), pushes: 0, pulls: 10 })
  expect(body[0]).toMatchObject({ pushes: 29 })
  expect((await api.call({ path: 'projects/open/activity' })).body).toHaveLength(30)
  expect(await api.call({ path: 'projects/dev/activity', as: 'sam' })).toMatchObject({ status: 403 })
})

it("shows somebody's own projects, what changed last, and what they use", async () => {
  const mine = await overview('uma')
  expect(mine).toMatchObject({ project_count: 2, storage: { used: 40, hard: 100, unlimited: 1 } })
  expect(names(mine.projects)).toEqual(['dev', 'open'])
  expect(mine.projects[0]).toMatchObject({ used: 40, hard: 100 })
  expect(names(mine.repositories)).toEqual(['dev/new', 'open/app', 'dev/old'])
  expect(mine.activity.at(-1)).toMatchObject({ pulls: 10 })
})

it('shows nobody what is not theirs, and administrators everything', async () => {
  expect(await overview('sam')).toMatchObject({
    project_count: 0,
    projects: [],
    repositories: [],
    storage: { used: 0 },
  })
  expect((await overview('sam')).activity.at(-1)).toMatchObject({ pulls: 0 })
  expect((await overview('admin')).activity.at(-1)).toMatchObject({ pulls: 10 })
  expect(names((await overview('admin')).repositories)[0]).toBe('dev/new')
  expect(await api.call({ path: 'overview' })).toMatchObject({ status: 401 })
})
