import { insertProject } from '@berth/testkit'
import { parseRepositoryName } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { openPostgres } from '../testing/postgres-under-test.js'
import { fill, platform } from '../testing/fill.js'
import { deleteRepository } from './delete.js'
import { findUsage, keepUsage, listProjectsToCount } from './usage.js'

const postgres = await openPostgres()
const { database, db, metadata, files, pushImage, addBlob } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())

const dev = async () => {
  const { rows } = await database.pool.query<{ id: number; charged: number }>(`
    select p.id, (q.used_bytes + (select coalesce(sum(bytes), 0) from quota_delta where project_id = p.id))::int as charged
    from project p join quota q on q.project_id = p.id where p.name = 'dev'`)
  return rows[0] ?? expect.fail()
}
const name = (path: string) => parseRepositoryName(`dev/${path}`)
const sizesOf = async (project: number) => {
  const usage = (await findUsage(db, project, { largest: 10 })) ?? expect.fail()
  return Object.fromEntries(usage.repositories.map(({ name, size, ownSize }) => [name, [size, ownSize]]))
}

it('tells what each repository has alone, what several share, and what no other project has', async () => {
  const shared = 'shared by two '.repeat(10)
  const [a, b] = [await pushImage(name('a'), shared, ['1']), await pushImage(name('b'), shared, ['1'])]
  const only = await pushImage(name('a'), 'of a alone', ['2'])
  await addBlob(name('b'), 'known elsewhere')
  await insertProject(database.pool, { name: 'ops' })
  const elsewhere = fill({ metadata, project: 'ops', publish: async (digest) => void files.add(digest) })
  await elsewhere.addBlob(parseRepositoryName('ops/x'), 'known elsewhere')

  const { id, charged } = await dev()
  const usage = (await findUsage(db, id, { largest: 10 })) ?? expect.fail()
  expect(await sizesOf(id)).toEqual({
    'dev/a': [shared.length + a.bytes.length + only.bytes.length + 10, a.bytes.length + only.bytes.length + 10],
    'dev/b': [shared.length + b.bytes.length + 15, b.bytes.length + 15],
  })
  expect(usage).toMatchObject({ size: charged, ownSize: charged - 15, sharedSize: shared.length, waitingSize: 15 })
  expect((await findUsage(db, id, { largest: 1 }))?.repositories).toMatchObject([{ name: 'dev/a' }])
})

it('reads what was counted last of a large project, whose whole the quota knows', async () => {
  const { id } = await dev()
  const { rows } = await database.pool.query<{ id: string }>(`select id from repository where name = 'dev/a'`)
  const repositoryId = rows[0]?.id ?? ''
  const small = await findUsage(db, id, { repositoryId })
  await database.pool.query(`update repository set artifact_count = 20000 where name = 'dev/b'`)
  expect(await findUsage(db, id, { largest: 10 })).toBeUndefined()

  expect(await listProjectsToCount(db)).toContain(id)
  await keepUsage(db, id)
  expect(await listProjectsToCount(db)).not.toContain(id)
  expect(await findUsage(db, id, { repositoryId })).toEqual({ ...small, countedAt: expect.any(Date) as Date })

  const before = await sizesOf(id)
  await pushImage(name('a'), 'pushed later', ['3'])
  expect(await sizesOf(id)).toEqual(before)
  expect((await findUsage(db, id, { largest: 1 }))?.size).toBe((await dev()).charged)
  expect(await listProjectsToCount(db)).toContain(id)
  await keepUsage(db, id)
  expect(await sizesOf(id)).not.toEqual(before)

  await db.transaction((transaction) => deleteRepository(transaction, name('a'), platform))
  expect(Object.keys(await sizesOf(id))).toEqual(['dev/b'])
  await keepUsage(db, 4_000_000)
})
