export { copyRegistry, type CopyCounts, type CopyOptions } from './copy-registry.js'
export type { ImageSource, ImageTarget } from './image-ends.js'
export { RemoteRegistry } from './remote-registry.js'
export { StoredRegistry } from './stored-registry.js'
