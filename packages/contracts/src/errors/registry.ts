import { transient, user } from './error-entry.js'

/**
 * What the data plane and the metadata store refuse, as the admin API tells it. `detail` is the refusal's own English text.
 * Clients of `/v2` get the codes of the Distribution API instead, and no row of these.
 */
export const registryErrors = {
  BLOB_UNKNOWN: user('NOT_FOUND', 404, 'There is no such blob: {detail}', '没有该 blob：{detail}'),
  BLOB_UPLOAD_INVALID: user('BAD_REQUEST', 400, 'The upload is not valid: {detail}', '上传无效：{detail}'),
  BLOB_UPLOAD_UNKNOWN: user('NOT_FOUND', 404, 'There is no such upload: {detail}', '没有该上传任务：{detail}'),
  DENIED: user('DENIED', 403, 'The registry does not allow this: {detail}', '镜像仓库服务不允许此操作：{detail}'),
  DIGEST_INVALID: user('BAD_REQUEST', 400, 'The digest is not valid: {detail}', '摘要无效：{detail}'),
  HEADERS_TOO_LARGE: user('BAD_REQUEST', 431, 'The headers are too large: {detail}', '请求头过大：{detail}'),
  MANIFEST_BLOB_UNKNOWN: user(
    'PRECONDITION',
    412,
    'The manifest names what its repository does not hold: {detail}',
    '清单引用了其镜像仓库中没有的内容：{detail}',
  ),
  MANIFEST_INVALID: user('BAD_REQUEST', 400, 'The manifest is not valid: {detail}', '清单无效：{detail}'),
  MANIFEST_TOO_LARGE: user(
    'REQUEST_ENTITY_TOO_LARGE',
    413,
    'The manifest is too large: {detail}',
    '清单过大：{detail}',
  ),
  MANIFEST_UNKNOWN: user('NOT_FOUND', 404, 'There is no such manifest: {detail}', '没有该清单：{detail}'),
  NAME_INVALID: user('BAD_REQUEST', 400, 'The repository name is not valid: {detail}', '镜像仓库名称无效：{detail}'),
  NAME_UNKNOWN: user('NOT_FOUND', 404, 'There is no such repository: {detail}', '没有该镜像仓库：{detail}'),
  PAGE_SIZE_INVALID: user('BAD_REQUEST', 400, 'The page size is not valid: {detail}', '每页数量无效：{detail}'),
  PRECONDITION: user(
    'PRECONDITION',
    412,
    'The state of the repository does not allow this: {detail}',
    '镜像仓库服务的当前状态不允许此操作：{detail}',
  ),
  RANGE_INVALID: user('BAD_REQUEST', 416, 'The range is not valid: {detail}', '范围无效：{detail}'),
  SIZE_INVALID: user('BAD_REQUEST', 400, 'The length is not valid: {detail}', '长度无效：{detail}'),
  TAG_INVALID: user('BAD_REQUEST', 400, 'The tag is not valid: {detail}', '标签无效：{detail}'),
  TOO_MANY_REQUESTS: user('TOO_MANY_REQUEST', 429, 'Too many requests: {detail}', '请求过于频繁：{detail}'),
  UNSUPPORTED: user(
    'METHOD_NOT_ALLOWED',
    405,
    'The registry cannot do this: {detail}',
    '镜像仓库服务不支持此操作：{detail}',
  ),
  STORAGE_FULL: transient(
    'UNAVAILABLE',
    507,
    'The blob store of the registry is full: {detail}',
    '镜像仓库服务的存储空间已满：{detail}',
    { en: 'Free space, or ask an administrator to.', zh: '请清理空间，或联系管理员。' },
  ),
}
