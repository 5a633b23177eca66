import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { FakeHarbor, makeCertificate, makeImage, OciClient } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImportGround } from '../testing/import-ground.test.support.js'

let ground: ImportGround
beforeAll(async () => {
  ground = await ImportGround.start()
}, 120_000)
afterAll(async () => {
  await ground?.[Symbol.asyncDispose]()
})

const entries = async (): Promise<{ kind: string; name: string; outcome: string; detail?: string }[]> =>
  JSON.parse(await readFile(join(ground.output, 'import.json'), 'utf8')).entries
const bring = async (source: { url: string }, ...more: string[]) => {
  const end = await ground.run([source.url, '--output', ground.output, ...more])
  return { ...end, entries: await entries() }
}
const tagsOf = async (project: string) =>
  (
    await ground.rows(
      `select r.name || ':' || t.name as name from tag t join repository r on r.id = t.repository_id
       where r.name like $1 order by 1`,
      [`${project}/%`],
    )
  ).map(({ name }) => name)

describe('./berth import harbor', { timeout: 120_000 }, () => {
  it('takes nothing that is not what it says from a hostile source, and brings the rest', async () => {
    await using fake = await FakeHarbor.start()
    fake.api.set('projects', [
      { project_id: 2, name: 'odd', metadata: { public: 'false' } },
      { project_id: 3, name: '../../users', metadata: {} },
      { project_id: 'four', name: 'four' },
      'project',
    ])
    const names = ['odd/good', 'odd/spoilt', 'odd/lying', 'odd/torn', 'library/app', 'odd/../../x', 'odd/a b', 'ODD/x']
    fake.api.set(
      'projects/odd/repositories',
      names.map((name, id) => ({ id: id + 1, name, artifact_count: 1 })),
    )
    fake.api.set('labels p 2', [
      { id: 1, name: 'x'.repeat(2000), scope: 'p' },
      { id: 2, name: 'fine', scope: 'p' },
    ])
    fake.push('odd/good', 'v1')
    fake.push('library/app', 'v1')
    const spoilt = fake.push('odd/spoilt', 'v1')
    const layer = spoilt.layers[0] ?? Buffer.of()
    fake.blobs.set(digestOf(layer), Buffer.alloc(layer.length))
    const lying = fake.push('odd/lying', 'v1')
    const other = makeImage({ layers: 1, layerSize: 100 })
    fake.repository('odd/lying').manifests.set(lying.digest, { bytes: other.manifest, mediaType: other.mediaType })
    const torn = fake.push('odd/torn', 'v1')
    fake.blobs.delete(digestOf(torn.layers[0] ?? Buffer.of()))

    const { code, entries: found } = await bring(fake)
    expect(code).toBe(1)
    expect(await tagsOf('odd')).toEqual(['odd/good:v1'])
    expect(await tagsOf('library')).toEqual([])
    expect(await ground.rows(`select from blob where digest = $1`, [digestOf(layer)])).toEqual([])
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: 'project', name: '3 of them', outcome: 'failed', detail: 'They are nothing that Harbor says.' },
        expect.objectContaining({ kind: 'repository', name: 'odd/good', outcome: 'brought' }),
        expect.objectContaining({
          name: 'odd/spoilt',
          outcome: 'failed',
          detail: expect.stringContaining('broken in the source'),
        }),
        expect.objectContaining({
          name: 'odd/lying',
          outcome: 'failed',
          detail: expect.stringContaining('something else'),
        }),
        expect.objectContaining({
          name: 'odd/torn',
          outcome: 'failed',
          detail: expect.stringContaining('not in the source'),
        }),
        expect.objectContaining({ name: 'library/app', outcome: 'failed' }),
        expect.objectContaining({ kind: 'repository', name: '3 of them', outcome: 'failed' }),
        expect.objectContaining({ kind: 'label', name: 'fine', outcome: 'brought' }),
      ]),
    )
  })

  it('brings a Harbor 1.10 in its older words', async () => {
    await using fake = await FakeHarbor.start('/api')
    fake.api.set('projects', [
      {
        project_id: 5,
        name: 'old',
        metadata: { public: 'true', reuse_sys_cve_whitelist: 'true' },
        cve_whitelist: { items: [{ cve_id: 'CVE-2019-1' }] },
      },
    ])
    fake.api.set('repositories 5', [{ id: 1, name: 'old/app', tags_count: 1, description: '' }])
    fake.api.set('projects/5/robots', [{ id: 1, name: 'robot$ci', project_id: 5, disabled: false, expires_at: 1 }])
    fake.api.set('projects/5/webhook/policies', [
      {
        id: 3,
        name: 'ci',
        enabled: true,
        event_types: ['pushImage', 'uploadChart'],
        targets: [{ type: 'http', address: 'https://ci.example/hook', auth_header: '', skip_cert_verify: true }],
      },
    ])
    const { digest } = fake.push('old/app', 'v1')
    fake.intercept = ({ url = '' }, response) => {
      if (!url.includes('/referrers/')) return false
      response.writeHead(404).end('404 page not found')
      return true
    }
    const { code, entries: found, stdout } = await bring(fake)
    expect(stdout).toContain('Harbor v1.10.19')
    expect(code).toBe(0)
    expect(await tagsOf('old')).toEqual(['old/app:v1'])
    expect(await ground.rows('select from artifact where digest = $1', [digest])).toHaveLength(1)
    expect(await ground.rows(`select public, metadata, cve_allowlist from project where name = 'old'`)).toEqual([
      {
        public: true,
        metadata: { reuse_sys_cve_allowlist: 'true' },
        cve_allowlist: { items: [{ cve_id: 'CVE-2019-1' }] },
      },
    ])
    expect(
      await ground.rows(`select w.event_types, w.payload_format, w.skip_cert_verify from webhook_policy w
        join project p on p.id = w.project_id where p.name = 'old'`),
    ).toEqual([{ event_types: ['PUSH_ARTIFACT'], payload_format: 'Default', skip_cert_verify: true }])
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'robot', name: 'robot$ci', outcome: 'left' }),
        expect.objectContaining({ kind: 'webhook', name: 'ci on uploadChart', outcome: 'left' }),
      ]),
    )
  })

  it('holds the quota, leaves out a policy that would delete more, and closes gates last', async () => {
    await using fake = await FakeHarbor.start()
    fake.api.set('projects', [
      { project_id: 7, name: 'small', metadata: { public: 'false', retention_id: '9' } },
      { project_id: 8, name: 'gated', metadata: { public: 'false', enable_content_trust_cosign: 'true' } },
    ])
    fake.api.set('quotas 7', [{ id: 7, hard: { storage: 3000 }, used: { storage: 9000 } }])
    const selectors = {
      tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: '**', extras: '' }],
      scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] },
    }
    fake.api.set('retentions/9', {
      id: 9,
      rules: [
        { action: 'retain', template: 'latestPushedK', params: { latestPushedK: 3 }, ...selectors },
        { action: 'retain', template: 'latestActiveK', params: { latestActiveK: 5 }, ...selectors },
      ],
      trigger: { kind: 'Schedule', settings: { cron: '' } },
    })
    fake.api.set('projects/small/repositories', [{ id: 1, name: 'small/big', artifact_count: 1 }])
    fake.api.set('projects/gated/repositories', [{ id: 2, name: 'gated/app', artifact_count: 1 }])
    fake.push('small/big', 'v1', makeImage({ layers: 1, layerSize: 20_000 }))
    fake.push('gated/app', 'v1')
    const { code, entries: found } = await bring(fake)
    expect(code).toBe(1)
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'repository',
          name: 'small/big',
          outcome: 'failed',
          detail: expect.stringMatching(/quota/i),
        }),
        expect.objectContaining({ kind: 'retention', outcome: 'failed' }),
        expect.objectContaining({ kind: 'repository', name: 'gated/app', outcome: 'brought' }),
        expect.objectContaining({ kind: 'metadata', name: 'enable_content_trust_cosign', outcome: 'brought' }),
      ]),
    )
    expect(
      await ground.rows(`select from retention_policy r join project p on p.id = r.project_id where p.name = 'small'`),
    ).toEqual([])
    // Behind its gate the project is brought again all the same.
    const again = await bring(fake, '-p', 'gated')
    expect(again.code).toBe(0)
    expect(again.entries).toContainEqual(
      expect.objectContaining({ kind: 'repository', name: 'gated/app', outcome: 'present' }),
    )
  })

  it('trusts a Harbor by certificates that are given, and no other', async () => {
    const [key, certificate] = [join(ground.folder, 'key'), join(ground.folder, 'certificate')]
    const cert = await makeCertificate('127.0.0.1', key, certificate)
    await using fake = await FakeHarbor.start('/api/v2.0', '127.0.0.1', { key: await readFile(key, 'utf8'), cert })
    fake.api.set('projects', [{ project_id: 2, name: 'private', metadata: {} }])
    fake.api.set('projects/private/repositories', [{ id: 1, name: 'private/app', artifact_count: 1 }])
    fake.push('private/app', 'v1')
    expect(await ground.run([fake.url])).toMatchObject({ code: 1, stderr: expect.stringContaining('self-signed') })
    const broken = await ground.run([fake.url], { BERTH_REMOTE_CA: 'certificate' })
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('BERTH_REMOTE_CA') })
    expect((await ground.run([fake.url], { BERTH_REMOTE_CA_FILE: certificate })).code).toBe(0)
    expect(await tagsOf('private')).toEqual(['private/app:v1'])
  })

  it('brings another Berth, whose API is the same', async () => {
    await using other = await ImportGround.start()
    const { url } = await other.startFront()
    const authorization = `Basic ${btoa('admin:Harbor12345')}`
    const post = async (path: string, body: object) => {
      const response = await fetch(`${url}/api/v2.0/${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect({ path, status: response.status, text: response.ok ? '' : await response.text() }).toEqual({
        path,
        status: 201,
        text: '',
      })
      return Number(response.headers.get('location')?.split('/').at(-1))
    }
    const id = await post('projects', { project_name: 'moved', metadata: { public: 'true' }, storage_limit: 1_000_000 })
    await post('labels', { name: 'own', scope: 'p', project_id: id, color: '#00FF00' })
    await post('robots', {
      name: 'ci',
      level: 'project',
      duration: -1,
      permissions: [{ kind: 'project', namespace: 'moved', access: [{ resource: 'repository', action: 'pull' }] }],
    })
    const client = new OciClient(url, { username: 'admin', password: 'Harbor12345' })
    const image = await client.pushImage('moved/deep/app', 'v1')
    const { code, stdout, entries: found } = await bring({ url }, '-p', 'moved')
    expect(stdout).toMatch(/^moved +1 +1 +[\d.]+ KiB +976\.6 KiB +1 +1 +1 +0 +0 +0$/m)
    expect(found.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(code).toBe(0)
    expect(await tagsOf('moved')).toEqual(['moved/deep/app:v1'])
    expect(await ground.rows('select from artifact where digest = $1', [image.digest])).toHaveLength(1)
    expect(await readFile(join(ground.output, 'robots.txt'), 'utf8')).toMatch(/^robot\$moved\+ci\t\S{32}$/m)
  })
})
