export type { BlobLocation, BlobStore, SealedUpload, Spooled, StoredBlob, Volume } from './blob-store.js'
export {
  BlobNotFoundError,
  DigestMismatchError,
  SpoolError,
  StorageFullError,
  TooManyChunksError,
  UploadNotFoundError,
  UploadOffsetError,
} from './errors.js'
export type { Reserve } from './filesystem/disk-reserve.js'
export { FilesystemBlobStore, type FilesystemOptions } from './filesystem/filesystem-blob-store.js'
export { MemoryBlobStore } from './memory/memory-blob-store.js'
