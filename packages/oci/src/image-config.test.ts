import { expect, it } from 'vitest'
import { summarizeImageConfig } from './image-config.js'

it('reads platform, command and history of an image', () => {
  const summary = summarizeImageConfig(
    Buffer.from(
      JSON.stringify({
        created: '2026-01-02T03:04:05Z',
        os: 'linux',
        architecture: 'arm',
        variant: 'v7',
        config: { Entrypoint: ['/app'], ExposedPorts: { '80/tcp': {} }, Labels: { a: 'b' } },
        history: [{ created_by: 'COPY . .', empty_layer: true }],
      }),
    ),
  )
  expect(summary?.platform).toEqual({ os: 'linux', architecture: 'arm', variant: 'v7' })
  expect(summary?.config).toMatchObject({
    created: '2026-01-02T03:04:05Z',
    entrypoint: ['/app'],
    exposedPorts: ['80/tcp'],
    labels: { a: 'b' },
    history: [{ createdBy: 'COPY . .', emptyLayer: true }],
  })
})

it('makes nothing of a config that is no image config', () => {
  expect(summarizeImageConfig(Buffer.from('not json'))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from('{"config":"text"}'))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from('{}'))?.platform).toBeUndefined()
})

it('makes nothing of a config with more members than memory has room for', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `"${at}":""`).join()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Labels":{${many(110_000)}}}}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"history":[${'{},'.repeat(110_000)}{}]}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Labels":{${many(50_000)}}}}`))).toBeDefined()
})

it('is not kept busy by megabytes that are no image config', () => {
  const before = performance.now()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Env":[${'1,'.repeat(3_000_000)}1]}}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"x":${'['.repeat(3_000_000)}`))).toBeUndefined()
  expect(performance.now() - before).toBeLessThan(5_000)
}, 120_000)
