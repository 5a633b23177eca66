import { DistributionError } from './errors.js'
import { isDigest, parseDigest, type Digest } from './digest.js'

declare const brand: unique symbol

/** Path segments joined by `/`, at most 255 characters (specification: "Pulling manifests"). */
export type RepositoryName = string & { readonly [brand]: 'RepositoryName' }
export type Tag = string & { readonly [brand]: 'Tag' }
/** Names one upload session. */
export type UploadId = string & { readonly [brand]: 'UploadId' }
export type Reference = { readonly tag: Tag } | { readonly digest: Digest }

const MAX_NAME = 255
// Linear on any input: separators never overlap with the alphanumerics between them.
const namePattern = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const uploadPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isRepositoryName(text: string): text is RepositoryName {
  return text.length <= MAX_NAME && namePattern.test(text)
}

/** @throws {DistributionError} NAME_INVALID */
export function parseRepositoryName(text: string): RepositoryName {
  if (isRepositoryName(text)) return text
  throw new DistributionError(
    'NAME_INVALID',
    'repository names are lower-case segments of letters, digits and . _ - joined by /, at most 255 characters',
  )
}

/** The project that a repository belongs to: its first path segment. */
export function projectOf(name: RepositoryName): string {
  const slash = name.indexOf('/')
  return slash < 0 ? name : name.slice(0, slash)
}

/** What a repository is called in its project: `team/app` of `dev/team/app`. Rules and patterns are about this name. */
export function pathInProject(name: RepositoryName): string {
  return name.slice(projectOf(name).length + 1)
}

export function isTag(text: string): text is Tag {
  return tagPattern.test(text)
}

/** @throws {DistributionError} TAG_INVALID */
export function parseTag(text: string): Tag {
  if (isTag(text)) return text
  throw new DistributionError('TAG_INVALID', 'tags are letters, digits and . _ -, at most 128 characters')
}

/**
 * The last segment of a manifest URL. Whatever holds a colon is meant as a digest.
 * @throws {DistributionError} DIGEST_INVALID or TAG_INVALID
 */
export function parseReference(text: string): Reference {
  if (isDigest(text)) return { digest: text }
  return text.includes(':') ? { digest: parseDigest(text) } : { tag: parseTag(text) }
}

function isUploadId(text: string): text is UploadId {
  return uploadPattern.test(text)
}

/** @throws {DistributionError} BLOB_UPLOAD_UNKNOWN: an id of another shape was never given out */
export function parseUploadId(text: string): UploadId {
  if (isUploadId(text)) return text
  throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
}
