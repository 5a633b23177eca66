import { type ArtifactKind, digestOf, mediaTypes, type ParsedManifest, parseManifest } from '@berth/oci'
import { expect, it } from 'vitest'
import { textBlobOf, tooLarge } from './text-blobs.js'

const blob = (mediaType: string, name?: string, size = 10) => ({
  mediaType,
  digest: digestOf(Buffer.from(mediaType + name)),
  size,
  ...(name !== undefined && { annotations: { 'org.cncf.model.filepath': name } }),
})

function manifestOf(kind: 'chart' | 'model' | 'image', layers: ReturnType<typeof blob>[]): ParsedManifest {
  const config = {
    chart: mediaTypes.helmConfig,
    model: 'application/vnd.cncf.model.config.v1+json',
    image: mediaTypes.ociConfig,
  } satisfies Partial<Record<ArtifactKind, string>>
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config: blob(config[kind]), layers }
  return parseManifest(Buffer.from(JSON.stringify(manifest)), mediaTypes.ociManifest)
}

it.each([
  ['application/vnd.cncf.model.doc.v1.raw', 'bare'],
  ['application/vnd.cncf.model.doc.v1.tar', 'tar'],
  ['application/vnd.cnai.model.doc.v1.tar+gzip', 'tar.gz'],
])('finds the texts of a model by the names that its layers have: %s', (mediaType, packing) => {
  const [readme, license] = [blob(mediaType, 'README.md'), blob(mediaType, 'LICENSE')]
  const model = manifestOf('model', [blob('application/vnd.cncf.model.weight.v1.raw', 'README.md'), readme, license])
  expect(textBlobOf(model, 'readme.md')).toMatchObject({ digest: readme.digest, packing })
  expect(textBlobOf(model, 'license')).toMatchObject({ digest: license.digest, packing })
})

it("takes Docker's licence as it is", () => {
  const license = blob('application/vnd.docker.ai.license')
  expect(textBlobOf(manifestOf('model', [license]), 'license')).toMatchObject({
    digest: license.digest,
    packing: 'bare',
  })
})

it('tells of none where there is none, or where it is no text to read', () => {
  const doc = 'application/vnd.cncf.model.doc.v1'
  for (const layers of [
    [blob('application/vnd.cncf.model.weight.v1.raw', 'weights.bin')],
    [blob(`${doc}.raw`, 'docs/guide.md')],
    [blob(`${doc}.tar+zstd`, 'README.md')],
    [blob(`${doc}.raw`)],
  ])
    expect(textBlobOf(manifestOf('model', layers), 'readme.md')).toBeUndefined()
  expect(textBlobOf(manifestOf('chart', []), 'readme.md')).toBeUndefined()
})

it('tells of one that is too large, and finds a smaller one beside it', () => {
  const doc = 'application/vnd.cncf.model.doc.v1.raw'
  const huge = blob(doc, 'README.md', 11 * 1024 * 1024)
  expect(textBlobOf(manifestOf('model', [huge]), 'readme.md')).toBe(tooLarge)
  expect(textBlobOf(manifestOf('model', [huge, blob(doc, 'readme.md')]), 'readme.md')).toMatchObject({
    packing: 'bare',
  })
  expect(textBlobOf(manifestOf('chart', [blob(mediaTypes.helmChart, undefined, huge.size)]), 'readme.md')).toBe(
    tooLarge,
  )
})

it('tells what a kind cannot have', () => {
  expect(textBlobOf(manifestOf('model', []), 'values.yaml')).toBeNull()
  expect(textBlobOf(manifestOf('image', []), 'readme.md')).toBeNull()
})
