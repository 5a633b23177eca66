import { makeImage, OciClient, type OciImage } from '@berth/testkit'
import { digestOf, mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'

const platform = await startTestPlatform()
afterAll(() => platform[Symbol.asyncDispose]())

const { client, database } = platform
const LEASE = { timeout: 3_000, interval: 50 }

/** Registry processes take up a policy within a second, each by itself. */
async function require(signers: { cosign?: boolean; notation?: boolean }): Promise<void> {
  await database.pool.query('update project set metadata = metadata || $1', [
    {
      enable_content_trust_cosign: String(signers.cosign ?? false),
      enable_content_trust: String(signers.notation ?? false),
    },
  ])
  await new Promise((resolve) => setTimeout(resolve, 1_100))
}

interface Statement {
  readonly layer: string
  readonly config?: string
  readonly artifactType?: string
  readonly annotations?: Record<string, string>
  readonly of?: OciImage
  /** Otherwise it is pushed by its digest. */
  readonly tag?: string
}

const emptyConfig = Buffer.from('{}')

/** Pushes what signs an image, or says something of it, as cosign and notation do. @returns its digest */
async function push({ layer, config, artifactType, annotations, of, tag }: Statement): Promise<string> {
  const content = Buffer.from(`signed ${Math.random()}`)
  await client.pushBlob('dev/app', emptyConfig)
  await client.pushBlob('dev/app', content)
  const describe = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: digestOf(bytes), size: bytes.length })
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      artifactType,
      config: describe(config ?? mediaTypes.ociEmpty, emptyConfig),
      layers: [describe(layer, content)],
      ...(of && { subject: describe(of.mediaType, of.manifest) }),
      annotations,
    }),
  )
  await client.pushManifest('dev/app', tag ?? digestOf(manifest), manifest, mediaTypes.ociManifest)
  return digestOf(manifest)
}

async function pushIndex(tag: string, of: readonly OciImage[]): Promise<Buffer> {
  const manifests = of.map(({ mediaType, digest, manifest }) => ({ mediaType, digest, size: manifest.length }))
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests }))
  await client.pushManifest('dev/app', tag, index, mediaTypes.ociIndex)
  return index
}

const signatureTag = (digest: string) => `${digest.replace(':', '-')}.sig`
const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json'
const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const predicate = (type: string) => ({ 'dev.sigstore.bundle.predicateType': type })

async function pull(reference: string, by: OciClient = client, userAgent = 'docker/28'): Promise<unknown> {
  const response = await by.request('GET', `dev/app/manifests/${reference}`, { headers: { 'user-agent': userAgent } })
  const text = await response.text()
  if (response.status === 200) return 200
  const [error] = (JSON.parse(text) as { errors: { code: string; message: string }[] }).errors
  return [response.status, error?.code, error?.message]
}

const refused = (signer: string) => [412, 'PROJECTPOLICYVIOLATION', `The image is not signed by ${signer}.`]

describe('a project that wants signatures by cosign', () => {
  beforeAll(() => require({ cosign: true }))

  it('gives out no image without one, by tag, digest or HEAD, and goes by the signature from then on', async () => {
    const image = await client.pushImage('dev/app', 'v1')
    expect(await pull('v1')).toEqual(refused('cosign'))
    expect(await pull(image.digest)).toEqual(refused('cosign'))
    expect((await client.request('HEAD', 'dev/app/manifests/v1')).status).toBe(412)
    await push({ layer: simpleSigning, config: mediaTypes.ociConfig, tag: signatureTag(image.digest) })
    await expect.poll(() => pull('v1'), LEASE).toBe(200)
    await client.expect(202, 'DELETE', `dev/app/manifests/${signatureTag(image.digest)}`)
    await expect.poll(() => pull('v1'), LEASE).toEqual(refused('cosign'))
  })

  it.each<[string, Omit<Statement, 'of'>]>([
    ['a referrer', { layer: simpleSigning, config: 'application/vnd.dev.cosign.artifact.sig.v1+json' }],
    ['a bundle', { layer: bundle, artifactType: bundle }],
    [
      'a bundle that says so',
      { layer: bundle, artifactType: bundle, annotations: predicate('https://sigstore.dev/cosign/sign/v1') },
    ],
  ])('takes %s for one', async (_, signature) => {
    const image = await client.pushImage('dev/app', 'v2')
    await push({ ...signature, of: image })
    await expect.poll(() => pull('v2'), LEASE).toBe(200)
  })

  it.each<[string, Omit<Statement, 'of'>]>([
    [
      'an attestation',
      { layer: bundle, artifactType: bundle, annotations: predicate('https://slsa.dev/provenance/v1') },
    ],
    [
      'a signature by another program',
      { layer: 'application/jose+json', config: 'application/vnd.cncf.notary.signature' },
    ],
    ['whatever else is attached', { layer: 'text/plain', artifactType: 'text/spdx' }],
  ])('does not take %s for one', async (_, attached) => {
    const image = await client.pushImage('dev/app', 'v3')
    await push({ ...attached, of: image })
    expect(await pull('v3')).toEqual(refused('cosign'))
  })

  it('gives out the parts of a signed index, and of one within it', async () => {
    const [part, other] = [makeImage(), makeImage()]
    for (const image of [part, other]) await client.pushImage('dev/app', 'part', image)
    const inner = await pushIndex('inner', [part, other])
    const outer = await pushIndex('outer', [
      { ...part, mediaType: mediaTypes.ociIndex, manifest: inner, digest: digestOf(inner) },
    ])
    expect(await pull(part.digest)).toEqual(refused('cosign'))
    await push({ layer: simpleSigning, config: mediaTypes.ociConfig, tag: signatureTag(digestOf(outer)) })
    for (const reference of ['outer', 'inner', part.digest, other.digest])
      await expect.poll(() => pull(reference), LEASE).toBe(200)
  })

  it('gives out signatures and attestations, and no image that calls itself one', async () => {
    const image = await client.pushImage('dev/app', 'v4')
    const attestation = await push({
      layer: 'application/vnd.dsse.envelope.v1+json',
      config: mediaTypes.ociConfig,
      of: image,
    })
    expect(await pull(attestation)).toBe(200)
    const disguised = Buffer.from(
      JSON.stringify({
        ...JSON.parse(image.manifest.toString()),
        artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
      }),
    )
    await client.pushManifest('dev/app', digestOf(disguised), disguised, mediaTypes.ociManifest)
    expect(await pull(digestOf(disguised))).toEqual(refused('cosign'))
  })

  it('lets cosign read what it is to sign, with the right to push alone', async () => {
    await client.pushImage('dev/app', 'v5')
    const reader = new OciClient(platform.url, { token: () => platform.token('repository:dev/app:pull') })
    const agent = 'cosign/v3.1.3 (linux; amd64) go-containerregistry/v0.22.1'
    expect(await pull('v5', reader, agent)).toEqual([401, 'UNAUTHORIZED', expect.stringContaining('push')])
    const signer = new OciClient(platform.url, { token: () => platform.token('repository:dev/app:pull,push') })
    expect(await pull('v5', signer, agent)).toBe(200)
    expect(await pull('v5', client)).toEqual(refused('cosign'))
  })
})

it('gives out whatever is there where a project wants no signature', async () => {
  await require({})
  await client.pushImage('dev/app', 'v0')
  expect(await pull('v0')).toBe(200)
})

it('goes by notation where a project wants that', async () => {
  const image = await client.pushImage('dev/app', 'v6')
  await require({ notation: true })
  expect(await pull('v6')).toEqual(refused('notation'))
  await push({ layer: 'application/jose+json', config: 'application/vnd.cncf.notary.signature', of: image })
  await expect.poll(() => pull('v6'), LEASE).toBe(200)
  await require({ notation: true, cosign: true })
  expect(await pull('v6')).toEqual(refused('cosign'))
})
