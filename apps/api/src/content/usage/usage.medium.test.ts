import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'sam']) await api.createUser(name)
  const dev = await api.createProject('dev', 'uma')
  const open = await api.createProject('open', 'uma', true)
  const { pool } = api.database
  await pool.query(`insert into blob (digest, size) values ('sha256:a', 10), ('sha256:b', 200), ('sha256:c', 3000)`)
  await pool.query(
    `insert into repository (project_id, name) values ($1, 'dev/one'), ($1, 'dev/two'), ($2, 'open/app')`,
    [dev, open],
  )
  await pool.query(`
    insert into repository_blob (repository_id, digest)
    select r.id, 'sha256:' || d from repository r
    join (values ('dev/one', 'a'), ('dev/one', 'b'), ('dev/two', 'b'), ('dev/two', 'c'), ('open/app', 'c')) l (name, d)
      on l.name = r.name`)
})
afterAll(() => api[Symbol.asyncDispose]())

const usage = (path: string, as?: string) => api.call({ path: `projects/${path}/usage`, ...(as && { as }) })

it('tells what a repository holds, and what deleting it would free', async () => {
  const { body } = await usage('dev/repositories/one', 'uma')
  expect(body).toMatchObject({ size: 210, own_size: 10, shared_size: 200 })
  expect(Date.now() - Date.parse(body.counted_at)).toBeLessThan(60_000)
  expect((await usage('open/repositories/app', 'uma')).body).toMatchObject({ size: 3000, own_size: 3000 })
  expect(await usage('dev/repositories/one', 'sam')).toMatchObject({ status: 403 })
  expect(await usage('open/repositories/app', 'sam')).toMatchObject({ status: 403 })
})

it('tells what a project holds, and who may list quotas whether others hold it too', async () => {
  const { body } = await usage('dev', 'uma')
  expect(body).toMatchObject({ size: 3210, shared_size: 200, waiting_size: 3210 })
  expect(body).not.toHaveProperty('own_size')
  expect(body.repositories).toEqual([
    { name: 'dev/two', size: 3200, own_size: 3000, shared_size: 200, waiting_size: 3200 },
    { name: 'dev/one', size: 210, own_size: 10, shared_size: 200, waiting_size: 210 },
  ])
  expect((await usage('dev', 'admin')).body).toMatchObject({ size: 3210, own_size: 210 })
  expect(await usage('dev', 'sam')).toMatchObject({ status: 403 })
})

it('says that it does not know a large project yet', async () => {
  await api.database.pool.query(`update repository set artifact_count = 20000 where name = 'open/app'`)
  expect((await usage('open', 'uma')).body).toBeNull()
  expect((await usage('open/repositories/app', 'uma')).body).toBeNull()
})
