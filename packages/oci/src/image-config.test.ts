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

it('shows all that people look for, and nothing where it is not there', () => {
  const step = { created: '2026-01-02T03:04:05Z', created_by: 'RUN make', comment: 'why', empty_layer: false }
  const image = {
    created: '2026-01-02T03:04:05Z',
    author: 'Kim',
    os: 'linux',
    architecture: 'amd64',
    config: {
      User: 'app',
      Env: ['A=b'],
      Entrypoint: ['/app'],
      Cmd: ['serve'],
      WorkingDir: '/srv',
      ExposedPorts: { '80/tcp': {}, '443/tcp': {} },
      Volumes: { '/data': {} },
      Labels: { a: 'b' },
    },
    history: [step],
    rootfs: { type: 'layers' },
  }
  const read = (value: unknown) => summarizeImageConfig(Buffer.from(JSON.stringify(value)))
  expect(read(image)).toEqual({
    platform: { os: 'linux', architecture: 'amd64' },
    config: {
      created: '2026-01-02T03:04:05Z',
      author: 'Kim',
      os: 'linux',
      architecture: 'amd64',
      variant: undefined,
      user: 'app',
      env: ['A=b'],
      entrypoint: ['/app'],
      cmd: ['serve'],
      workingDir: '/srv',
      exposedPorts: ['80/tcp', '443/tcp'],
      volumes: ['/data'],
      labels: { a: 'b' },
      history: [{ created: '2026-01-02T03:04:05Z', createdBy: 'RUN make', comment: 'why', emptyLayer: false }],
    },
  })
  for (const bare of [{}, { config: null, history: null }, { config: { ExposedPorts: null, Volumes: null } }])
    expect(Object.values(read(bare)?.config ?? { none: 1 }).filter((value) => value != null)).toEqual([])
  for (const half of [{ os: 'linux' }, { architecture: 'amd64' }, { os: '', architecture: 'amd64' }])
    expect(read(half)?.platform).toBeUndefined()
})

it.each([
  { created: 1 },
  { author: 1 },
  { os: 1 },
  { architecture: 1 },
  { variant: 1 },
  { config: { User: 1 } },
  { config: { Env: [1] } },
  { config: { Entrypoint: 'text' } },
  { config: { Cmd: {} } },
  { config: { WorkingDir: [] } },
  { config: { ExposedPorts: [] } },
  { config: { Volumes: 'text' } },
  { config: { Labels: { a: 1 } } },
  { config: { Labels: ['a'] } },
  { history: {} },
  { history: [{ created: 1 }] },
  { history: [{ created_by: 1 }] },
  { history: [{ comment: 1 }] },
  { history: [{ empty_layer: 'no' }] },
])('makes nothing of %j', (value) => {
  expect(summarizeImageConfig(Buffer.from(JSON.stringify(value)))).toBeUndefined()
})

it('makes nothing of a config that is no image config', () => {
  expect(summarizeImageConfig(Buffer.from('not json'))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from('{"config":"text"}'))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from('{}'))?.platform).toBeUndefined()
})

it('makes nothing of a config with more members than memory has room for', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `"${at}":""`).join()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Labels":{${many(10_001)}}}}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"history":[${'{},'.repeat(10_001)}{}]}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Labels":{${many(9_000)}}}}`))).toBeDefined()
})

it('is not kept busy by megabytes that are no image config', () => {
  const before = performance.now()
  expect(summarizeImageConfig(Buffer.from(`{"config":{"Env":[${'1,'.repeat(3_000_000)}1]}}`))).toBeUndefined()
  expect(summarizeImageConfig(Buffer.from(`{"x":${'['.repeat(3_000_000)}`))).toBeUndefined()
  expect(performance.now() - before).toBeLessThan(5_000)
}, 120_000)
