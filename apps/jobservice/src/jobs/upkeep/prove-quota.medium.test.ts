import { Database } from '@berth/database'
import { deleteRepository, PostgresMetadata } from '@berth/metadata'
import { digestOf, mediaTypes, parseManifest, parseRepositoryName, parseTag } from '@berth/oci'
import { createTestDatabase, insertProject, type TestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContext } from '../../testing/job-context.js'
import { foldQuota } from './fold-quota.js'
import { proveQuota } from './prove-quota.js'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = new Database(database.settings)
})
afterAll(async () => {
  await db.close()
  await database[Symbol.asyncDispose]()
})

const used = async (project: number) => {
  const { rows } = await database.pool.query<{ used: string }>(
    `select used_bytes + coalesce((select sum(bytes) from quota_delta d where d.project_id = q.project_id), 0) as used
     from quota q where project_id = $1`,
    [project],
  )
  return Number(rows[0]?.used)
}

/** Pushes an image whose manifest names its layer twice. @returns what it should be charged with */
async function pushTwice(project: string): Promise<number> {
  const metadata = new PostgresMetadata(db)
  const repository = parseRepositoryName(`${project}/app`)
  const blob = async (content: string) => {
    const digest = digestOf(Buffer.from(content))
    await metadata.commitUpload({ repository, digest, size: content.length }, async () => {})
    return { digest, size: content.length }
  }
  const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar', ...(await blob('the same layer')) }
  const config = { mediaType: mediaTypes.ociConfig, ...(await blob('{}')) }
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers: [layer, layer] }
  const bytes = Buffer.from(JSON.stringify(manifest))
  await metadata.pushManifest({
    repository,
    digest: digestOf(bytes),
    bytes,
    manifest: parseManifest(bytes, mediaTypes.ociManifest),
    tags: [parseTag('v1')],
    pushedBy: { kind: 'user', name: 'uma' },
    allowMissingChildren: false,
  })
  return bytes.length + layer.size + config.size
}

test('finds nothing to repair where pushes, folds and deletions were all that happened', async () => {
  const [p, q] = [await insertProject(database.pool), await insertProject(database.pool)]
  const size = await pushTwice(p.name)
  await pushTwice(q.name)
  expect(await used(p.id)).toBe(size)
  await foldQuota(db).run({}, testContext())
  const repository = parseRepositoryName(`${q.name}/app`)
  await db.transaction((transaction) => deleteRepository(transaction, repository, { kind: 'user', name: 'uma' }))
  expect([await used(p.id), await used(q.id)]).toEqual([size, 0])
  const context = testContext()
  expect(await proveQuota(db).run({}, context)).toMatchObject({ repaired: 0 })
  expect(context.lines).toEqual([])
})

test('repairs what differs and says what it was', async () => {
  const project = await insertProject(database.pool)
  const size = await pushTwice(project.name)
  await database.pool.query('update quota set used_bytes = 5 where project_id = $1', [project.id])
  await database.pool.query('insert into storage_delta (bytes) values (7)')
  const context = testContext()
  expect(await proveQuota(db).run({}, context)).toMatchObject({ repaired: 2 })
  expect(await used(project.id)).toBe(size)
  expect(context.lines[0]).toBe(`Project ${project.name}: ${size + 5} bytes were charged, ${size} are there. Repaired.`)
  expect(context.lines[1]).toMatch(/^All blobs: /)
  const { rows } = await database.pool.query(`select payload from event where type = 'quota.repaired'`)
  expect(rows).toEqual([{ payload: expect.objectContaining({ before: size + 5, after: size }) as unknown }])
  expect(await proveQuota(db).run({}, testContext())).toMatchObject({ repaired: 0 })
})
