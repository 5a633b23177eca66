import { type Digest, parseRepositoryName } from '@berth/oci'
import { insertProject } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { platform } from '../../testing/fill.js'
import { openPostgres } from '../../testing/postgres-under-test.js'
import { copyArtifact } from '../copy-artifact.js'
import { takeArtifact } from '../purge.js'
import { restoreArtifact } from '../restore.js'
import { findUsage } from '../usage.js'

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

it('an artifact that is taken for good frees what no other repository of its project has', async () => {
  await database.pool.query('update quota set hard_bytes = -1')
  const [one, two] = [repo('dev/taken-one'), repo('dev/taken-two')]
  const take = (name: typeof one, digest: Digest) =>
    db.transaction((transaction) => takeArtifact(transaction, name, digest, platform))
  const { digest, bytes } = await pushImage(one, layer(3000, 'taken'), ['v1'])
  await pushImage(two, layer(3000, 'taken'), ['v1'])
  const before = await used()
  expect(await take(one, digest)).toBeUndefined()
  expect(await used()).toBe(before)
  for (const [name, freed] of [
    [one, bytes.length],
    [two, 2 * bytes.length + 3000],
  ] as const) {
    await metadata.deleteManifest(name, digest, platform)
    expect(await take(name, digest)).toBe(bytes.length)
    expect(await used()).toBe(before - freed)
  }
  await reclaimAll(0)
  expect(await used()).toBe(before - 2 * bytes.length - 3000)
})

it('a limit below what is used lets nothing new in, and keeps nobody from deleting, or pushing what is there', async () => {
  await database.pool.query('update quota set hard_bytes = -1')
  const name = repo('dev/lowered')
  const { digest, bytes } = await pushImage(name, layer(3000, 'lowered'), ['v1'])
  await database.pool.query('update quota set hard_bytes = 100')
  await expect(addBlob(name, 'one more')).rejects.toMatchObject({ reason: 'QUOTA_EXCEEDED' })
  const before = await used()
  expect(await push(name, bytes, ['v1', 'v2'])).toBe(digest)
  await addBlob(name, layer(3000, 'lowered'))
  expect(await used()).toBe(before)
  expect(await metadata.deleteManifest(name, digest, platform)).toBe(true)
  await reclaimAll(0)
  expect(await used()).toBe(before - 3000 - bytes.length)
  await database.pool.query('update quota set hard_bytes = -1')
  await addBlob(name, 'one more')
})

it('blobs that come at once find no more room than there is', async () => {
  const name = repo('dev/at-once')
  await database.pool.query('update quota set hard_bytes = $1', [(await used()) + 10_000])
  const texts = Array.from({ length: 12 }, (_, place) => layer(3000, `at once ${place}`))
  const ends = await Promise.allSettled(texts.map((text) => addBlob(name, text)))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ reason: 'QUOTA_EXCEEDED' })
})

it.each([
  ['one repository', () => repo('dev/manifests')],
  ['a repository each', (place: number) => repo(`dev/manifests-${place}`)],
])(
  'manifests that come to %s at once find no more room than there is, with tags or without',
  async (_, repositoryAt) => {
    await database.pool.query('update quota set hard_bytes = -1')
    const pushes = await Promise.all(
      Array.from({ length: 24 }, async (__, place) => {
        const name = repositoryAt(place)
        const config = await addBlob(name, 'config')
        const manifest = {
          schemaVersion: 2,
          config: { mediaType: 'a/b', digest: config, size: 6 },
          layers: [],
          annotations: { large: layer(300_000, `${name} ${place}`) },
        }
        return { name, bytes: Buffer.from(JSON.stringify(manifest)), tags: place % 2 === 0 ? [`v${place}`] : [] }
      }),
    )
    const before = await used()
    await database.pool.query('update quota set hard_bytes = $1', [before + 1_000_000])
    const ends = await Promise.allSettled(pushes.map(({ name, bytes, tags }) => push(name, bytes, tags)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ reason: 'QUOTA_EXCEEDED' })
    expect(await used()).toBeLessThanOrEqual(before + 1_000_000)
    const { rows } = await database.pool.query<{ counted: number; there: number }>(
      `select sum(r.artifact_count)::int as counted, (select count(*)::int from artifact a where a.repository_id = any (array_agg(r.id))) as there
     from repository r where r.name like 'dev/manifests%'`,
    )
    expect(rows[0]?.counted).toBe(rows[0]?.there)
  },
)

it('what is charged is what is held, however pushes, mounts, copies, deletions and reclaim meet', async () => {
  await database.pool.query('update quota set hard_bytes = -1')
  const [one, two, elsewhere] = [repo('dev/meet-one'), repo('dev/meet-two'), repo('ops/meet')]
  const texts = Array.from({ length: 4 }, (_, place) => layer(100 + place, `meet ${place}`))
  const first = await Promise.all(texts.map((text) => pushImage(one, text, [])))
  const acts = first.flatMap(({ digest, config }, place) => [
    () => pushImage(one, texts[place] ?? '', [`v${place}`]),
    () => pushImage(two, texts[place] ?? '', [`v${place}`]),
    () => metadata.mountBlob(two, config, { from: [one], fromPublic: false }),
    () =>
      db.transaction((transaction) => copyArtifact(transaction, { from: one, to: elsewhere, digest, actor: platform })),
    () => metadata.deleteManifest(one, digest, platform),
    () => metadata.deleteManifest(two, digest, platform),
    () => db.transaction((transaction) => restoreArtifact(transaction, one, digest, platform, 3600)),
    () => reclaimAll(0),
  ])
  // Each act meets each other one: the list is begun at another place every time.
  const done = new Set<() => unknown>()
  for (let turn = 0; turn < acts.length; turn += 5) {
    const turned = [...acts.slice(turn), ...acts.slice(0, turn)]
    await Promise.allSettled(turned.map(async (act) => (await act(), done.add(act))))
  }
  expect(done.size).toBe(acts.length)
  for (const project of ['dev', 'ops']) {
    const { rows } = await database.pool.query<{ id: number; used: number }>(
      `select p.id, coalesce((select sum(bytes) from quota_delta where project_id = p.id), 0)::int as used
       from project p where p.name = $1`,
      [project],
    )
    const { id, used: charged } = rows[0] ?? expect.fail()
    expect((await findUsage(db, id, { largest: 1 }))?.size).toBe(charged)
  }
  await reclaimAll(0)
})
