import { randomBytes } from 'node:crypto'
import { digestOf, mediaTypes } from '@berth/oci'
import { watchMemory } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { startTestPlatform } from './test-platform.js'

/** As an installation starts the registry: `serviceEnv` of prepare. */
const HEAP = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=8', MALLOC_ARENA_MAX: '2' }
/** MB of any one worker: a small machine has room for several of these beside everything else. docs/limits.md has the figures. */
const MAX_RESIDENT = 256
/** Of the same input at once, for a client repeats what was not answered. */
const AT_ONCE = 3

const platform = await startTestPlatform({ env: HEAP })
afterAll(() => platform[Symbol.asyncDispose]())

const { client } = platform
const config = await client.pushBlob('dev/large', Buffer.from('{}'))
const base = {
  schemaVersion: 2,
  mediaType: mediaTypes.ociManifest,
  config: { mediaType: mediaTypes.ociConfig, digest: config, size: 2 },
  layers: [],
}
const open = (rest: string) => JSON.stringify(base).replace(/}$/, `,${rest}}`)
const members = (count: number, value = '""') => Array.from({ length: count }, (_, at) => `"${at}":${value}`).join()

async function put(body: string, type: string = mediaTypes.ociManifest, reference = 'x'): Promise<number> {
  const init = { body: Buffer.from(body), headers: { 'content-type': type } }
  const response = await client.request('PUT', `dev/large/manifests/${reference}`, init)
  await response.arrayBuffer()
  return response.status
}

/** An image whose config is such a blob. */
async function putWithConfig(text: string): Promise<number> {
  const digest = await client.pushBlob('dev/large', Buffer.from(text))
  return put(JSON.stringify({ ...base, config: { ...base.config, digest, size: Buffer.byteLength(text) } }))
}

/** Descriptors of blobs that are not there. */
const descriptors = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ digest: digestOf(Buffer.from(String(at))), size: 1 }),
  ).join()

async function upload(megabytes: number): Promise<number> {
  const content = randomBytes(megabytes * 2 ** 20)
  await client.pushBlob('dev/large', content)
  return 201
}

const inputs: readonly [string, number, () => Promise<number>][] = [
  ['99,000 annotations of 3.9 MB', 201, () => put(open(`"annotations":{${members(99_000, `"${'x'.repeat(28)}"`)}}`))],
  ['one annotation of 3.9 MB', 201, () => put(open(`"annotations":{"a":"${'x'.repeat(3_900_000)}"}`))],
  ['340,000 annotations', 400, () => put(open(`"annotations":{${members(340_000)}}`))],
  ['1,300,000 empty objects', 400, () => put(open(`"z":[${'{},'.repeat(1_300_000)}{}]`))],
  ['4 MB of brackets', 400, () => put(open(`"z":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`))],
  ['33,000 layers', 404, () => put(`{"config":${JSON.stringify(base.config)},"layers":[${descriptors(33_000)}]}`)],
  ['a config of 400,000 labels', 201, () => putWithConfig(`{"config":{"Labels":{${members(400_000)}}}}`)],
  ['a config of 1 MiB in 80,000 labels', 201, () => putWithConfig(`{"config":{"Labels":{${members(80_000)}}}}`)],
  ['a config of 8 MB of brackets', 201, () => putWithConfig('['.repeat(8_000_000))],
]

it.each(inputs)('%s keeps every worker small', async (input, status, send) => {
  const { registry } = await platform.processes()
  const watch = await watchMemory(registry)
  const statuses = await Promise.all(Array.from({ length: AT_ONCE }, send))
  const peak = await watch.peak()
  console.log(`${input}: ${peak} MB`)
  expect([...new Set(statuses)]).toEqual([status])
  expect(peak).toBeLessThan(MAX_RESIDENT)
  expect((await platform.processes()).registry).toEqual(registry)
})

it.each(inputs.slice(0, 1))('%s, of forty clients at once, keeps every worker small', async (input, status, send) => {
  const { registry } = await platform.processes()
  const watch = await watchMemory(registry)
  const statuses = await Promise.all(Array.from({ length: 40 }, send))
  const peak = await watch.peak()
  console.log(`40 of ${input}: ${peak} MB`)
  expect([...new Set(statuses)]).toEqual([status])
  expect(peak).toBeLessThan(MAX_RESIDENT)
  expect((await platform.processes()).registry).toEqual(registry)
})

it('24 uploads at the same time keep every worker small', async () => {
  const { registry } = await platform.processes()
  const watch = await watchMemory(registry)
  await Promise.all(Array.from({ length: 24 }, () => upload(4)))
  const peak = await watch.peak()
  console.log(`24 uploads of 4 MB: ${peak} MB`)
  expect(peak).toBeLessThan(MAX_RESIDENT)
  expect((await platform.processes()).registry).toEqual(registry)
})
