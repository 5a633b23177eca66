import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FakeHarbor, type OciImage } from '@berth/testkit'
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
    'registry_endpoint',
    'replication_policy',
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
    for (const name of ['Trivy', 'dragonfly', '4 replication rules', 'ldap_auth']) expect(stdout).toContain(name)
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
      'replication switch of to-dr - It is off here',
      'replication charts - Its registry is not here.',
      'replication of-charts - ',
    ])
      expect(stdout).toContain(left)
  })

  it('brings rules of replication whole and switched off, as the registries here are known', async () => {
    const rules = await ground.rows(`
      select p.name, s.name as source, d.name as destination, dest_namespace, dest_namespace_replace_count, trigger, cron, filters,
        deletion, override, enabled, speed, copy_by_chunk, single_active_replication
      from replication_policy p left join registry_endpoint s on s.id = src_registry_id
      left join registry_endpoint d on d.id = dest_registry_id order by p.name`)
    const same = {
      filters: [
        { type: 'name', value: 'team/**' },
        { type: 'tag', value: 'v*', decoration: 'excludes' },
        { type: 'label', value: ['prod'], decoration: 'matches' },
      ],
      override: true,
      enabled: false,
      speed: 512,
      copy_by_chunk: false,
      single_active_replication: true,
    }
    expect(rules).toEqual([
      {
        ...same,
        name: 'from-hub',
        source: 'hub',
        destination: null,
        dest_namespace: 'mirror',
        dest_namespace_replace_count: 1,
        trigger: 'scheduled',
        cron: '0 0 4 * * *',
        deletion: false,
      },
      {
        ...same,
        name: 'to-dr',
        source: null,
        destination: 'hub',
        dest_namespace: '',
        dest_namespace_replace_count: -1,
        trigger: 'event_based',
        cron: null,
        deletion: true,
      },
    ])
  })

  it('brings the list of CVEs that the whole system allows, and leaves the one that is here', async () => {
    await using api = await ground.startApi()
    const path = `${api.url}/api/v2.0/system/CVEAllowlist`
    const headers = { authorization: `Basic ${btoa('admin:Harbor12345')}`, 'content-type': 'application/json' }
    const allowed = async () => ((await (await fetch(path, { headers })).json()) as { items: object[] }).items
    expect(await allowed()).toEqual([{ cve_id: 'CVE-2020-1' }])
    const body = JSON.stringify({ items: [{ cve_id: 'CVE-2020-2' }] })
    expect((await fetch(path, { method: 'PUT', headers, body })).status).toBe(200)
    await ground.run([fake.url, '--output', ground.output])
    expect(await allowed()).toEqual([{ cve_id: 'CVE-2020-2' }])
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

  it('ends with 2 and says how it is called where the command line makes no sense', async () => {
    const { code, stderr, stdout } = await ground.run([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: ./berth import harbor')
  })
})
