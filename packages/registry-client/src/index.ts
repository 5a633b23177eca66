export { RegistryClient, type RegistryOptions, type RemoteManifest } from './registry-client.js'
export type { Credentials } from './credentials.js'
export { RegistryError } from './registry-error.js'
