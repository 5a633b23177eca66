/** All operations on a manifest share one path. */
export const manifestPath = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/
