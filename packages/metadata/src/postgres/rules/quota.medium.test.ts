import { parseRepositoryName } from '@berth/oci'
import { insertProject } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { platform } from '../../testing/fill.js'
import { openPostgres } from '../../testing/postgres-under-test.js'
import { copyArtifact } from '../copy-artifact.js'

const postgres = await openPostgres()
const { database, db, garbage, metadata, files, addBlob, push, pushImage } = postgres
afterAll(() => postgres[Symbol.asyncDispose]())

const repo = parseRepositoryName
const layer = (size: number, content: string) => content.padEnd(size, '.')

async function used(): Promise<number> {
  const { rows } = await database.pool.query('select coalesce(sum(bytes), 0) as used from quota_delta')
  return Number(rows[0]?.used)
}

async function reclaimAll(grace: number): Promise<void> {
  await garbage.purgeExpiredArtifacts(grace, 100)
  for (const digest of await garbage.findReclaimable(grace, 1000))
    await garbage.reclaimBlob(digest, grace, async () => void files.delete(digest))
}

it('a push that was refused half-way takes room for a while only, and stops neither deleting nor small pushes', async () => {
  await database.pool.query('update quota set hard_bytes = 10000')
  const broken = repo('dev/broken')
  await addBlob(broken, layer(4000, 'one'))
  await addBlob(broken, layer(4000, 'two'))
  await expect(addBlob(broken, layer(4000, 'three'))).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
  expect(await used()).toBe(8000)
  const small = await pushImage(repo('dev/small'), 'small', ['v1'])
  await expect(addBlob(broken, layer(4000, 'four'))).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
  await metadata.deleteManifest(repo('dev/small'), small.digest, platform)
  await reclaimAll(3600)
  expect(await used()).toBeGreaterThan(8000)
  await reclaimAll(0)
  expect(await used()).toBe(0)
})

it('a layer that a manifest names twice counts once, and a copy that goes elsewhere costs its source nothing', async () => {
  await database.pool.query('update quota set hard_bytes = -1')
  await insertProject(database.pool, { name: 'ops' })
  const usedBy = async (project: string) => {
    const { rows } = await database.pool.query<{ used: number }>(
      `select coalesce(sum(bytes), 0)::int as used from quota_delta d join project p on p.id = d.project_id where p.name = $1`,
      [project],
    )
    return rows[0]?.used
  }
  const [from, to] = [repo('dev/twice'), repo('ops/twice')]
  const before = await usedBy('dev')
  const [config, twice] = [await addBlob(from, 'config'), await addBlob(from, layer(5000, 'layer'))]
  const named = { mediaType: 'a/b', digest: twice, size: 5000 }
  const manifest = { schemaVersion: 2, config: { mediaType: 'a/b', digest: config, size: 6 }, layers: [named, named] }
  const bytes = Buffer.from(JSON.stringify(manifest))
  const digest = await push(from, bytes, ['v1'])
  const source = (before ?? 0) + bytes.length + 5006
  expect(await usedBy('dev')).toBe(source)
  await db.transaction((transaction) => copyArtifact(transaction, { from, to, digest, actor: platform }))
  expect(await usedBy('ops')).toBe(bytes.length + 5006)
  await metadata.deleteManifest(to, digest, platform)
  await reclaimAll(0)
  expect(await usedBy('ops')).toBe(0)
  expect(await usedBy('dev')).toBe(source)
})
