import { isChartArchive, type ParsedManifest } from '@berth/oci'
import { nameOfFile } from './files.js'

/** Instead of a text or its blob: there is one, and it is larger than what people are shown. */
export const tooLarge = Symbol('too large')
export type TooLarge = typeof tooLarge

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
export function textBlobOf(manifest: ParsedManifest, name: TextName): TextBlob | TooLarge | undefined | null {
  if (manifest.kind === 'chart') return archiveOf(manifest)
  if (manifest.kind !== 'model' || name === 'values.yaml') return null
  const texts = manifest.layers.filter((layer) => modelText(layer, name))
  const layer = texts.find(({ size }) => size <= MAX_ARCHIVE)
  const packing = layer && modelText(layer, name)
  if (packing) return { digest: layer.digest, packing, files: { [name]: ofModel[name] } }
  return texts.length > 0 ? tooLarge : undefined
}

function archiveOf({ layers }: ParsedManifest): TextBlob | TooLarge | undefined {
  const archive = layers.find(({ mediaType }) => isChartArchive(mediaType))
  if (!archive) return undefined
  return archive.size <= MAX_ARCHIVE ? { digest: archive.digest, packing: 'tar.gz', files: ofChart } : tooLarge
}

function modelText(layer: ParsedManifest['layers'][number], name: keyof typeof ofModel): Packing | undefined {
  if (name === 'license' && layer.mediaType === DOCKER_LICENSE) return 'bare'
  const packing = packings[DOC.exec(layer.mediaType)?.groups?.['packing'] ?? '']
  return ofModel[name].test(nameOfFile(layer) ?? '') ? packing : undefined
}
