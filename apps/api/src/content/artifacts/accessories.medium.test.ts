import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'will']) await api.createUser(name)
  await api.createProject('apps', 'uma')
})
afterAll(() => api[Symbol.asyncDispose]())

interface Descriptor {
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

async function attach(repository: string, subject: Descriptor, artifactType: string, annotations = {}) {
  const config = { mediaType: mediaTypes.ociEmpty, ...(await api.content.pushBlob(repository, '{}')) }
  const layer = { mediaType: artifactType, ...(await api.content.pushBlob(repository, artifactType)) }
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    artifactType,
    config,
    layers: [layer],
    subject,
    annotations,
  }
  return api.content.pushManifest(repository, manifest, [])
}

const get = (path: string, as = 'uma') => api.call({ path: `projects/apps/repositories/${path}`, as })
const SPDX = 'application/spdx+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const NOTATION = 'application/vnd.cncf.notary.signature'

it('what is about an artifact is listed page by page, and as a tree with what is about that', async () => {
  const image = await api.content.pushImage('apps/tree', 'tree', ['v1'])
  const sbom = await attach('apps/tree', image, SPDX)
  const signature = await attach('apps/tree', sbom, NOTATION)
  const provenance = await attach('apps/tree', image, BUNDLE, {
    'dev.sigstore.bundle.predicateType': 'https://slsa.dev/provenance/v1',
  })
  const page = await get('tree/artifacts/v1/accessories?page_size=1&sort=-id')
  expect(page.body).toMatchObject([{ digest: provenance.digest, subject_artifact_digest: image.digest }])
  expect(page.headers['x-total-count']).toBe('2')
  expect((await get('tree/artifacts/v1/accessories?q=type%3Dsubject.accessory')).body).toHaveLength(2)
  expect((await get(`tree/artifacts/${sbom.digest}/accessories`)).body).toMatchObject([
    { digest: signature.digest, type: 'signature.notation' },
  ])
  expect((await get('tree/artifacts/v1/referrers')).body).toMatchObject([
    { digest: sbom.digest, subject: image.digest, depth: 1, type: 'SBOM', artifact_type: SPDX },
    {
      digest: provenance.digest,
      subject: image.digest,
      depth: 1,
      type: 'ATTESTATION',
      predicates: ['https://slsa.dev/provenance/v1'],
      platform: null,
      pushed_by: 'uma',
    },
    {
      digest: signature.digest,
      subject: sbom.digest,
      depth: 2,
      type: 'SIGNATURE',
      accessory_type: 'signature.notation',
    },
  ])
  for (const path of ['accessories', 'referrers'])
    expect(await get(`tree/artifacts/v1/${path}`, 'will')).toMatchObject({ status: 403 })
})

it('a signature that another has replaced is shown with its subject still, and in no list besides', async () => {
  const image = await api.content.pushImage('apps/twice', 'twice', ['v1'])
  const tag = `${image.digest.replace(':', '-')}.sig`
  const signatures = []
  for (const text of ['first', 'second']) signatures.push(await api.content.pushImage('apps/twice', text, [tag]))
  const digests = signatures.map(({ digest }) => ({ digest }))
  expect((await get('twice/artifacts/v1/accessories')).body).toMatchObject(digests)
  expect((await get('twice/artifacts/v1/referrers')).body).toMatchObject([
    { ...digests[0], replaced: true },
    { ...digests[1], replaced: false },
  ])
  const list = await get('twice/artifacts?with_accessory=true')
  expect(list.body).toMatchObject([{ digest: image.digest, accessories: digests }])
  expect(list.headers['x-total-count']).toBe('1')
  expect((await get('twice')).body).toMatchObject({ artifact_count: 1 })
  await api.call({ method: 'DELETE', path: 'projects/apps/repositories/twice/artifacts/v1', as: 'uma' })
  expect((await get('twice/artifacts')).body).toEqual([])
  expect((await get('twice')).body).toMatchObject({ artifact_count: 0 })
})

it('an index tells of the attestations that are part of it, by their platform; so does each part', async () => {
  const images = await Promise.all(
    ['amd64', 'arm64'].map((name) => api.content.pushImage('apps/built', `built ${name}`, [])),
  )
  const PROVENANCE = 'https://slsa.dev/provenance/v1'
  const SPDX_DOCUMENT = 'https://spdx.dev/Document'
  const attestations: { digest: string; size: number; mediaType: string }[] = []
  // One after the other: they are told in the order in which they came.
  for (const at of images.keys()) {
    const config = {
      mediaType: mediaTypes.ociConfig,
      ...(await api.content.pushBlob('apps/built', `{"config":${at}}`)),
    }
    const layers = await Promise.all(
      [PROVENANCE, SPDX_DOCUMENT].map(async (predicate) => ({
        mediaType: 'application/vnd.in-toto+json',
        ...(await api.content.pushBlob('apps/built', `${predicate} ${at}`)),
        annotations: { 'in-toto.io/predicate-type': predicate },
      })),
    )
    const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers }
    attestations.push(await api.content.pushManifest('apps/built', manifest, []))
  }
  const platform = (at: number) => ({ os: 'linux', architecture: ['amd64', 'arm64'][at] })
  const ofPart = (at: number) => ({
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': images[at]?.digest,
  })
  const unknown = { os: 'unknown', architecture: 'unknown' }
  const index = await api.content.pushManifest(
    'apps/built',
    {
      schemaVersion: 2,
      mediaType: mediaTypes.ociIndex,
      manifests: [
        ...images.map((image, at) => ({ ...image, platform: platform(at) })),
        ...attestations.map((one, at) => ({ ...one, platform: unknown, annotations: ofPart(at) })),
      ],
    },
    ['v1'],
  )
  const stated = { type: 'ATTESTATION', depth: 1, predicates: [PROVENANCE, SPDX_DOCUMENT] }
  expect((await get('built/artifacts/v1/referrers')).body).toMatchObject(
    attestations.map(({ digest }, at) => ({ ...stated, digest, subject: index.digest, platform: platform(at) })),
  )
  for (const [at, image] of images.entries())
    expect((await get(`built/artifacts/${image.digest}/referrers`)).body).toMatchObject([
      { ...stated, digest: attestations[at]?.digest, subject: image.digest, platform: null },
    ])
  // Harbor has no accessories of an index by such annotations.
  expect((await get('built/artifacts/v1/accessories')).body).toEqual([])
})

it('an index among the referrers is called one, and a list of referrers such a list', async () => {
  const image = await api.content.pushImage('apps/indexes', 'indexes', ['v1'])
  const signature = await attach('apps/indexes', image, NOTATION)
  const index = (more: object) => ({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, ...more })
  const list = await api.content.pushManifest('apps/indexes', index({ manifests: [signature] }), [
    image.digest.replace(':', '-'),
  ])
  const about = await api.content.pushManifest(
    'apps/indexes',
    index({ manifests: [], subject: image, artifactType: 'application/x-set' }),
    [],
  )
  const { body } = await get('indexes/artifacts/v1/referrers')
  expect(Object.fromEntries(body.map((one: { digest: string; type: string }) => [one.digest, one.type]))).toEqual({
    [signature.digest]: 'SIGNATURE',
    [list.digest]: 'REFERRERS',
    [about.digest]: 'INDEX',
  })
})

it('signed images are counted and paged as what they are', async () => {
  for (const at of [1, 2, 3, 4, 5, 6, 7]) {
    const image = await api.content.pushImage('apps/signed', `image ${at}`, [`v${at}`])
    for (const type of ['a', 'b', 'c', 'd', 'e', NOTATION]) await attach('apps/signed', image, type)
  }
  for (const [page, rows] of [
    [1, 3],
    [2, 3],
    [3, 1],
  ]) {
    const { body, headers } = await get(`signed/artifacts?page_size=3&page=${page}`)
    expect(body).toHaveLength(rows ?? 0)
    expect(headers['x-total-count']).toBe('7')
  }
  expect((await get('signed')).body).toMatchObject({ artifact_count: 7 })
})

it('an image tells its layers with the steps that made them', async () => {
  const { digest } = await api.content.pushImage('apps/layers', 'layers', ['v1'])
  const layers = await get('layers/artifacts/v1/layers')
  // The history of the image tells of no layer.
  expect(layers.body).toEqual([
    { digest: expect.any(String), media_type: 'application/vnd.oci.image.layer.v1.tar+gzip', size: 15, shared_with: 0 },
  ])
  expect((await get(`layers/artifacts/${digest}/additions/files`)).status).toBe(400)
  // Another config over the same layer, in two repositories of the project and in one of another project.
  await api.createProject('elsewhere', 'uma')
  for (const repository of ['apps/layers', 'apps/more', 'elsewhere/more']) {
    const layer = await api.content.pushBlob(repository, 'layer of layers')
    const config = await api.content.pushBlob(repository, 'another config')
    const manifest = {
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: { mediaType: mediaTypes.ociConfig, ...config },
      layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...layer }],
    }
    await api.content.pushManifest(repository, manifest, ['other'])
  }
  expect((await get('layers/artifacts/v1/layers')).body).toMatchObject([{ shared_with: 2 }])
})

it.each([
  ['layers', 'image'],
  ['additions/files', 'artifact'],
  ['additions/readme.md', 'model'],
])('%s of a manifest with 24,000 layers is refused before it is read', async (addition, kind) => {
  const repository = `apps/large-${kind}`
  const config = await api.content.pushBlob(repository, '{}')
  const layer = { mediaType: 'application/octet-stream', ...(await api.content.pushBlob(repository, 'layer')) }
  const type = {
    image: mediaTypes.ociConfig,
    artifact: 'application/x-large',
    model: 'application/vnd.cncf.model.config.v1+json',
  }[kind]
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    ...(kind === 'model' && { artifactType: 'application/vnd.cncf.model.manifest.v1+json' }),
    config: { mediaType: type, ...config },
    layers: Array.from({ length: 24_000 }, () => layer),
  }
  await api.content.pushManifest(repository, manifest, ['v1'])
  expect(await get(`large-${kind}/artifacts/v1/${addition}`)).toMatchObject({
    status: 413,
    body: { errors: [{ message: expect.stringContaining('too large') }] },
  })
})

it.each([
  ['CNAI', 'application/vnd.cncf.model.manifest.v1+json', 'org.cncf.model.filepath'],
  ['ARTIFACT', 'application/x-release', 'org.opencontainers.image.title'],
  ['WASM', 'application/vnd.wasm.config.v0+json', 'org.opencontainers.image.title'],
  ['ATTESTATION', 'application/vnd.in-toto+json', 'org.opencontainers.image.title'],
])('%s: what is no image tells its files, and links to what it has alone', async (type, artifactType, key) => {
  const repository = `apps/files-${type.toLowerCase()}`
  const config = { mediaType: mediaTypes.ociEmpty, ...(await api.content.pushBlob(repository, '{}')) }
  const layerType = type === 'ATTESTATION' ? artifactType : 'application/octet-stream'
  const blob = { mediaType: layerType, ...(await api.content.pushBlob(repository, 'weights')) }
  const layers = [{ ...blob, annotations: { [key]: 'model/weights.bin' } }]
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, artifactType, config, layers }
  await api.content.pushManifest(repository, manifest, ['v1'])
  const path = `files-${type.toLowerCase()}/artifacts`
  const { body } = await get(`${path}/v1`)
  expect(body).toMatchObject({ type, artifact_type: artifactType })
  expect(Object.keys(body.addition_links)).toEqual(['files'])
  expect((await api.call({ path: body.addition_links.files.href, as: 'uma' })).body).toEqual([
    { name: 'model/weights.bin', type: 'file', size: 7, digest: blob.digest, media_type: layerType },
  ])
  expect((await get(`${path}?q=type%3D${type}`)).body).toHaveLength(1)
})
