import { digestOf, mediaTypes } from '@berth/oci'
import { watchMemory } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { type Answer, absent, config, image, layer, besetPlatform } from './beset-platform.js'

const { platform, client, workers, expectError, expectNothingLeft, endUnharmed } = await besetPlatform()
afterAll(endUnharmed)

describe('a manifest', () => {
  const base = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers: [layer] }
  const many = <Item>(length: number, item: (at: number) => Item) => Array.from({ length }, (_, at) => item(at))

  const put = async (body: string, reference = 'bad', type: string = mediaTypes.ociManifest): Promise<Answer> => {
    const headers = { 'content-type': type }
    const response = await client.request('PUT', `dev/app/manifests/${reference}`, { body: Buffer.from(body), headers })
    const head = `content-type: ${response.headers.get('content-type')}`
    return { status: response.status, head, body: await response.text() }
  }
  const open = (rest: string) => JSON.stringify(base).replace(/}$/, `,${rest}}`)

  it.each([
    ['nothing', '', 400, 'MANIFEST_INVALID'],
    ['null', 'null', 400, 'MANIFEST_INVALID'],
    ['a key twice', open('"layers":[],"layers":[]'), 400, 'MANIFEST_INVALID'],
    ['a key in two spellings', open('"Layers":[]'), 400, 'MANIFEST_INVALID'],
    ['an image and an index at once', open('"manifests":[]'), 400, 'MANIFEST_INVALID'],
    [
      'another size than its layer has',
      JSON.stringify({ ...base, layers: [{ ...layer, size: 1 }] }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      '300,000 annotations',
      open(`"annotations":{${many(300_000, (at) => `"${at}":""`).join()}}`),
      400,
      'MANIFEST_INVALID',
    ],
    ['1,300,000 empty objects', open(`"z":[${'{},'.repeat(1_300_000)}{}]`), 400, 'MANIFEST_INVALID'],
    ['two documents', JSON.stringify(base).repeat(2), 400, 'MANIFEST_INVALID'],
    ['100,000 brackets', open(`"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400, 'MANIFEST_INVALID'],
    ['2,000,000 brackets', open(`"x":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`), 400, 'MANIFEST_INVALID'],
    ['1,300,000 layers that are none', `{"layers":[${'{},'.repeat(1_300_000)}{}]}`, 400, 'MANIFEST_INVALID'],
    ['800,000 layers of null', `{"layers":[${'null,'.repeat(800_000)}null]}`, 400, 'MANIFEST_INVALID'],
    [
      '300,000 annotations that are numbers',
      open(`"annotations":{${many(300_000, (at) => `"${at}":1`).join()}}`),
      400,
      'MANIFEST_INVALID',
    ],
    ['a size below zero', JSON.stringify({ ...base, config: { ...config, size: -1 } }), 400, 'MANIFEST_INVALID'],
    ['a size beyond numbers', JSON.stringify(base).replace(/"size":\d+/, '"size":1e300'), 400, 'MANIFEST_INVALID'],
    [
      'a digest in capitals',
      JSON.stringify({ ...base, config: { ...config, digest: config.digest.toUpperCase() } }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a digest that is a path',
      JSON.stringify({ ...base, config: { ...config, digest: 'sha256:../../etc/passwd' } }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a megabyte of artifact type',
      JSON.stringify({ ...base, artifactType: 'x'.repeat(1_000_000) }),
      400,
      'MANIFEST_INVALID',
    ],
    [
      'a layer that nobody pushed',
      JSON.stringify({ ...base, layers: [{ ...layer, digest: absent }] }),
      404,
      'MANIFEST_BLOB_UNKNOWN',
    ],
    ['4 MiB and a byte', JSON.stringify(base).padEnd(4 * 1024 * 1024 + 1), 413, 'MANIFEST_TOO_LARGE'],
  ])('of %s is refused', async (_, body, status, code) => {
    expectError(await put(body), status, code)
    await client.expect(404, 'HEAD', 'dev/app/manifests/bad')
  })

  it('that names 20,000 layers which are not there gets a short answer', async () => {
    const layers = many(20_000, (at) => ({ digest: digestOf(Buffer.from(String(at))), size: 1 }))
    const answer = await put(JSON.stringify({ ...base, layers }))
    expectError(answer, 404, 'MANIFEST_BLOB_UNKNOWN')
    expect(answer.body.length).toBeLessThan(50_000)
  })

  it('under another digest than its own, or too many tags, or one that is none, is refused', async () => {
    const body = JSON.stringify(base)
    const own = digestOf(Buffer.from(body))
    expectError(await put(body, absent), 400, 'DIGEST_INVALID')
    expectError(await put(body, `${own}?tag=../v1`), 400, 'TAG_INVALID')
    expectError(await put(body, `${own}?${many(101, (at) => `tag=t${at}`).join('&')}`), 400, 'TAG_INVALID')
    expectError(await put(body, 'v1', mediaTypes.ociIndex), 400, 'MANIFEST_INVALID')
    expectError(await put(body, 'v1', `application/${'x'.repeat(300)}`), 400, 'MANIFEST_INVALID')
  })

  it.each([
    ['keys of JavaScript', open('"__proto__":{"layers":[1]},"constructor":{"prototype":{"digest":"x"}},"toString":1')],
    [
      'annotations named as keys of JavaScript',
      open('"annotations":{"__proto__":"x","constructor":"y","toString":"z"}'),
    ],
    ['NUL and half characters', JSON.stringify({ ...base, annotations: { 'a\0b': 'c\0', '\ud800': '\udfff' } })],
    ['three megabytes of annotations', JSON.stringify({ ...base, annotations: { large: 'x'.repeat(3_000_000) } })],
    [
      '90,000 annotations',
      JSON.stringify({ ...base, annotations: Object.fromEntries(many(90_000, (at) => [`k${at}`, 'v'])) }),
    ],
    [
      'the greatest sizes there are',
      JSON.stringify({ ...base, subject: { ...layer, digest: absent, size: Number.MAX_SAFE_INTEGER } }),
    ],
    ['20,000 times the same layer', JSON.stringify({ ...base, layers: many(20_000, () => layer) })],
  ])('with %s comes back byte by byte', async (_, body) => {
    expect((await put(body, 'odd')).status).toBe(201)
    const response = await client.expect(200, 'GET', 'dev/app/manifests/odd')
    expect((await response.text()) === body).toBe(true)
  })

  it('with a config that is no config is an image that is not looked into', async () => {
    const configs = [
      `{"config":{"Labels":{${many(400_000, (at) => `"${at}":""`).join()}}}}`,
      `{"history":[${'{},'.repeat(1_300_000)}{}]}`,
      `{"config":{"Env":[${'1,'.repeat(3_000_000)}1]}}`,
      `{"x":${'['.repeat(3_000_000)}`,
      JSON.stringify({ os: 'l\0', architecture: '\ud800', config: { Labels: { 'a\0': '\udfff' } } }),
    ]
    for (const content of configs) {
      const digest = await client.pushBlob('dev/app', Buffer.from(content))
      const odd = { ...base, config: { ...config, digest, size: Buffer.byteLength(content) } }
      expect((await put(JSON.stringify(odd), 'odd')).status).toBe(201)
    }
  })

  it('leaves a worker answering others while it is read', async () => {
    const bodies = [
      `{"layers":[${'{},'.repeat(1_300_000)}{}]}`,
      JSON.stringify({
        ...base,
        layers: many(20_000, (at) => ({ digest: digestOf(Buffer.from(String(at))), size: 1 })),
      }),
    ]
    const putting = Promise.all(bodies.map((body) => put(body)))
    let slowest = 0
    for (let asked = 0; asked < 30; asked += 1) {
      const before = performance.now()
      await client.expect(200, 'GET', 'dev/app/manifests/v1')
      slowest = Math.max(slowest, performance.now() - before)
    }
    expect(slowest).toBeLessThan(20_000)
    await putting
  })
})

describe('an index', () => {
  const indexOf = (manifests: readonly object[], rest: object = {}) =>
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests, ...rest }))
  const child = (bytes: Buffer) => ({ mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), size: bytes.length })
  const push = (bytes: Buffer, reference: string) =>
    client.pushManifest('dev/app', reference, bytes, mediaTypes.ociIndex)

  it('within an index within an index, a thousand deep, is taken, listed and deleted', async () => {
    let bytes = indexOf([{ mediaType: mediaTypes.ociManifest, digest: image.digest, size: image.manifest.length }])
    const pushLevels = async (from: number, to: number) => {
      for (let depth = from; depth < to; depth += 1) {
        await push(bytes, depth === 999 ? 'deep' : digestOf(bytes))
        bytes = indexOf([child(bytes)])
      }
    }
    // What the first pushes take, the compiler's memory among it, says nothing of depth.
    await pushLevels(0, 200)
    const watch = await watchMemory(workers)
    await pushLevels(200, 1_000)
    const top = await client.expect(200, 'GET', 'dev/app/manifests/deep')
    await client.expect(200, 'GET', `dev/app/referrers/${digestOf(Buffer.from(await top.arrayBuffer()))}`)
    await client.expect(202, 'DELETE', 'dev/app/manifests/deep')
    await client.expect(200, 'GET', `dev/app/manifests/${image.digest}`)
    expect(await watch.growth()).toBeLessThan(100)
  })

  it('whose size doubles with each level stays within what a number holds', async () => {
    let bytes = image.manifest
    for (let depth = 0; depth < 60; depth += 1) {
      bytes = indexOf([child(bytes), { ...child(bytes), annotations: { again: String(depth) } }])
      await push(bytes, 'doubling')
    }
    const sizes = await platform.database.pool.query<{ largest: string }>(
      'select max(total_size) as largest from artifact',
    )
    expect(Number.isSafeInteger(Number(sizes.rows[0]?.largest))).toBe(true)
  })

  it('whose child is its subject, or refers back to it by a tag that moves, makes no circle', async () => {
    const early = indexOf([], { annotations: { name: 'early' } })
    const late = indexOf([child(early)], { subject: child(early) })
    await push(late, 'round')
    await push(early, digestOf(early))
    const back = indexOf([child(late)], { subject: child(late), annotations: { name: 'back' } })
    await push(back, 'round')
    const list = await client.expect(200, 'GET', `dev/app/referrers/${digestOf(early)}`)
    expect(await list.json()).toMatchObject({ manifests: [{ digest: digestOf(late) }] })
    await client.expect(412, 'DELETE', `dev/app/manifests/${digestOf(late)}`)
    await client.expect(200, 'GET', 'dev/app/manifests/round')
    for (const index of [back, late, early]) await client.expect(202, 'DELETE', `dev/app/manifests/${digestOf(index)}`)
  })

  it('whose children are missing, or blobs, is taken; they are still not manifests', async () => {
    const sparse = indexOf([{ mediaType: mediaTypes.ociManifest, digest: absent, size: 3 }, { ...config }])
    await push(sparse, 'sparse')
    for (const digest of [absent, config.digest]) await client.expect(404, 'GET', `dev/app/manifests/${digest}`)
  })
})

it('leaves neither a spooled file nor a half upload of what was refused', expectNothingLeft)
