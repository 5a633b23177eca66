import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { accepts } from './free-port.js'
import { startNginx } from './nginx.js'
import { startRedis } from './redis.js'
import { startService } from './service.js'
import { generateTokenKeys } from './token-keys.js'
import { waitUntil } from './wait-until.js'

test('Redis forgets everything on flush, and comes back on the same port', async () => {
  await using redis = await startRedis()
  const client = new Redis(redis.settings)
  client.on('error', () => {})
  await client.set('key', 'value')
  await redis.flush()
  expect(await client.get('key')).toBeNull()
  await redis.stop()
  expect(await accepts(redis.port)).toBe(false)
  await redis.start()
  expect(await client.ping()).toBe('PONG')
  client.disconnect()
})

test('nginx serves the configuration it is given', async () => {
  await using nginx = await startNginx(
    ({ port }) => `
      error_log stderr; pid nginx.pid;
      events {}
      http { access_log off; server { listen 127.0.0.1:${port}; location / { return 200 "hello"; } } }`,
  )
  expect(await (await fetch(nginx.url)).text()).toBe('hello')
})

test('a configuration that nginx refuses is an error with its reason', async () => {
  await expect(startNginx(() => 'nonsense')).rejects.toThrow(/unexpected end of file/)
})

test('a service is reachable at a free port and stops when disposed', async () => {
  const main = new URL('../fixtures/service.mjs', import.meta.url)
  const service = await startService({ main, env: { GREETING: 'hello' } })
  expect(await (await fetch(`${service.url}/`)).text()).toBe('hello')
  await service[Symbol.asyncDispose]()
  expect(service.running).toBe(false)
  expect(service.output()).toContain('stopped')
})

test('a service that cannot start is an error with its output', async () => {
  const main = new URL('../fixtures/service.mjs', import.meta.url)
  await expect(startService({ main, env: {} })).rejects.toThrow(/GREETING is missing/)
})

test('servers end and leave nothing behind when the process that started them is killed', async () => {
  const main = new URL('../fixtures/crash.mjs', import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, [main.pathname]).catch(
    (error: { readonly stdout: string }) => error,
  )
  const { host, port } = JSON.parse(stdout) as { readonly host: string; readonly port: number }
  await waitUntil(() => !existsSync(host), { what: "the cluster's folder is removed" })
  await waitUntil(async () => !(await accepts(port)), { what: 'Redis ends' })
})

test('token keys are a certificate and the key it was made with', async () => {
  const { certificate } = await generateTokenKeys()
  expect(new X509Certificate(certificate).publicKey.asymmetricKeyType).toBe('rsa')
})
