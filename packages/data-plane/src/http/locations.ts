import type { Digest, RepositoryName, UploadId } from '@berth/oci'

/* Relative to the host, so that they hold whatever stands in front. */

export function blobLocation(name: RepositoryName, digest: Digest): string {
  return `/v2/${name}/blobs/${digest}`
}

export function manifestLocation(name: RepositoryName, digest: Digest): string {
  return `/v2/${name}/manifests/${digest}`
}

export function uploadLocation(name: RepositoryName, id: UploadId): string {
  return `/v2/${name}/blobs/uploads/${id}`
}
