import { proxied } from './error-entry.js'

/**
 * What the proxy answers by itself, before or instead of a service. `deploy/proxy` holds the same words, in Chinese too where a
 * browser may meet them: a test compares. Those of the data plane have the codes of the Distribution API.
 */
export const proxyErrors = {
  SERVICE_UNAVAILABLE: proxied(
    'transient',
    'SERVICE_UNAVAILABLE',
    503,
    'The service is starting or not available; try again in a few seconds.',
    '服务正在启动或暂不可用，请几秒后重试。',
  ),
  PROXY_MALFORMED_REQUEST: proxied('user', 'BAD_REQUEST', 400, 'malformed request', '请求格式错误'),
  PROXY_METHOD_UNSUPPORTED: proxied('user', 'UNSUPPORTED', 405, 'the operation is unsupported', '不支持该操作'),
  PROXY_NO_REGISTRY: proxied(
    'user',
    'NOT_FOUND',
    404,
    'the address of a registry has nothing before /v2/',
    '镜像仓库服务的地址在 /v2/ 之前没有其他内容',
  ),
  PROXY_ADDRESS_TOO_LONG: proxied('user', 'BAD_REQUEST', 414, 'the address of the request is too long', '请求地址过长'),
  PROXY_ENCODING_UNSUPPORTED: proxied(
    'user',
    'UNSUPPORTED',
    501,
    'the transfer encoding is unsupported',
    '不支持该传输编码',
  ),
  PROXY_UNEXPECTED_BODY: proxied(
    'user',
    'SIZE_INVALID',
    413,
    'the request has a body that nothing asks for',
    '该请求不应带有正文',
  ),
  PROXY_BODY_TOO_LARGE: proxied('user', 'REQUEST_ENTITY_TOO_LARGE', 413, 'The body is too large.', '请求正文过大。'),
  PROXY_TOO_MANY_REQUESTS: proxied(
    'user',
    'TOOMANYREQUESTS',
    429,
    'Too many requests; try again in a few seconds.',
    '请求过于频繁，请几秒后重试。',
  ),
  PROXY_MANIFEST_TOO_LARGE: proxied(
    'user',
    'MANIFEST_TOO_LARGE',
    413,
    'manifest is larger than 4 MiB',
    '清单超过 4 MiB',
  ),
  PROXY_BLOB_MISSING: proxied(
    'user',
    'BLOB_UNKNOWN',
    404,
    'the content of this blob is missing in the blob store',
    '存储中缺少该 blob 的内容',
  ),
  PROXY_RANGE_INVALID: proxied('user', 'RANGE_INVALID', 416, 'the range cannot be satisfied', '无法满足请求的范围'),
  PROXY_STORAGE_FULL: proxied(
    'transient',
    'STORAGE_FULL',
    507,
    'no space left in the blob store of the registry',
    '镜像仓库服务的存储空间已满',
  ),
  PROXY_REGISTRY_UNAVAILABLE: proxied(
    'transient',
    'UNAVAILABLE',
    503,
    'the registry is starting or not available, try again',
    '镜像仓库服务正在启动或暂不可用，请重试',
  ),
}
