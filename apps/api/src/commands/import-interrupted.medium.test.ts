import { once } from 'node:events'
import { digestOf } from '@berth/oci'
import { FakeHarbor, makeImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
})
