/** All operations on an upload that has begun share one path. */
export const uploadPath = /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<id>[^/]+)$/
