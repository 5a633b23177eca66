export { copyRegistry, manifestsOf, repositoriesOf, type CopyCounts, type CopyOptions } from './copy-registry.js'
export type { RegistryEnd } from './registry-end.js'
