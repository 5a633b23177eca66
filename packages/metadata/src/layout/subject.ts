import { isDigest, type Digest } from '@berth/oci'

const mark = Buffer.from('"subject"')

/** What a manifest is attached to; undefined for most manifests, and found out cheaply for those. */
export function subjectOf(manifest: Buffer): Digest | undefined {
  if (!manifest.includes(mark) && !manifest.includes('\\u')) return undefined
  try {
    const document: unknown = JSON.parse(manifest.toString('utf8'))
    if (typeof document !== 'object' || document === null || !('subject' in document)) return undefined
    const { subject } = document
    if (typeof subject !== 'object' || subject === null || !('digest' in subject)) return undefined
    return typeof subject.digest === 'string' && isDigest(subject.digest) ? subject.digest : undefined
  } catch {
    return undefined
  }
}
