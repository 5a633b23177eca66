import { z } from 'zod'
import { isDigest, type Digest } from './digest.js'
import { DistributionError } from './errors.js'
import { parseJson } from './json.js'
import { type ArtifactKind, kindOf } from './kind.js'
import { exactObject, listOf, stringRecord } from './lists.js'
import { isImageType, isIndexType, isNonDistributable, isSchema1, isStatementType, mediaTypes } from './media-types.js'

/** Bytes; the limit that the specification asks registries to accept at least. */
export const MAX_MANIFEST_SIZE = 4 * 1024 * 1024

/** RFC 6838, 4.2: type and subtype have at most 127 characters each. */
const MAX_MEDIA_TYPE = 255

const typeName = z.string().max(MAX_MEDIA_TYPE)
const annotations = stringRecord()
/** What is null counts as absent, as Go's clients write and read it. */
const orElse = <Type extends z.ZodType<string>>(type: Type, value: string) =>
  type.nullish().transform((given) => given ?? value)
const platform = exactObject({
  os: orElse(z.string(), 'unknown'),
  architecture: orElse(z.string(), 'unknown'),
  variant: z.string().nullish(),
})
const descriptor = exactObject({
  mediaType: orElse(typeName, mediaTypes.octetStream),
  digest: z.string().refine(isDigest, 'not a sha256 or sha512 digest'),
  size: z.int().min(0),
  urls: listOf(z.string()).nullish(),
  artifactType: typeName.nullish(),
  platform: platform.nullish(),
  annotations: annotations.nullish(),
})
const descriptors = listOf(descriptor)
const document = exactObject({
  schemaVersion: z.literal(2).nullish(),
  mediaType: typeName.nullish(),
  artifactType: typeName.nullish(),
  config: descriptor.nullish(),
  layers: descriptors.nullish(),
  blobs: descriptors.nullish(),
  manifests: descriptors.nullish(),
  subject: descriptor.nullish(),
  annotations: annotations.nullish(),
})

export type Platform = { readonly os: string; readonly architecture: string; readonly variant?: string | undefined }
export type Annotations = Readonly<Record<string, string>>

/** A blob that a manifest names. `required`: it must be in the repository before the manifest is. */
export interface BlobReference {
  readonly digest: Digest
  readonly size: number
  readonly mediaType: string
  readonly required: boolean
}

export interface LayerReference {
  readonly digest: Digest
  readonly size: number
  readonly mediaType: string
  readonly annotations?: Annotations | undefined
}

export interface ChildReference {
  readonly digest: Digest
  readonly size: number
  readonly mediaType: string
  readonly platform?: Platform | undefined
  readonly annotations?: Annotations | undefined
}

/** What the registry has to know of a manifest; the bytes themselves are kept as they came. */
export interface ParsedManifest {
  readonly mediaType: string
  readonly kind: ArtifactKind
  /** As referrers show it: the manifest's own, or else its config's media type. */
  readonly artifactType?: string | undefined
  readonly config?: BlobReference | undefined
  /** Config and layers, each digest once. */
  readonly blobs: readonly BlobReference[]
  /** What stands in it beside the config, in its order. */
  readonly layers: readonly LayerReference[]
  readonly children: readonly ChildReference[]
  readonly subject?: Digest | undefined
  readonly annotations?: Annotations | undefined
}

type Document = z.output<typeof document>

/**
 * Parses a manifest: Docker schema 2 and list, OCI manifest and index, and of another media type what states that type itself and follows
 * their shape. Unknown fields are tolerated.
 *
 * @param mediaType what it is given for, as {@link typeIn} reads it from a Content-Type
 * @throws {DistributionError} MANIFEST_INVALID, MANIFEST_TOO_LARGE
 */
export function parseManifest(bytes: Uint8Array, mediaType: string): ParsedManifest {
  if (bytes.byteLength > MAX_MANIFEST_SIZE) throw new DistributionError('MANIFEST_TOO_LARGE')
  const parsed = document.safeParse(readJson(bytes))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw invalid(`${issue?.path.map(String).join('.') || 'document'}: ${issue?.message ?? ''}`)
  }
  const content = parsed.data
  requireType(content, mediaType)
  requireOneShape(content, mediaType)
  return {
    mediaType,
    kind: describedKind(content, mediaType),
    artifactType: content.artifactType || content.config?.mediaType,
    config: content.config ? toBlob(content.config) : undefined,
    blobs: blobsOf(content),
    layers: listedOf(content).map(({ digest, size, mediaType: type, annotations: notes }) => ({
      digest,
      size,
      mediaType: type,
      annotations: notes ?? undefined,
    })),
    children: (content.manifests ?? []).map((child) => ({
      digest: child.digest,
      size: child.size,
      mediaType: child.mediaType,
      platform: child.platform ? toPlatform(child.platform) : undefined,
      annotations: child.annotations ?? undefined,
    })),
    subject: content.subject?.digest,
    annotations: content.annotations ?? undefined,
  }
}

/** Whether a manifest holds signatures and attestations alone, whatever it calls itself. */
export function isStatement({ blobs, config, children }: ParsedManifest): boolean {
  const layers = blobs.filter(({ digest }) => digest !== config?.digest)
  return children.length === 0 && layers.length > 0 && layers.every(({ mediaType }) => isStatementType(mediaType))
}

/** The bytes alone decide of which type they are, so that the same ones are never taken under two. */
function requireType(content: Document, mediaType: string): void {
  if (content.mediaType && content.mediaType.toLowerCase() !== mediaType)
    throw invalid(`the manifest says mediaType ${content.mediaType}, the request Content-Type ${mediaType}`)
  if (mediaType.length > MAX_MEDIA_TYPE) throw invalid(`a media type has at most ${MAX_MEDIA_TYPE} characters`)
  if (isSchema1(mediaType)) throw invalid('Docker image manifests of schema 1 are not supported')
  const isPlain = mediaType === mediaTypes.ociManifest || mediaType === mediaTypes.ociIndex
  if (!content.mediaType && !isPlain)
    throw invalid(`a manifest of the type ${mediaType} has to say so in its mediaType`)
}

/** An image to some readers and an index to others would hide from each what the others see. */
function requireOneShape({ manifests, config, layers, blobs }: Document, mediaType: string): void {
  const isIndex = isIndexType(mediaType) || manifests
  if (isIndex && (config || layers || blobs)) throw invalid('an index must not have config, layers or blobs')
  if (!isImageType(mediaType)) return
  if (manifests) throw invalid('an image must not have manifests')
  if (!config) throw invalid('an image needs a config')
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DistributionError('MANIFEST_INVALID', `the manifest is no JSON that can be read: ${why}`, { cause })
  }
}

function invalid(message: string): DistributionError {
  return new DistributionError('MANIFEST_INVALID', message)
}

/** With what else stands in it, but for what is null. */
function toPlatform({ os, architecture, variant, ...others }: z.output<typeof platform>): Platform {
  const given = Object.entries(others).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(given), os, architecture, ...(variant && { variant }) }
}

function toBlob(source: z.output<typeof descriptor>): BlobReference {
  return {
    digest: source.digest,
    size: source.size,
    mediaType: source.mediaType,
    required: !isNonDistributable(source.mediaType),
  }
}

function blobsOf(content: Document): BlobReference[] {
  const all = [...(content.config ? [content.config] : []), ...listedOf(content)]
  const byDigest = new Map<string, BlobReference>()
  for (const blob of all.map(toBlob)) {
    const known = byDigest.get(blob.digest)
    if (known && known.size !== blob.size) throw invalid(`the manifest names ${blob.digest} with two sizes`)
    if (!known || (blob.required && !known.required)) byDigest.set(blob.digest, blob)
  }
  return [...byDigest.values()]
}

function describedKind(content: Document, mediaType: string): ArtifactKind {
  if (isIndexType(mediaType) || content.manifests) return 'index'
  return kindOf({
    artifactType: content.artifactType ?? undefined,
    config: content.config?.mediaType,
    layers: listedOf(content).map((layer) => layer.mediaType),
    annotations: content.annotations ?? {},
  })
}

const listedOf = ({ layers, blobs }: Document) => [...(layers ?? []), ...(blobs ?? [])]
