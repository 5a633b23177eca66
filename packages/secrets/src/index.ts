export { deriveKey } from './derive-key.js'
export { open, seal, SealError } from './seal.js'
