import { mediaTypes, typeIn } from '@berth/oci'

/**
 * The media type of a manifest of which only the bytes are kept, as Distribution tells it: its own `mediaType`, or else the shape.
 * What is no JSON object counts as bytes.
 */
export function mediaTypeOf(manifest: Uint8Array): string {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder().decode(manifest))
  } catch {
    return mediaTypes.octetStream
  }
  if (typeof document !== 'object' || document === null) return mediaTypes.octetStream
  if ('mediaType' in document && typeof document.mediaType === 'string' && document.mediaType !== '')
    return typeIn(document.mediaType)
  if ('schemaVersion' in document && document.schemaVersion === 1)
    return `application/vnd.docker.distribution.manifest.v1+${'signatures' in document ? 'prettyjws' : 'json'}`
  return 'manifests' in document ? mediaTypes.ociIndex : mediaTypes.ociManifest
}
