import { generateTokenKeys, startRedis, startService, startTestDatabase } from '@berth/testkit'
import { describe, expect, it } from 'vitest'

const main = new URL('../../dist/main.js', import.meta.url)

describe('the api as a process', () => {
  it(
    'fills an empty database once, outlives PostgreSQL, keeps changed settings, and stops on SIGTERM',
    { timeout: 240_000 },
    async () => {
      await using database = await startTestDatabase()
      await using redis = await startRedis()
      const keys = await generateTokenKeys()
      const env = {
        ...database.environment,
        ...redis.environment,
        BERTH_SECRET_KEY: 'cd'.repeat(32),
        BERTH_TOKEN_CERTIFICATE: keys.certificate,
        BERTH_TOKEN_PRIVATE_KEY: keys.privateKey,
        BERTH_SELF_REGISTRATION: 'off',
        BERTH_TOKEN_EXPIRATION: '45',
      }
      await expect(startService({ main, env })).rejects.toThrow('BERTH_ADMIN_PASSWORD')

      const authorization = (password: string) => ({ authorization: `Basic ${btoa(`admin:${password}`)}` })
      {
        await using api = await startService({ main, env: { ...env, BERTH_ADMIN_PASSWORD: 'Harbor12345' } })
        const get = (path: string) => fetch(`${api.url}/api/v2.0/${path}`, { headers: authorization('Harbor12345') })
        expect(await (await get('users/current')).json()).toMatchObject({
          user_id: 1,
          username: 'admin',
          sysadmin_flag: true,
        })
        const { rows } = await database.pool.query('select type, actor_kind, actor_name from event order by id')
        const actor = { actor_kind: 'system', actor_name: 'bootstrap' }
        expect(rows).toEqual([
          { type: 'settings.changed', ...actor },
          { type: 'user.created', ...actor },
          { type: 'project.created', ...actor },
        ])
        expect(await (await get('configurations')).json()).toMatchObject({
          self_registration: { value: false },
          token_expiration: { value: 45 },
        })
        const changed = await fetch(`${api.url}/api/v2.0/configurations`, {
          method: 'PUT',
          headers: { ...authorization('Harbor12345'), 'content-type': 'application/json' },
          body: JSON.stringify({ token_expiration: 10 }),
        })
        expect(changed.status).toBe(200)

        await database.server.stop()
        const away = await get('users/current')
        expect(away.status).toBe(503)
        expect(await away.json()).toMatchObject({ errors: [{ code: 'UNAVAILABLE', reason: 'DATABASE_UNAVAILABLE' }] })
        expect((await fetch(`${api.url}/healthz`)).status).toBe(503)
        await database.server.start()
        await expect.poll(async () => (await get('users/current')).status, { timeout: 15_000 }).toBe(200)

        await api.stop()
        expect(api.running).toBe(false)
      }

      // Another start with other first values: neither the password nor what was changed is touched.
      await using api = await startService({ main, env: { ...env, BERTH_ADMIN_PASSWORD: 'Other12345' } })
      const settings = await fetch(`${api.url}/api/v2.0/configurations`, { headers: authorization('Harbor12345') })
      expect(await settings.json()).toMatchObject({ token_expiration: { value: 10 } })
      expect((await fetch(`${api.url}/api/v2.0/users/current`, { headers: authorization('Other12345') })).status).toBe(
        401,
      )
      const { rows } = await database.pool.query(`select from event where actor_kind = 'system'`)
      expect(rows).toHaveLength(3)
      const projects = await fetch(`${api.url}/api/v2.0/projects`)
      expect(await projects.json()).toMatchObject([{ name: 'library' }])
    },
  )
})
