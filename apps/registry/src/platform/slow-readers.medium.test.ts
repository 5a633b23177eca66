import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf, mediaTypes } from '@berth/oci'
import { watchMemory } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { startTestPlatform } from './test-platform.js'

/** As an installation starts the registry: `serviceEnv` of prepare. */
const HEAP = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=8', MALLOC_ARENA_MAX: '2' }
/** MB of any one worker; docs/limits.md has the figures. */
const MAX_RESIDENT = 320
const CLIENTS = 120
/** As many at a time as there are connections to the database: this is no test of those. */
const AT_ONCE = 8

const platform = await startTestPlatform({ env: HEAP })
afterAll(() => platform[Symbol.asyncDispose]())

it('clients that do not read what they have asked for keep every worker small, and leave nothing when they are gone', async () => {
  const { client } = platform
  const config = {
    mediaType: mediaTypes.ociConfig,
    digest: await client.pushBlob('dev/large', Buffer.from('{}')),
    size: 2,
  }
  const subject = { mediaType: mediaTypes.ociManifest, digest: digestOf(Buffer.from('nobody')), size: 2 }
  const base = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers: [], subject }
  const paths = Array.from({ length: AT_ONCE }, (_, at) => `manifests/slow${at}`)
  for (const path of paths) {
    const body = Buffer.from(JSON.stringify({ ...base, annotations: { a: path.padEnd(3_900_000, 'x') } }))
    const headers = { 'content-type': mediaTypes.ociManifest }
    expect((await client.request('PUT', `dev/large/${path}`, { body, headers })).status).toBe(201)
  }
  const { registry } = await platform.processes()
  const watch = await watchMemory(registry)
  const head = `Host: berth\r\nAuthorization: Bearer ${platform.token('repository:dev/large:pull')}\r\n\r\n`
  const asked = [...paths.slice(0, AT_ONCE / 2), `referrers/${subject.digest}`]
  const slow = Array.from({ length: CLIENTS }, () => connect(platform.port, '127.0.0.1').pause())
  for (const [at, one] of slow.entries()) {
    one.on('error', () => {}).write(`GET /v2/dev/large/${asked[at % asked.length]} HTTP/1.1\r\n${head}`)
    if (at % AT_ONCE === AT_ONCE - 1) await sleep(200)
  }
  await sleep(2000)
  const peak = await watch.peak()
  console.log(`${CLIENTS} slow clients: ${peak} MB`)
  for (const one of slow) one.destroy()
  expect(peak).toBeLessThan(MAX_RESIDENT)
  for (const path of asked)
    await expect
      .poll(async () => (await client.request('GET', `dev/large/${path}`)).status, { timeout: 30_000 })
      .toBe(200)
  expect((await platform.processes()).registry).toEqual(registry)
})
