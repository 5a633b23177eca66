export { RegistryClient, type RegistryOptions, type RemoteManifest } from './registry-client.js'
export { basic, type Credentials, type CredentialSource } from './credentials.js'
export { readAnswer } from './read-answer.js'
export { RegistryError, SignInError } from './registry-error.js'
