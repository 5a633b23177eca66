export { deriveKey } from './derive-key.js'
export { RowSecrets } from './row-secrets.js'
export { open, seal, SealError } from './seal.js'
