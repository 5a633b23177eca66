import type { Endpoint } from '../http/endpoint.js'
import { deleteBlob } from './blobs/delete-blob.js'
import { getBlob } from './blobs/get-blob.js'
import { catalog } from './listing/catalog.js'
import { listTags } from './listing/list-tags.js'
import { referrers } from './listing/referrers.js'
import { deleteManifest } from './manifests/delete-manifest.js'
import { getManifest } from './manifests/get-manifest.js'
import { putManifest } from './manifests/put-manifest.js'
import { ping } from './ping.js'
import { appendChunk } from './uploads/append-chunk.js'
import { cancelUpload } from './uploads/cancel-upload.js'
import { closeUpload } from './uploads/finish-upload.js'
import { startUpload } from './uploads/start-upload.js'
import { uploadStatus } from './uploads/upload-status.js'

/**
 * Every operation of the Distribution API. The first match counts: `blobs/uploads` stands before `blobs/<digest>`, and repository
 * names may hold slashes.
 */
export const routeTable: readonly Endpoint[] = [
  ping,
  getManifest,
  putManifest,
  deleteManifest,
  startUpload,
  appendChunk,
  closeUpload,
  uploadStatus,
  cancelUpload,
  getBlob,
  deleteBlob,
  listTags,
  referrers,
  catalog,
]
