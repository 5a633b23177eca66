import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf, mediaTypes, parseRepositoryName as repo, parseTag } from '@berth/oci'
import { createTestDatabase, insertProject } from '@berth/testkit'
import { expect, it } from 'vitest'
import { fill } from '../testing/fill.js'
import { Database } from '@berth/database'
import { PostgresMetadata } from './postgres-metadata.js'

it('reads as little where a digest is in every repository and a repository is large, whatever PostgreSQL knows of its tables', async () => {
  await using own = await createTestDatabase()
  const project = await insertProject(own.pool, { name: 'many' })
  const shared = digestOf(Buffer.from('shared'))
  const digestSql = (text: string) => `'sha256:' || encode(sha256((${text})::bytea), 'hex')`
  await own.pool.query(
    `insert into repository (project_id, name) select $1, 'many/r' || g from generate_series(1, 2000) g`,
    [project.id],
  )
  await own.pool.query('insert into blob (digest, size) values ($1, 6)', [shared])
  await own.pool.query('insert into repository_blob (repository_id, digest) select id, $1 from repository', [shared])
  await own.pool.query(
    `insert into blob (digest, size) select ${digestSql('g::text')}, 1 from generate_series(1, 3000) g`,
  )
  await own.pool.query(
    `insert into repository_blob (repository_id, digest)
     select r.id, b.digest from repository r, blob b where r.name = 'many/r1' and b.size = 1`,
  )
  await own.pool.query(
    `insert into artifact (repository_id, digest, kind, media_type, manifest, total_size)
     select r.id, b.digest, 'image', 'm', '', 1 from repository r, blob b where r.name = 'many/r1' and b.size = 1`,
  )
  const read = async () => {
    // A session reports what it has counted at most once a second.
    await sleep(1_100)
    await planning.check()
    await own.pool.query('select pg_stat_force_next_flush()')
    const { rows } = await own.pool.query<{ count: string }>(
      'select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as count from pg_stat_user_tables',
    )
    return Number(rows[0]?.count)
  }
  const db = new Database({ ...own.settings, poolSize: 1 }, { plansOnce: true })
  const planning = new PostgresMetadata(db)
  const { push } = fill({ metadata: planning, project: 'many', publish: async () => {} })
  const image = { schemaVersion: 2, config: { mediaType: 'c/c', digest: shared, size: 6 }, layers: [] }
  for (const [round, prepare] of ['select 1', 'analyze'].entries()) {
    await own.pool.query(prepare)
    const before = await read()
    const name = repo('many/r1')
    for (const at of [name, repo('many/r2'), repo('many/r1000')])
      expect(await planning.findBlob(at, shared)).toMatchObject({ size: 6 })
    expect(await planning.keepBlob(name, shared)).toBe(true)
    const digest = await push(name, Buffer.from(JSON.stringify({ ...image, annotations: { round: `${round}` } })), [
      'v1',
    ])
    expect(await planning.findManifest(name, { tag: parseTag('v1') })).toMatchObject({ digest })
    expect(await planning.findManifest(name, { digest })).toMatchObject({ digest })
    const index = {
      schemaVersion: 2,
      manifests: [{ mediaType: 'm/m', digest, size: 1 }],
      annotations: { round: `${round}` },
    }
    await push(name, Buffer.from(JSON.stringify(index)), ['v2'], mediaTypes.ociIndex)
    expect((await read()) - before, prepare).toBeLessThan(500)
  }
  await db.close()
})
