export type { BlobTransfer } from './copy-blob.js'
export { copyRegistry, manifestsOf, repositoriesOf, type CopyCounts, type CopyOptions } from './copy-registry.js'
export { Owner } from './owner.js'
export { blobFile, type RegistryEnd } from './registry-end.js'
