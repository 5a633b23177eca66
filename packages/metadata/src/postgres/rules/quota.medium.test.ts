import { parseRepositoryName } from '@berth/oci'
import { afterAll, expect, it } from 'vitest'
import { platform } from '../../testing/fill.js'
import { openPostgres } from '../../testing/postgres-under-test.js'

const postgres = await openPostgres()
const { database, garbage, metadata, files, addBlob, pushImage } = postgres
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
