import { mediaTypes, type ParsedManifest } from '@berth/oci'
import { nameOfFile } from './files.js'

/** Bytes of what is unpacked. Charts have some ten thousand. */
const MAX_ARCHIVE = 10 * 1024 * 1024

/** Texts that people read, by the names of the additions. */
export const textNames = ['values.yaml', 'readme.md', 'license'] as const
export type TextName = (typeof textNames)[number]

/** How a blob holds its files; a bare one is the file. */
export type Packing = 'bare' | 'tar' | 'tar.gz'

/** A blob, and which texts are looked for in it, by where it has them. */
export interface TextBlob {
  readonly digest: ParsedManifest['layers'][number]['digest']
  readonly packing: Packing
  readonly files: Readonly<Partial<Record<TextName, RegExp>>>
}

/** In the chart's own folder: charts within it have others. */
const ofChart = {
  'values.yaml': /^[^/]+\/values\.yaml$/,
  'readme.md': /^[^/]+\/readme\.md$/i,
  license: /^[^/]+\/licen[sc]e(?:\.md|\.txt)?$/i,
} as const satisfies TextBlob['files']

/** Beside the model, or in the folder that the layer is. */
const ofModel = {
  'readme.md': /^(?:\.\/)?(?:[^/]+\/)?readme(?:\.md)?$/i,
  license: /^(?:\.\/)?(?:[^/]+\/)?licen[sc]e(?:\.md|\.txt)?$/i,
} as const satisfies TextBlob['files']

/** What those who pack models call a text beside it. */
const DOC = /^application\/vnd\.(?:cncf|cnai)\.model\.doc\.v1\.(?<packing>raw|tar|tar\+gzip)$/
const packings: Readonly<Record<string, Packing>> = { raw: 'bare', tar: 'tar', 'tar+gzip': 'tar.gz' }
const DOCKER_LICENSE = 'application/vnd.docker.ai.license'

/** Where an artifact has a text; undefined where its manifest tells of none, null where its kind has no such text. */
export function textBlobOf(manifest: ParsedManifest, name: TextName): TextBlob | undefined | null {
  if (manifest.kind === 'chart') return archiveOf(manifest)
  if (manifest.kind !== 'model' || name === 'values.yaml') return null
  for (const layer of manifest.layers) {
    if (layer.size > MAX_ARCHIVE) continue
    const found = modelText(layer, name)
    if (found) return { digest: layer.digest, packing: found, files: { [name]: ofModel[name] } }
  }
  return undefined
}

function archiveOf({ layers }: ParsedManifest): TextBlob | undefined {
  const archive = layers.find(({ mediaType }) => mediaType === mediaTypes.helmChart)
  return archive && archive.size <= MAX_ARCHIVE
    ? { digest: archive.digest, packing: 'tar.gz', files: ofChart }
    : undefined
}

function modelText(layer: ParsedManifest['layers'][number], name: keyof typeof ofModel): Packing | undefined {
  if (name === 'license' && layer.mediaType === DOCKER_LICENSE) return 'bare'
  const packing = packings[DOC.exec(layer.mediaType)?.groups?.['packing'] ?? '']
  return ofModel[name].test(nameOfFile(layer) ?? '') ? packing : undefined
}
