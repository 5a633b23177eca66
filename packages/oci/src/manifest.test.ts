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
const parse = (document: unknown, contentType?: string) =>
  parseManifest(Buffer.from(JSON.stringify(document)), contentType)
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
    const manifest = parse({
      schemaVersion: 2,
      mediaType,
      manifests: [describeBlob('child', mediaTypes.ociManifest, { platform })],
      subject: describeBlob('subject', mediaTypes.ociManifest),
    })
    expect(manifest).toMatchObject({
      kind: 'index',
      blobs: [],
      children: [{ digest: digest('child'), platform }],
      subject: digest('subject'),
    })
  })

  it('takes the media type from the request, from the document, or from its shape', () => {
    expect(parse({ layers: [] }, 'application/x').mediaType).toBe('application/x')
    expect(parse({ mediaType: mediaTypes.dockerManifest, layers: [] }).mediaType).toBe(mediaTypes.dockerManifest)
    expect(parse({ manifests: [] }).mediaType).toBe(mediaTypes.ociIndex)
    expect(parse({ layers: [] }).mediaType).toBe(mediaTypes.ociManifest)
  })

  it('does not require layers that a client may keep', () => {
    const foreign = describeBlob('a', 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip')
    const nonDistributable = describeBlob('b', 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip')
    const elsewhere = describeBlob('c', layer, { urls: ['https://example.com/c'] })
    const { blobs } = parse({ layers: [foreign, nonDistributable, elsewhere, describeBlob('d', layer)] })
    expect(blobs.map((blob) => blob.required)).toEqual([false, false, false, true])
  })

  it('names each blob once, required where one of its mentions is', () => {
    const twice = describeBlob('a', layer)
    const { blobs } = parse({ layers: [{ ...twice, urls: ['https://example.com'] }, twice] })
    expect(blobs).toMatchObject([{ digest: digest('a'), required: true }])
  })

  it.each([
    ['signature', { config: describeBlob('{}', 'application/vnd.dev.cosign.artifact.sig.v1+json'), layers: [] }],
    ['chart', { config: describeBlob('{}', mediaTypes.helmConfig), layers: [] }],
    ['artifact', { artifactType: 'a/b', config: describeBlob('{}', mediaTypes.ociEmpty), layers: [] }],
    ['artifact', { mediaType: 'application/vnd.oci.artifact.manifest.v1+json', blobs: [describeBlob('b', 'x/y')] }],
  ])('knows a %s', (kind, document) => {
    expect(parse(document).kind).toBe(kind)
  })

  it('tolerates fields it does not know', () => {
    expect(parse({ layers: [], future: { deep: [1] } }).blobs).toEqual([])
  })

  it.each([
    ['a scalar', 'true', undefined],
    ['broken JSON', '{"layers":', undefined],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), undefined],
    ['schema 1', '{"schemaVersion":1}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'],
    ['a media type other than the request says', '{"mediaType":"a/b"}', 'c/d'],
    ['an index with layers', `{"layers":[],"manifests":[]}`, mediaTypes.ociIndex],
    ['a digest that is none', '{"layers":[{"digest":"sha256:x","size":1}]}', undefined],
    ['a media type of more than 255 characters', '{}', `application/${'x'.repeat(255)}`],
    ['an artifact type of more than 255 characters', `{"artifactType":"${'x'.repeat(256)}"}`, undefined],
    ['annotations that are not text', '{"annotations":{"a":1}}', undefined],
    ['a negative size', `{"layers":[{"digest":"${digest('a')}","size":-1}]}`, undefined],
  ])('refuses %s', (_, body, contentType) => {
    expect(() => parseManifest(Buffer.from(body), contentType)).toThrow(invalid)
  })

  it('refuses more than 4 MiB', () => {
    const tooLarge = expect.objectContaining({ code: 'MANIFEST_TOO_LARGE' })
    expect(() => parseManifest(Buffer.alloc(MAX_MANIFEST_SIZE + 1, ' '), undefined)).toThrow(tooLarge)
  })

  it.each([
    ['items that are none', `{"layers":[${'{},'.repeat(500_000)}{}]}`],
    ['links that are none', `{"config":{"digest":"${digest('a')}","size":1,"urls":[${'1,'.repeat(1_000_000)}1]}}`],
    [
      'annotations that are none',
      `{"annotations":{${Array.from({ length: 200_000 }, (_, at) => `"${at}":1`).join()}}}`,
    ],
    ['brackets', `{"x":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`],
  ])(
    'is not kept busy by megabytes of %s',
    (_, body) => {
      const before = performance.now()
      expect(() => parseManifest(Buffer.from(body), undefined)).toThrow(invalid)
      // They took up to a minute.
      expect(performance.now() - before).toBeLessThan(5_000)
    },
    120_000,
  )

  it('tolerates what is nested in fields it does not know, and brackets in texts', () => {
    const nested = `${'['.repeat(90)}${']'.repeat(90)}`
    const body = `{"annotations":{"a":"\\"${'['.repeat(500)}\\\\"},"x":${nested}}`
    expect(parseManifest(Buffer.from(body), undefined).annotations).toEqual({ a: `"${'['.repeat(500)}\\` })
  })
})
