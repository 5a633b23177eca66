import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

/** A registry that is not well, and whose disk is full or not. */
let room = 507
const registry = createServer((request, response) => {
  response.writeHead(request.url === '/internal/room' ? room : 503).end()
})

let api: ApiUnderTest
beforeAll(async () => {
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  const away = 'http://127.0.0.1:1'
  const registryUrl = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
  api = await ApiUnderTest.start({ components: { registryUrl, jobserviceUrl: away, portalUrl: away } })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  registry.closeAllConnections()
  registry.close()
})

describe('system', () => {
  it('answers ping, version and health to anyone', async () => {
    expect(await api.call({ path: 'ping' })).toMatchObject({ status: 200, text: 'Pong' })
    expect(await api.call({ path: '/api/version' })).toMatchObject({ status: 200, body: { version: 'v2.0' } })
    expect(await api.call({ path: '/healthz' })).toMatchObject({ status: 200, body: { status: 'healthy' } })
    const { status, body } = await api.call({ path: 'health' })
    expect(status).toBe(200)
    expect(body.status).toBe('unhealthy')
    expect(
      Object.fromEntries(body.components.map((part: { name: string; status: string }) => [part.name, part.status])),
    ).toEqual({
      core: 'healthy',
      database: 'healthy',
      jobservice: 'unhealthy',
      portal: 'unhealthy',
      redis: 'healthy',
      registry: 'unhealthy',
      registryctl: 'unhealthy',
      storage: 'unhealthy',
    })
    expect(JSON.stringify(body)).not.toContain('127.0.0.1')
  })

  it('says when Redis cannot write to its disk, and no more of what Redis says', async () => {
    const ping = vi.spyOn(Redis.prototype, 'ping')
    onTestFinished(() => ping.mockRestore())
    const redis = async (): Promise<{ error?: string }> =>
      (await api.call({ path: 'health' })).body.components.find(({ name }: { name: string }) => name === 'redis')
    ping.mockRejectedValue(new Error('MISCONF Errors writing to the AOF file: No space left on device'))
    await expect.poll(redis, { timeout: 5000 }).toMatchObject({
      status: 'unhealthy',
      error: expect.stringContaining('redis cannot write to its disk'),
    })
    ping.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.7:6379'))
    await expect.poll(redis, { timeout: 5000 }).toMatchObject({ error: 'redis does not answer as it should' })
  })

  it('counts its answers for Prometheus by route, on its own port', async () => {
    await api.call({ path: 'projects/no-such-project', as: 'admin' })
    const { status, text, cookies } = await api.call({ path: '/metrics' })
    expect(status).toBe(200)
    expect(text).toMatch(
      /_count\{service="api",method="GET",route="\/api\/v2.0\/projects\/:project_name[^"]*",status="404"\} 1/,
    )
    expect(text).not.toContain('no-such-project')
    expect(cookies).toEqual({})
  })

  it('tells visitors how to sign in, and no more', async () => {
    expect((await api.call({ path: 'systeminfo' })).body).toEqual({
      auth_mode: 'db_auth',
      primary_auth_mode: false,
      self_registration: true,
      banner_message: '',
      oidc_provider_name: '',
    })
  })

  it('tells who is signed in how clients reach it', async () => {
    const { body } = await api.call({
      path: 'systeminfo',
      as: 'admin',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example:8443' },
    })
    expect(body).toMatchObject({
      auth_mode: 'db_auth',
      self_registration: true,
      registry_url: 'hub.example:8443',
      external_url: 'https://hub.example:8443',
      project_creation_restriction: 'everyone',
      restorable_seconds: 604_800,
      harbor_version: expect.stringMatching(/^v2\./),
    })
    expect(Math.abs(Date.parse(body.current_time) - Date.now())).toBeLessThan(60_000)
  })

  it('tells who is signed in that the disk is full, as it was when it was last asked for', async () => {
    room = 507
    const told = async (as?: string) =>
      (await api.call({ path: 'systeminfo', ...(as !== undefined && { as }) })).body.storage_full
    await expect.poll(() => told('admin')).toBe(true)
    expect(await told()).toBeUndefined()
    room = 204
    // Health asks anew, at most once a second.
    const storage = async (): Promise<string> =>
      (await api.call({ path: 'health' })).body.components.find(({ name }: { name: string }) => name === 'storage')
        .status
    await expect.poll(storage, { timeout: 5_000 }).toBe('healthy')
    expect(await told('admin')).toBeUndefined()
  })

  it('counts for administrators everything, for others what they see', async () => {
    await api.createUser('xenia')
    await api.createProject('counted', 'xenia')
    expect((await api.call({ path: 'statistics', as: 'xenia' })).body).toEqual({
      public_project_count: 1,
      private_project_count: 1,
      public_repo_count: 0,
      private_repo_count: 0,
      total_project_count: 0,
      total_repo_count: 0,
      total_storage_consumption: 0,
    })
    expect((await api.call({ path: 'statistics', as: 'admin' })).body).toMatchObject({
      total_project_count: 2,
      total_storage_consumption: 0,
    })
    expect(await api.call({ path: 'statistics' })).toMatchObject({ status: 401 })
  })

  it('tells whoever may list quotas what stores most, what is pushed most, and what waits to be freed', async () => {
    const { pool } = api.database
    await api.createUser('tara')
    for (let at = 1; at <= 11; at += 1) {
      const id = await api.createProject(`top-${at}`, 'tara')
      await pool.query('update quota set used_bytes = $2 where project_id = $1', [id, 100 * at])
      await pool.query('insert into quota_delta (project_id, bytes) values ($1, $2)', [id, at === 1 ? 5000 : 1])
      await pool.query(
        `with made as (insert into repository (project_id, name) values ($1, $2) returning id)
        insert into repository_usage (repository_id, bytes, own_bytes) select id, $3, 0 from made`,
        [id, `top-${at}/app`, at % 2 === 0 ? 500 : at],
      )
      await pool.query(
        `insert into daily_activity (day, project_id, pushes)
        values ((now() at time zone 'UTC')::date, $1, $2), ((now() at time zone 'UTC')::date - 30, $1, 1000)`,
        [id, at - 1],
      )
    }
    await pool.query('update storage set waiting_bytes = 77')
    const { body } = await api.call({ path: 'statistics/top', as: 'admin' })
    expect(body.waiting_size).toBe(77)
    expect(body.largest_projects).toHaveLength(10)
    expect(body.largest_projects.slice(0, 2)).toEqual([
      { name: 'top-1', size: 5100 },
      { name: 'top-11', size: 1101 },
    ])
    // Of equal size, what is older comes first.
    expect(body.largest_repositories.map(({ name }: { name: string }) => name)).toEqual(
      [2, 4, 6, 8, 10, 11, 9, 7, 5, 3].map((at) => `top-${at}/app`),
    )
    expect(body.most_pushed_projects).toHaveLength(10)
    expect(body.most_pushed_projects[0]).toEqual({ name: 'top-11', pushes: 10 })
    // Who may list quotas alone learns no names of repositories.
    const third = await pool.query<{ id: number }>(`select id from project where name = 'top-3'`)
    const quotas = { scope: 'system', permissions: ['quota:list'] } as const
    const lists = { scope: third.rows[0]?.id ?? 0, permissions: ['repository:list'] } as const
    const seenBy = async (as: string) => (await api.call({ path: 'statistics/top', as })).body.largest_repositories
    expect(await seenBy(await api.createRobot('quotas', [quotas]))).toEqual([])
    expect(await seenBy(await api.createRobot('lists', [quotas, lists]))).toEqual([{ name: 'top-3/app', size: 3 }])
    expect(await api.call({ path: 'statistics/top', as: 'tara' })).toMatchObject({ status: 403 })
    expect(await api.call({ path: 'statistics/top' })).toMatchObject({ status: 401 })
  })

  it('takes settings that exist, refuses values that do not fit, and changes nothing then', async () => {
    const put = (body: object, as = 'admin') => api.call({ method: 'PUT', path: 'configurations', as, body })
    expect(await put({ session_timeout: 30, auth_mode: 'uaa_auth' })).toMatchObject({ status: 422 })
    expect(await put({ session_timeout: 0 })).toMatchObject({ status: 422 })
    expect((await api.call({ path: 'configurations', as: 'admin' })).body.session_timeout).toEqual({
      value: 60,
      editable: true,
    })
    expect(await put({ session_timeout: 30, auth_mode: 'db_auth', nonsense: 1, banner_message: null })).toMatchObject({
      status: 200,
    })
    expect((await api.call({ path: 'configurations', as: 'admin' })).body).toMatchObject({
      session_timeout: { value: 30 },
      auth_mode: { value: 'db_auth', editable: true },
    })
    expect(await put({ session_timeout: 5 }, 'xenia')).toMatchObject({ status: 403 })
    expect(await api.call({ path: 'configurations' })).toMatchObject({ status: 401 })
  })

  it('shows its API document with a page of its own', async () => {
    const { body } = await api.call({ path: 'openapi.json' })
    expect(body).toMatchObject({
      openapi: expect.stringMatching(/^3\./),
      paths: { '/users': { get: { 'x-berth-permission': 'user:list', tags: ['user'] } } },
    })
    const page = await api.call({ path: '/devcenter-api-2.0' })
    expect(page.text).not.toMatch(/<script>|https?:\/\//)
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\/devcenter[^"]+)"/g)) {
      expect(await api.call({ path: file }), file).toMatchObject({ status: 200 })
    }
    expect(await api.call({ path: '/devcenter-api-2.0/package.json' })).toMatchObject({ status: 404 })
    expect(await api.call({ path: '/devcenter-api-2.0/..%2f..%2fpackage.json' })).toMatchObject({ status: 404 })
  })

  it('answers what is not there, or too large, in the shape of every error', async () => {
    const missing = await api.call({ path: 'no-such-thing', headers: { 'x-request-id': 'my-id' } })
    expect(missing).toMatchObject({ status: 404, body: { errors: [{ code: 'NOT_FOUND' }] } })
    expect(missing.headers).toMatchObject({
      'x-request-id': 'my-id',
      'content-type': 'application/json; charset=utf-8',
    })
    const large = await api.call({
      method: 'POST',
      path: 'projects',
      as: 'admin',
      body: { project_name: 'x'.repeat(2_000_000) },
    })
    expect(large).toMatchObject({ status: 413, body: { errors: [{ code: 'REQUEST_ENTITY_TOO_LARGE' }] } })
    expect(await api.call({ path: '/api/v2.0/%zz' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'BAD_REQUEST' }] },
    })
    const text = await api.call({
      method: 'POST',
      path: 'projects',
      as: 'admin',
      body: 'x',
      headers: { 'content-type': 'application/xml' },
    })
    expect(text).toMatchObject({ status: 415 })
  })
})
