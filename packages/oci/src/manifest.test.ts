import { describe, expect, it } from 'vitest'
import { digestOf } from './digest.js'
import { isStatement, MAX_MANIFEST_SIZE, parseManifest } from './manifest.js'
import { mediaTypes } from './media-types.js'

const digest = (text: string) => digestOf(Buffer.from(text))
const describeBlob = (text: string, mediaType: string, more = {}) => ({
  mediaType,
  digest: digest(text),
  size: text.length,
  ...more,
})
const layer = 'application/vnd.oci.image.layer.v1.tar+gzip'
const config = describeBlob('{}', mediaTypes.ociConfig)
const image = { schemaVersion: 2, config, layers: [] }
const parse = (document: unknown, mediaType: string = mediaTypes.ociManifest) =>
  parseManifest(Buffer.from(JSON.stringify(document)), mediaType)
const invalid = expect.objectContaining({ code: 'MANIFEST_INVALID' })

describe('isStatement', () => {
  const statement = (layers: readonly string[], more = {}) =>
    isStatement(
      parse({
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        config: describeBlob('{}', mediaTypes.ociConfig),
        layers: layers.map((type, place) => describeBlob(`l${place}`, type)),
        ...more,
      }),
    )
  it.each([
    'application/vnd.dev.cosign.simplesigning.v1+json',
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'application/vnd.dsse.envelope.v1+json',
    'application/vnd.in-toto+json',
    'application/jose+json',
    'application/cose',
  ])('knows layers of %s, and goes by all layers', (type) => {
    expect(statement([type, type])).toBe(true)
    expect(statement([type, layer])).toBe(false)
  })

  it('goes by no name that a manifest gives itself', () => {
    const more = { artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' }
    for (const layers of [[], [layer], ['application/jose+jsonp'], ['text/spdx+json']])
      expect(statement(layers, more)).toBe(false)
  })
})

describe('parseManifest', () => {
  it.each([
    [mediaTypes.ociManifest, mediaTypes.ociConfig],
    [mediaTypes.dockerManifest, mediaTypes.dockerConfig],
  ])('reads an image of type %s', (mediaType, configType) => {
    const manifest = parse(
      { schemaVersion: 2, mediaType, config: describeBlob('{}', configType), layers: [describeBlob('l', layer)] },
      mediaType,
    )
    expect(manifest).toMatchObject({ mediaType, kind: 'image', artifactType: configType, children: [] })
    expect(manifest.blobs.map((blob) => blob.digest)).toEqual([digest('{}'), digest('l')])
  })

  it.each([mediaTypes.ociIndex, mediaTypes.dockerManifestList])('reads an index of type %s', (mediaType) => {
    const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' }
    const manifest = parse(
      {
        schemaVersion: 2,
        mediaType,
        manifests: [describeBlob('child', mediaTypes.ociManifest, { platform })],
        subject: describeBlob('subject', mediaTypes.ociManifest),
      },
      mediaType,
    )
    expect(manifest).toMatchObject({
      kind: 'index',
      blobs: [],
      children: [{ digest: digest('child'), platform }],
      subject: digest('subject'),
    })
  })

  it('takes what says of itself that it is of another type, in its own shape', () => {
    const mediaType = 'application/vnd.example.list+json'
    expect(parse({ mediaType, manifests: [] }, mediaType)).toMatchObject({ mediaType, kind: 'index' })
    expect(parse({ mediaType, blobs: [] }, mediaType)).toMatchObject({ mediaType, kind: 'artifact' })
    for (const undeclared of [mediaType, 'application/json', mediaTypes.dockerManifest, mediaTypes.dockerManifestList])
      expect(() => parse(image, undeclared)).toThrow(invalid)
  })

  it('takes a type in any case, and keeps it in lower case', () => {
    const stated = { ...image, mediaType: mediaTypes.ociManifest.toUpperCase() }
    expect(parse(stated)).toMatchObject({ mediaType: mediaTypes.ociManifest, kind: 'image' })
    expect(() => parse({ ...stated, manifests: [] })).toThrow('must not have')
  })

  it('does not require layers that a client may keep, and no others because of their addresses', () => {
    const foreign = describeBlob('a', 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip')
    const nonDistributable = describeBlob('b', 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip')
    const elsewhere = describeBlob('c', layer, { urls: ['https://example.com/c'] })
    const { blobs } = parse({ ...image, layers: [foreign, nonDistributable, elsewhere, describeBlob('d', layer)] })
    expect(blobs.slice(1).map((blob) => blob.required)).toEqual([false, false, true, true])
  })

  it('takes null for absent wherever a member may be absent', () => {
    const platform = { os: null, architecture: null, variant: null, 'os.version': null }
    const child = describeBlob('child', mediaTypes.ociManifest, {
      platform,
      annotations: null,
      urls: null,
      artifactType: null,
    })
    const nothing = { mediaType: null, config: null, layers: null, blobs: null, subject: null, annotations: null }
    const index = parse({ schemaVersion: null, ...nothing, manifests: [child] }, mediaTypes.ociIndex)
    expect(index.children).toMatchObject([
      { platform: { os: 'unknown', architecture: 'unknown' }, annotations: undefined },
    ])
    expect(index.children[0]?.platform).not.toHaveProperty('variant')
    expect(parse({ ...image, manifests: null }).kind).toBe('image')
    expect(parse({ ...image, layers: [{ ...config, mediaType: null }] }).blobs).toHaveLength(1)
  })

  it('names each blob once, required where one of its mentions is', () => {
    const foreign = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip'
    const { blobs } = parse({ ...image, layers: [describeBlob('a', foreign), describeBlob('a', layer)] })
    expect(blobs).toMatchObject([{ digest: config.digest }, { digest: digest('a'), required: true }])
  })

  it.each([
    ['signature', { config: describeBlob('{}', 'application/vnd.dev.cosign.artifact.sig.v1+json'), layers: [] }],
    ['chart', { config: describeBlob('{}', mediaTypes.helmConfig), layers: [] }],
    ['signature', { artifactType: 'application/vnd.cncf.notary.signature', config, layers: [] }],
    ['signature', { config, layers: [describeBlob('s', 'application/vnd.dev.cosign.simplesigning.v1+json')] }],
    ['artifact', { artifactType: 'a/b', config, layers: [] }],
    ['artifact', { artifactType: 'a/b', config: describeBlob('{}', mediaTypes.ociEmpty), layers: [] }],
    ['artifact', { mediaType: 'application/vnd.oci.artifact.manifest.v1+json', blobs: [describeBlob('b', 'x/y')] }],
  ])('knows a %s', (kind, document) => {
    expect(parse(document, 'mediaType' in document ? document.mediaType : undefined).kind).toBe(kind)
  })

  it('tolerates fields it does not know', () => {
    expect(parse({ ...image, future: { deep: [1] } }).blobs).toHaveLength(1)
  })

  const [configText, index] = [JSON.stringify(config), mediaTypes.ociIndex]
  it.each([
    ['layers and manifests', `{"config":${configText},"layers":[],"manifests":[]}`, mediaTypes.ociManifest],
    ['config and manifests', `{"config":${configText},"manifests":[]}`, index],
    ['blobs and manifests', `{"mediaType":"a/b","blobs":[],"manifests":[]}`, 'a/b'],
    ['the type of an image and manifests', '{"manifests":[]}', mediaTypes.ociManifest],
    ['the type of an index and layers', '{"layers":[]}', index],
    ['the type of an image and no config', '{"layers":[]}', mediaTypes.ociManifest],
    ['layers twice', `{"config":${configText},"layers":[],"layers":[]}`, mediaTypes.ociManifest],
    ['layers twice, once in escapes', `{"config":${configText},"layers":[],"l\\u0061yers":[]}`, mediaTypes.ociManifest],
    ['a digest twice', `{"config":{"digest":"${digest('a')}",${configText.slice(1)}}`, mediaTypes.ociManifest],
    ['layers in other letters', `{"config":${configText},"Layers":[]}`, mediaTypes.ociManifest],
    ['manifests with a long s', `{"config":${configText},"manifest\u017f":[]}`, mediaTypes.ociManifest],
    [
      'a blob of two sizes',
      `{"config":${configText},"layers":[${JSON.stringify({ ...config, size: 3 })}]}`,
      mediaTypes.ociManifest,
    ],
    ['a digest in other letters', `{"config":{${configText.slice(1, -1)},"DIGEST":"x"}}`, mediaTypes.ociManifest],
    ['a byte order mark', `\ufeff{"config":${configText},"layers":[]}`, mediaTypes.ociManifest],
  ])('refuses what readers do not agree on: %s', (_, body, mediaType) => {
    expect(() => parseManifest(Buffer.from(body), mediaType)).toThrow(invalid)
  })

  it.each([
    ['{"layers":{}}', 'layers: expected an array'],
    ['{"layers":[{"digest":"x","size":1}]}', 'layers.0.digest: not a sha256 or sha512 digest'],
    [`{"layers":[${configText},{"digest":"${digest('a')}","size":-1}]}`, 'layers.1.size: '],
    ['{"annotations":{"a":1}}', 'annotations: expected an object of strings'],
    ['{"annotations":["a"]}', 'annotations: expected an object of strings'],
    ['{"annotations":{"a":"b","c":1}}', 'annotations: expected an object of strings'],
    ['{"annotations":""}', 'annotations: expected an object of strings'],
    ['{"annotations":true}', 'annotations: expected an object of strings'],
    ['{"Layers":[]}', 'Layers: this member is written layers'],
    ['{"schemaVersion":1}', 'schemaVersion: '],
    ['true', 'document: '],
    ['{"layers":', 'the manifest is no JSON that can be read: '],
    ['{"layers":[]}', 'an image needs a config'],
    [`{"config":${configText},"manifests":[]}`, 'an index must not have config, layers or blobs'],
    ['{"manifests":[]}', 'an image must not have manifests'],
    [`{"mediaType":"a/b","config":${configText}}`, 'the manifest says mediaType a/b, the request Content-Type'],
  ])('says what is wrong with %s', (body, words) => {
    expect(() => parseManifest(Buffer.from(body), mediaTypes.ociManifest)).toThrow(words)
  })

  it('says of a type why it is refused', () => {
    const given = (mediaType: string) => () => parse({}, mediaType)
    expect(given(`a/${'x'.repeat(254)}`)).toThrow('a media type has at most 255 characters')
    expect(given(`a/${'x'.repeat(253)}`)).toThrow('has to say so in its mediaType')
    expect(given('application/vnd.docker.distribution.manifest.v1+json')).toThrow('schema 1 are not supported')
    const twice = { ...image, layers: [{ ...config, size: 3 }] }
    expect(() => parse(twice)).toThrow(`the manifest names ${config.digest} with two sizes`)
  })

  it('takes the largest manifest there may be', () => {
    const body = Buffer.alloc(MAX_MANIFEST_SIZE, ' ')
    body.write(JSON.stringify(image))
    expect(parseManifest(body, mediaTypes.ociManifest).kind).toBe('image')
  }, 60_000)

  it('shows of a platform all that stands there', () => {
    const platform = { os: 'windows', architecture: 'amd64', variant: '', 'os.version': '10', 'os.features': null }
    const child = describeBlob('c', mediaTypes.ociManifest, { platform, annotations: { a: 'b' } })
    const bare = describeBlob('d', mediaTypes.ociManifest)
    const { children, annotations } = parse({ manifests: [child, bare], annotations: { x: 'y' } }, mediaTypes.ociIndex)
    expect(children).toEqual([
      {
        digest: digest('c'),
        size: 1,
        mediaType: mediaTypes.ociManifest,
        platform: { os: 'windows', architecture: 'amd64', 'os.version': '10' },
        annotations: { a: 'b' },
      },
      { digest: digest('d'), size: 1, mediaType: mediaTypes.ociManifest },
    ])
    expect(annotations).toEqual({ x: 'y' })
  })

  it('names as artifact type its own, or else that of its config', () => {
    const layered = { config: describeBlob('{}', 'a/config'), layers: [] }
    expect(parse({ ...layered, artifactType: 'a/own' }).artifactType).toBe('a/own')
    expect(parse({ ...layered, artifactType: '' }).artifactType).toBe('a/config')
    expect(parse({ manifests: [] }, mediaTypes.ociIndex).artifactType).toBeUndefined()
    expect(parse(image).config).toEqual({ ...config, required: true })
    expect(parse({ manifests: [] }, mediaTypes.ociIndex).config).toBeUndefined()
  })

  it('takes for an unnamed layer that it holds bytes', () => {
    const { mediaType: _, ...unnamed } = describeBlob('l', layer)
    expect(parse({ ...image, layers: [unnamed] }).blobs[1]?.mediaType).toBe('application/octet-stream')
  })

  it('takes annotations that differ in their letters alone', () => {
    expect(parse({ ...image, annotations: { Layers: 'a', layers: 'b' } }).annotations).toEqual({
      Layers: 'a',
      layers: 'b',
    })
  })

  it.each([
    ['a scalar', 'true', mediaTypes.ociManifest],
    ['broken JSON', '{"layers":', mediaTypes.ociManifest],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), mediaTypes.ociManifest],
    ['schema 1', '{"schemaVersion":1}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'],
    ['a media type other than the request says', '{"mediaType":"a/b"}', 'c/d'],
    ['an index with layers', `{"layers":[],"manifests":[]}`, mediaTypes.ociIndex],
    ['a digest that is none', '{"layers":[{"digest":"sha256:x","size":1}]}', mediaTypes.ociManifest],
    ['a media type of more than 255 characters', '{}', `application/${'x'.repeat(255)}`],
    ['an artifact type of more than 255 characters', `{"artifactType":"${'x'.repeat(256)}"}`, mediaTypes.ociManifest],
    ['annotations that are not text', '{"annotations":{"a":1}}', mediaTypes.ociManifest],
    ['a negative size', `{"layers":[{"digest":"${digest('a')}","size":-1}]}`, mediaTypes.ociManifest],
  ])('refuses %s', (_, body, mediaType) => {
    expect(() => parseManifest(Buffer.from(body), mediaType)).toThrow(invalid)
  })

  it('refuses more than 4 MiB', () => {
    const tooLarge = expect.objectContaining({ code: 'MANIFEST_TOO_LARGE' })
    expect(() => parseManifest(Buffer.alloc(MAX_MANIFEST_SIZE + 1, ' '), mediaTypes.ociManifest)).toThrow(tooLarge)
  })

  it.each([
    ['items that are none', `{"layers":[${'{},'.repeat(40_000)}{}]}`],
    ['links that are none', `{"config":{"digest":"${digest('a')}","size":1,"urls":[${'1,'.repeat(90_000)}1]}}`],
    ['annotations that are none', `{"annotations":{${Array.from({ length: 90_000 }, (_, at) => `"${at}":1`).join()}}}`],
    ['brackets', `{"x":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`],
    ['annotations', `{"annotations":{${Array.from({ length: 300_000 }, (_, at) => `"${at}":""`).join()}}}`],
    ['empty objects', `{"z":[${'{},'.repeat(1_300_000)}{}]}`],
    ['empty lists', `{"z":[${'[],'.repeat(1_300_000)}[]]}`],
    ['lists of lists', `{"z":[${`[${'[],'.repeat(50)}[]],`.repeat(20_000)}[]]}`],
    ['numbers', `{"z":[${'1,'.repeat(2_000_000)}1]}`],
    ['layers', `{"layers":[${`{"digest":"${digest('a')}","size":1},`.repeat(40_000)}{}]}`],
  ])(
    'is neither filled nor kept busy by megabytes of %s',
    (_, body) => {
      const bytes = Buffer.from(body)
      const [before, memory] = [performance.now(), process.memoryUsage().heapUsed]
      expect(() => parseManifest(bytes, mediaTypes.ociManifest)).toThrow(invalid)
      expect(process.memoryUsage().heapUsed - memory).toBeLessThan(48 * 2 ** 20)
      // They took up to a minute.
      expect(performance.now() - before).toBeLessThan(5_000)
    },
    120_000,
  )

  it('reads long texts full of what separates values, and escapes', () => {
    const text = `${'[,{:'.repeat(200_000)}"\\\u0000`
    expect(parse({ ...image, annotations: { [text]: text } }).annotations).toEqual({ [text]: text })
  })

  it('tolerates what is nested in fields it does not know, and brackets in texts', () => {
    const nested = `${'['.repeat(90)}${']'.repeat(90)}`
    const body = `{"config":${configText},"annotations":{"a":"\\"${'['.repeat(500)}\\\\"},"x":${nested}}`
    expect(parseManifest(Buffer.from(body), mediaTypes.ociManifest).annotations).toEqual({ a: `"${'['.repeat(500)}\\` })
  })
})
