import { once } from 'node:events'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { FakeHarbor, makeImage, type OciImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillHarbor } from '../testing/harbor-content.test.support.js'
import { ImportGround } from '../testing/import-ground.test.support.js'

let ground: ImportGround
let fake: FakeHarbor
beforeAll(async () => {
  ground = await ImportGround.start()
  fake = await FakeHarbor.start()
  fillHarbor(fake)
}, 120_000)
afterAll(async () => {
  await fake?.[Symbol.asyncDispose]()
  await ground?.[Symbol.asyncDispose]()
})

const images: Record<string, OciImage> = {}
const count = async (table: string) => Number((await ground.rows(`select count(*) from ${table}`))[0]?.['count'])
/** Rows of what an import writes. */
const everything = async () => {
  const tables = [
    'project',
    'project_member',
    'label',
    'robot',
    'retention_policy',
    'immutable_rule',
    'webhook_policy',
    'artifact',
    'tag',
  ]
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])))
}

describe('./berth import harbor', { timeout: 120_000 }, () => {
  it('shows in a dry run what it would bring, with counts and bytes, and changes nothing', async () => {
    const folder = join(ground.folder, 'dry')
    await mkdir(folder)
    const { code, stdout } = await ground.run([fake.url, '--dry-run', '--output', folder])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^team +2 +3 +12\.1 KiB +5\.0 GiB +4 +1 +2 +1 +1 +1$/m)
    expect(stdout).toMatch(/^hub \(proxy\) /m)
    expect(stdout).toMatch(/^library \(here already\) /m)
    expect(stdout).toContain('3 projects, 2 repositories with 3 artifacts, 12.1 KiB to copy at most')
    for (const name of ['Trivy', 'dragonfly', 'to-dr', 'ldap_auth']) expect(stdout).toContain(name)
    const report = JSON.parse(await readFile(join(folder, 'import.json'), 'utf8'))
    expect(report).toMatchObject({ source: fake.url, version: 'v2.12.2', dry_run: true, plan: { bytes: 12_345 } })
    expect(await everything()).toMatchObject({ project: 1, robot: 0, artifact: 0 })
    expect(await count('job_execution')).toBe(0)
    expect(fake.requests.every((request) => /^(GET|HEAD) /.test(request))).toBe(true)
  })

  it('brings projects with all that is theirs, and says what it leaves', async () => {
    await ground.rows(
      `insert into "user" (username, email, realname, comment) values ('uma', 'uma@example.com', 'uma', '')`,
    )
    images['v1'] = fake.push('team/app', 'v1')
    images['signed'] = fake.push('team/app', 'v2')
    images['cli'] = fake.push('team/tools/cli', 'v1')
    images['untagged'] = fake.push('team/app')
    fake.push('hub/library/alpine', '3')
    const signature = fake.attach('team/app', images['signed'])
    fake.repository('team/app').labels.set(images['v1'].digest, [1, 2])

    const { code, stdout, stderr } = await ground.run([fake.url, '--output', ground.output])
    expect(stderr).not.toContain('warning')
    expect(stdout).toContain('5 manifests and 3 tags brought')
    expect(code).toBe(0)

    const [team] = await ground.rows(`
      select p.*, q.hard_bytes from project p join quota q on q.project_id = p.id where name = 'team'`)
    expect(team).toMatchObject({
      public: true,
      hard_bytes: String(5 * 1024 ** 3),
      metadata: { auto_scan: 'true', severity: 'high', reuse_sys_cve_allowlist: 'false' },
      cve_allowlist: { items: [{ cve_id: 'CVE-2021-44228' }] },
    })
    expect(
      await ground.rows(
        `select name, case when project_id is null then 'g' else 'p' end as scope from label order by name`,
      ),
    ).toEqual([
      { name: 'own', scope: 'p' },
      { name: 'prod', scope: 'g' },
    ])
    const members = await ground.rows(
      `select coalesce(u.username, g.name) as name, role_id from project_member m
       left join "user" u on u.id = m.user_id left join user_group g on g.id = m.group_id
       where project_id = $1 order by 1`,
      [team?.['id']],
    )
    expect(members).toEqual([
      { name: 'admin', role_id: 1 },
      { name: 'builders', role_id: 4 },
      { name: 'uma', role_id: 2 },
    ])
    const tags = await ground.rows(
      `select r.name as repository, t.name, a.digest from tag t join artifact a on a.id = t.artifact_id
       join repository r on r.id = a.repository_id order by 1, 2`,
    )
    expect(tags).toEqual([
      { repository: 'team/app', name: 'v1', digest: images['v1'].digest },
      { repository: 'team/app', name: 'v2', digest: images['signed'].digest },
      { repository: 'team/tools/cli', name: 'v1', digest: images['cli'].digest },
    ])
    const digests = (await ground.rows('select digest from artifact')).map(({ digest }) => digest)
    expect(digests).toEqual(expect.arrayContaining([signature, images['untagged'].digest]))
    expect(await ground.rows(`select description from repository where name = 'team/app'`)).toEqual([
      { description: 'the app' },
    ])
    expect(await count('artifact_label')).toBe(2)
    expect(
      await ground.rows(`select p.name, e.name as registry, e.sealed_secret from project p
      join registry_endpoint e on e.id = p.registry_id`),
    ).toEqual([{ name: 'hub', registry: 'hub', sealed_secret: null }])
    expect(await ground.rows('select event_types, kind, payload_format from webhook_policy')).toEqual([
      { event_types: ['PUSH_ARTIFACT'], kind: 'http', payload_format: 'CloudEvents' },
    ])

    for (const left of [
      'member team: nobody-here - There is no user nobody-here.',
      'metadata team: prevent_vul',
      'registry secret of hub - The source does not tell it: set the one of puller under Registries.',
      'robot team: old - It has expired.',
      'robot team: ci: no-such-thing:read',
      'robot deploy in gone',
      'webhook team: chat on SCANNING_COMPLETED',
    ])
      expect(stdout).toContain(left)
  })

  it('carries over the meaning of a retention policy, and no id of the source', async () => {
    const [policy] = await ground.rows(`
      select r.id, r.rules, s.cron, p.metadata, p.public from retention_policy r join project p on p.id = r.project_id
      left join schedule s on s.subject_kind = 'retention' and s.subject_id = r.id where p.name = 'team'`)
    expect(policy).toMatchObject({
      public: true,
      cron: '0 0 3 * * *',
      rules: [{ template: 'latestPushedK', params: { latestPushedK: 10 } }],
    })
    expect(Number(policy?.['id'])).not.toBe(7)
    expect(policy?.['metadata']).not.toHaveProperty('retention_id')
  })

  it('gives robots secrets of their own, in a file for its owner alone, with which they sign in', async () => {
    const path = join(ground.output, 'robots.txt')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const secrets = new Map(
      (await readFile(path, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    )
    expect([...secrets.keys()].toSorted()).toEqual(['robot$deploy', 'robot$team+ci'])
    await using api = await ground.startApi()
    const asks = (name: string, path_: string) =>
      fetch(`${api.url}${path_}`, {
        headers: { authorization: `Basic ${btoa(`${name}:${secrets.get(name)}`)}` },
      })
    const scope = '/service/token?scope=repository:team/app:pull,push'
    const rights = async (name: string) => {
      const { token } = (await (await asks(name, scope)).json()) as { token: string }
      return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).access[0].actions
    }
    expect(await rights('robot$deploy')).toEqual(['pull'])
    expect(await rights('robot$team+ci')).toEqual(['pull', 'push'])
  })

  it('is a run of a job with a task for each repository, whose changes are in the audit log', async () => {
    const [run] = await ground.rows(`select * from job_execution where job = 'import' and parent_id is null`)
    expect(run).toMatchObject({
      status: 'success',
      lease_until: null,
      counts: { total: 2, done: 2, failed: 0 },
      payload: { source: fake.url },
      result: { manifests: 5, tags: 3, failed: 0 },
      started_by: { kind: 'user', name: 'admin' },
    })
    const tasks = await ground.rows(
      `select payload, status from job_execution where parent_id = $1 order by payload::text`,
      [run?.['id']],
    )
    expect(tasks).toEqual([
      { payload: { repository: 'team/app' }, status: 'success' },
      { payload: { repository: 'team/tools/cli' }, status: 'success' },
    ])
    expect(
      (await ground.rows('select text from job_log where execution_id = $1', [run?.['id']])).length,
    ).toBeGreaterThan(0)
    const types = (await ground.rows(`select distinct type from event where actor_name = 'admin'`)).map(
      ({ type }) => type,
    )
    expect(types).toEqual(
      expect.arrayContaining([
        'project.created',
        'member.added',
        'robot.created',
        'artifact.pushed',
        'webhook.created',
      ]),
    )
  })

  it('brings nothing twice, and what is new', async () => {
    const before = await everything()
    const secrets = await readFile(join(ground.output, 'robots.txt'), 'utf8')
    fake.push('team/app', 'v3')
    expect(await ground.run([fake.url, '--output', ground.output])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 manifests and 1 tags brought, 5 manifests were there'),
    })
    expect(await everything()).toEqual({
      ...before,
      artifact: Number(before['artifact']) + 1,
      tag: Number(before['tag']) + 1,
    })
    expect(await readFile(join(ground.output, 'robots.txt'), 'utf8')).toBe(secrets)
  })

  it('goes on where it was killed', async () => {
    await using other = await FakeHarbor.start()
    other.api.set('projects', [{ project_id: 2, name: 'killed', metadata: { public: 'false' } }])
    const names = Array.from({ length: 6 }, (_, index) => `killed/r${index}`)
    other.api.set(
      'projects/killed/repositories',
      names.map((name, id) => ({ id: id + 1, name, artifact_count: 1 })),
    )
    for (const name of names.slice(0, 5)) other.push(name, 'v1')
    // The last repository hangs in its blob.
    const hanging = other.push('killed/r5', 'v1', makeImage({ layers: 1, layerSize: 100_000 }))
    const layer = `/v2/killed/r5/blobs/${digestOf(hanging.layers[0] ?? Buffer.of())}`
    let isHung = false
    other.intercept = ({ method, url }) => (method === 'GET' && url === layer ? (isHung = true) : false)
    const child = ground.spawn([other.url])
    child.stdout?.resume()
    child.stderr?.resume()
    await waitUntil(
      async () =>
        isHung &&
        (
          await ground.rows(`select from tag t join repository r on r.id = t.repository_id
      where r.name like 'killed/%'`)
        ).length === 5,
      { what: 'all but one are there' },
    )
    child.kill('SIGKILL')
    await once(child, 'close')
    other.intercept = () => false
    other.requests.length = 0
    const { code, stdout } = await ground.run([other.url])
    expect(stdout).toContain('1 manifests and 1 tags brought, 5 manifests were there')
    expect(code).toBe(0)
    // Of what was there no blob was read again.
    expect(
      other.requests.filter((request) => /^GET .*\/blobs\//.test(request)).every((request) => request.includes('/r5/')),
    ).toBe(true)
    const runs = await ground.rows(
      `select status, error from job_execution where payload->>'source' = $1 order by id`,
      [other.url],
    )
    expect(runs).toEqual([
      { status: 'error', error: 'Another import from there goes on for it.' },
      { status: 'success', error: null },
    ])
    expect(await ground.rows(`select from job_execution where status = 'running'`)).toEqual([])
  })

  it('ends when it is stopped among the runs of jobs, and says how to go on', async () => {
    await using other = await FakeHarbor.start()
    other.api.set('projects', [{ project_id: 2, name: 'stopped', metadata: {} }])
    other.api.set('projects/stopped/repositories', [{ id: 1, name: 'stopped/r', artifact_count: 1 }])
    const image = other.push('stopped/r', 'v1')
    other.intercept = ({ url }) => url?.includes(digestOf(image.layers[0] ?? Buffer.of())) === true
    const ended = ground.run([other.url])
    await waitUntil(
      async () => {
        const stopped = await ground.rows(
          `update job_execution set status = 'stopped', ended_at = now(), lease_until = null
           where payload->>'source' = $1 and status = 'running'
             and exists (select from job_execution t where t.parent_id = job_execution.id) returning id`,
          [other.url],
        )
        return stopped.length === 1
      },
      { what: 'it has begun' },
    )
    expect(await ended).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the same command goes on from here'),
    })
  })

  it('ends with 2 and says how it is called where the command line makes no sense', async () => {
    const { code, stderr, stdout } = await ground.run([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: ./berth import harbor')
  })
})
