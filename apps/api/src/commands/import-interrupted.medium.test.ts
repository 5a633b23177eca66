import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { FakeHarbor, makeImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillHarbor } from '../testing/harbor-content.test.support.js'
import { ImportGround } from '../testing/import-ground.test.support.js'

let ground: ImportGround
beforeAll(async () => {
  ground = await ImportGround.start()
}, 120_000)
afterAll(async () => {
  await ground?.[Symbol.asyncDispose]()
})

describe('./berth import harbor', { timeout: 120_000 }, () => {
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

  it('makes each thing once, in whichever write it was killed', { timeout: 300_000 }, async () => {
    await using fake = await FakeHarbor.start()
    fillHarbor(fake)
    fake.push('team/app', 'v1')
    // The write of this kind of thing does not come to its end.
    await ground.rows('create table cut (type text)')
    await ground.rows(`create function hold() returns trigger language plpgsql as $$ begin
      if exists (select from cut where type = new.type) then perform pg_sleep(100); end if;
      return new; end $$`)
    await ground.rows('create trigger hold before insert on event for each row execute function hold()')
    const stages = ['project.created', 'retention.created', 'robot.created', 'replication.created']
    for (const type of stages) {
      await ground.rows('delete from cut')
      await ground.rows('insert into cut values ($1)', [type])
      const child = ground.spawn([fake.url, '--output', ground.output])
      child.stdout?.resume()
      child.stderr?.resume()
      let held: Record<string, unknown>[] = []
      await waitUntil(
        async () => {
          held = await ground.rows(
            `select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
          )
          return held.length > 0
        },
        { what: `${type} is being written`, timeoutMs: 60_000 },
      )
      child.kill('SIGKILL')
      await once(child, 'close')
      await ground.rows('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [held.map(({ pid }) => pid)])
    }
    await ground.rows('delete from cut')
    expect(await ground.run([fake.url, '--output', ground.output])).toMatchObject({ code: 0 })
    const names = async (statement: string) => (await ground.rows(statement)).map(({ name }) => name)
    expect(await names('select name from registry_endpoint')).toEqual(['hub'])
    expect(await names(`select name from project where name in ('hub', 'team') order by name`)).toEqual(['hub', 'team'])
    const projectsOf = (table: string) =>
      names(`select p.name from ${table} r join project p on p.id = r.project_id order by 1`)
    expect(await projectsOf('retention_policy')).toEqual(['hub', 'team'])
    expect(await projectsOf('immutable_rule')).toEqual(['team'])
    expect(await names('select name from webhook_policy')).toEqual(['chat'])
    expect(await names('select name from replication_policy order by name')).toEqual(['from-hub', 'to-dr'])
    // Of a robot that was not made there is a line too many, and the last one is the one that counts.
    const lines = (await readFile(join(ground.output, 'robots.txt'), 'utf8')).trimEnd().split('\n')
    const secrets = new Map(lines.map((line) => line.split('\t') as [string, string]))
    expect([...secrets.keys()].toSorted()).toEqual(['robot$deploy', 'robot$team+ci'])
    await using api = await ground.startApi()
    for (const [name, secret] of secrets) {
      const headers = { authorization: `Basic ${btoa(`${name}:${secret}`)}` }
      expect((await fetch(`${api.url}/service/token`, { headers })).status).toBe(200)
    }
    expect(await ground.rows(`select from job_execution where status = 'running'`)).toEqual([])
  })
})
