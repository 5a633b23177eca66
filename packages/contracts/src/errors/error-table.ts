/** What a client sees as `code`: the words of Harbor's API, which existing clients match on. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'DENIED'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'CONFLICT'
  | 'PRECONDITION'
  | 'REQUEST_ENTITY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNPROCESSABLE_ENTITY'
  | 'TOO_MANY_REQUEST'
  | 'UNAVAILABLE'
  | 'UNKNOWN'

/**
 * user: the caller can do something about it. transient: the same request may succeed later. bug: ours.
 * The kind decides the log level and whether a job tries again.
 */
export type ErrorKind = 'user' | 'transient' | 'bug'

interface ErrorEntry {
  readonly kind: ErrorKind
  readonly code: ErrorCode
  /** HTTP status. */
  readonly status: number
  /** `{name}` is replaced by the error's parameter of that name. */
  readonly en: string
  readonly zh: string
}

const user = (code: ErrorCode, status: number, en: string, zh: string) =>
  ({ kind: 'user', code, status, en, zh }) satisfies ErrorEntry
const transient = (code: ErrorCode, status: number, en: string, zh: string) =>
  ({ kind: 'transient', code, status, en, zh }) satisfies ErrorEntry
const bug = (code: ErrorCode, status: number, en: string, zh: string) =>
  ({ kind: 'bug', code, status, en, zh }) satisfies ErrorEntry

/** Every error of the admin API. The key is the `reason` that goes out beside Harbor's coarser `code`. */
export const errorTable = {
  BAD_REQUEST: user('BAD_REQUEST', 400, 'The request is not valid: {detail}', '请求无效：{detail}'),
  BAD_QUERY: user('BAD_REQUEST', 400, 'The query "q" is not valid: {detail}', '查询参数 q 无效：{detail}'),
  BAD_SORT: user(
    'BAD_REQUEST',
    400,
    'Cannot sort by "{field}". Possible: {fields}.',
    '不能按“{field}”排序，可用字段：{fields}。',
  ),
  INVALID_FIELD: user('UNPROCESSABLE_ENTITY', 422, 'Not valid: {detail}', '内容无效：{detail}'),
  MALFORMED_BODY: user('BAD_REQUEST', 400, 'The body is not valid JSON.', '请求正文不是有效的 JSON。'),
  UNSUPPORTED_MEDIA_TYPE: user(
    'UNSUPPORTED_MEDIA_TYPE',
    415,
    'Send the body as application/json.',
    '请以 application/json 发送请求正文。',
  ),
  BODY_TOO_LARGE: user('REQUEST_ENTITY_TOO_LARGE', 413, 'The body is too large.', '请求正文过大。'),

  UNAUTHENTICATED: user('UNAUTHORIZED', 401, 'Sign in first.', '请先登录。'),
  WRONG_CREDENTIALS: user('UNAUTHORIZED', 401, 'The user name or password is wrong.', '用户名或密码错误。'),
  TOO_MANY_FAILED_LOGINS: user(
    'TOO_MANY_REQUEST',
    429,
    'Too many failed sign-ins. Try again in {seconds} seconds.',
    '登录失败次数过多，请在 {seconds} 秒后重试。',
  ),
  TOO_MANY_REGISTRATIONS: user(
    'TOO_MANY_REQUEST',
    429,
    'Too many sign-ups from your address. Try again in {seconds} seconds.',
    '您的地址注册次数过多，请在 {seconds} 秒后重试。',
  ),
  CSRF_REFUSED: user(
    'FORBIDDEN',
    403,
    'The CSRF token is missing or not valid. Reload the page and try again.',
    'CSRF 令牌缺失或无效，请刷新页面后重试。',
  ),
  FORBIDDEN: user(
    'FORBIDDEN',
    403,
    'You need the permission "{permission}" for this.',
    '此操作需要“{permission}”权限。',
  ),
  SYSTEM_ADMIN_ONLY: user(
    'FORBIDDEN',
    403,
    'Only a system administrator may do this.',
    '只有系统管理员可以执行此操作。',
  ),
  READ_ONLY: user('DENIED', 403, 'The system is in read-only mode.', '系统处于只读模式。'),

  NOT_FOUND: user('NOT_FOUND', 404, 'There is nothing at this address.', '该地址没有内容。'),
  METHOD_NOT_ALLOWED: user(
    'METHOD_NOT_ALLOWED',
    405,
    'This address does not take {method} requests.',
    '该地址不接受 {method} 请求。',
  ),
  USER_NOT_FOUND: user('NOT_FOUND', 404, 'There is no user {user}.', '用户 {user} 不存在。'),
  PROJECT_NOT_FOUND: user('NOT_FOUND', 404, 'There is no project {project}.', '项目 {project} 不存在。'),
  MEMBER_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The project has no member with id {member}.',
    '项目中没有 ID 为 {member} 的成员。',
  ),
  REPOSITORY_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'There is no repository {repository}.',
    '镜像仓库 {repository} 不存在。',
  ),
  ARTIFACT_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'There is no artifact {reference} in {repository}.',
    '{repository} 中没有制品 {reference}。',
  ),
  TAG_NOT_FOUND: user('NOT_FOUND', 404, 'There is no tag {tag} in {repository}.', '{repository} 中没有标签 {tag}。'),
  NOTHING_TO_RESTORE: user(
    'NOT_FOUND',
    404,
    'There is no deleted {reference} in {repository} to restore: it is back already, or its time is over.',
    '{repository} 中没有可恢复的 {reference}：它可能已恢复，或已超过保留期限。',
  ),
  ADDITION_NOT_FOUND: user('NOT_FOUND', 404, 'This artifact has no {addition}.', '该制品没有 {addition}。'),

  EXECUTION_NOT_FOUND: user('NOT_FOUND', 404, 'There is no run with id {id}.', '没有 ID 为 {id} 的运行记录。'),

  USERNAME_TAKEN: user('CONFLICT', 409, 'The user name {username} is already taken.', '用户名 {username} 已被使用。'),
  EMAIL_TAKEN: user(
    'CONFLICT',
    409,
    'This e-mail address is already used by another user.',
    '该邮箱已被其他用户使用。',
  ),
  PROJECT_EXISTS: user('CONFLICT', 409, 'There is already a project {project}.', '项目 {project} 已存在。'),
  MEMBER_EXISTS: user('CONFLICT', 409, '{user} is already a member of this project.', '{user} 已经是该项目的成员。'),
  TAG_EXISTS: user('CONFLICT', 409, 'There is already a tag {tag} in this repository.', '该镜像仓库中已有标签 {tag}。'),
  SCHEDULE_EXISTS: user(
    'CONFLICT',
    409,
    'There is a schedule already: change it instead.',
    '已有定时计划，请直接修改。',
  ),
  CONFLICT: user('CONFLICT', 409, 'It exists already.', '已存在。'),

  BAD_USERNAME: user(
    'BAD_REQUEST',
    400,
    'A user name has 1 to 255 characters, no blanks at its ends and none of , " ~ # % $ \\ / : ; and control characters.',
    '用户名长度为 1 到 255 个字符，首尾不能有空格，且不能包含 , " ~ # % $ \\ / : ; 及控制字符。',
  ),
  BAD_REALNAME: user(
    'BAD_REQUEST',
    400,
    'A full name has 1 to 255 characters and none of , " ~ # % $ and control characters.',
    '全名长度为 1 到 255 个字符，且不能包含 , " ~ # % $ 及控制字符。',
  ),
  BAD_EMAIL: user('BAD_REQUEST', 400, 'This is not an e-mail address.', '邮箱地址格式不正确。'),
  BAD_COMMENT: user('BAD_REQUEST', 400, 'A comment has at most 30 characters.', '备注最多 30 个字符。'),
  WEAK_PASSWORD: user(
    'BAD_REQUEST',
    400,
    'A password has 8 to 128 characters, among them an upper-case letter, a lower-case letter and a digit.',
    '密码长度为 8 到 128 个字符，且至少包含一个大写字母、一个小写字母和一个数字。',
  ),
  PASSWORD_TOO_LONG: user(
    'BAD_REQUEST',
    400,
    'This password takes more than 72 bytes (a Chinese character takes 3): choose a shorter one.',
    '密码超过 72 字节（一个汉字占 3 字节），请缩短密码。',
  ),
  SAME_PASSWORD: user('BAD_REQUEST', 400, 'The new password is the old one.', '新密码不能与旧密码相同。'),
  WRONG_OLD_PASSWORD: user('FORBIDDEN', 403, 'The current password is wrong.', '当前密码错误。'),
  SELF_REGISTRATION_OFF: user(
    'FORBIDDEN',
    403,
    'Sign-up is off: ask an administrator for an account.',
    '自助注册已关闭，请联系管理员创建账号。',
  ),
  SELF_REGISTRATION_CLOSED: user('PRECONDITION', 412, 'Sign-up is off.', '自助注册已关闭。'),
  SELF_REGISTRATION_PORTAL_ONLY: user(
    'FORBIDDEN',
    403,
    'Sign up on the portal, signed out: this call needs its CSRF token.',
    '请在未登录状态下通过门户页面注册：此调用需要页面的 CSRF 令牌。',
  ),
  CANNOT_DELETE_ADMIN: user('FORBIDDEN', 403, 'The built-in administrator cannot be deleted.', '不能删除内置管理员。'),
  CANNOT_DELETE_SELF: user('FORBIDDEN', 403, 'You cannot delete your own account.', '不能删除自己的账号。'),
  CANNOT_DEMOTE_ADMIN: user(
    'FORBIDDEN',
    403,
    'The built-in administrator stays an administrator.',
    '不能取消内置管理员的管理员权限。',
  ),

  BAD_PROJECT_NAME: user(
    'BAD_REQUEST',
    400,
    'A project name has 1 to 255 characters: lower-case letters and digits, joined by . _ or -.',
    '项目名长度为 1 到 255 个字符，只能使用小写字母和数字，中间可用 . _ - 连接。',
  ),
  PROJECT_NAME_FIXED: user('BAD_REQUEST', 400, 'The name of a project cannot be changed.', '项目名称不能修改。'),
  UNKNOWN_PROJECT_METADATA: user('BAD_REQUEST', 400, 'Project metadata has no "{key}".', '项目元数据中没有“{key}”。'),
  BAD_STORAGE_LIMIT: user(
    'BAD_REQUEST',
    400,
    'A storage limit is -1 (none) or a positive number of bytes.',
    '存储上限应为 -1（不限）或正整数字节数。',
  ),
  PROXY_PROJECT_UNSUPPORTED: user(
    'BAD_REQUEST',
    400,
    'Proxy-cache projects are not available.',
    '暂不支持代理缓存项目。',
  ),
  PROJECT_CREATION_RESTRICTED: user(
    'FORBIDDEN',
    403,
    'Only a system administrator may create projects here.',
    '此系统只允许系统管理员创建项目。',
  ),
  PROJECT_NOT_EMPTY: user(
    'PRECONDITION',
    412,
    'The project still holds repositories: delete them first.',
    '项目中仍有镜像仓库，请先删除它们。',
  ),
  GROUPS_UNSUPPORTED: user(
    'BAD_REQUEST',
    400,
    'Groups are not available: name a user.',
    '暂不支持用户组，请指定用户。',
  ),
  BAD_TAG_NAME: user(
    'BAD_REQUEST',
    400,
    'A tag has 1 to 128 letters, digits, ".", "_" and "-", and does not start with "." or "-".',
    '标签长度为 1 到 128 个字符，只能使用字母、数字、“.”、“_”和“-”，且不能以“.”或“-”开头。',
  ),
  ARTIFACT_REFERENCED: user(
    'PRECONDITION',
    412,
    'The artifact {reference} is part of an index or manifest list: delete that first.',
    '制品 {reference} 被索引引用，请先删除该索引。',
  ),
  BLOBS_MISSING: user(
    'PRECONDITION',
    412,
    'Blobs of {reference} have been deleted one by one, so it cannot be restored until they are pushed again: {blobs}',
    '{reference} 的部分数据层已被单独删除，重新推送后才能恢复：{blobs}',
  ),
  BAD_CRON: user(
    'BAD_REQUEST',
    400,
    '"{cron}" is not a schedule. Give minute, hour, day, month and day of the week; the second, a single number, may stand before them.',
    '“{cron}”不是有效的 cron 表达式：应依次为分、时、日、月、星期，前面可加秒（单个数字）。',
  ),
  SETTING_UNKNOWN: user('BAD_REQUEST', 400, 'There is no setting "{key}".', '没有名为“{key}”的设置。'),
  SETTING_FIXED: user('BAD_REQUEST', 400, 'The setting "{key}" cannot be changed.', '设置“{key}”不能修改。'),
  UNKNOWN_TOKEN_SERVICE: user(
    'BAD_REQUEST',
    400,
    'Tokens are for the service "{service}".',
    '令牌只签发给服务“{service}”。',
  ),

  DATABASE_UNAVAILABLE: transient(
    'UNAVAILABLE',
    503,
    'The database cannot be reached at the moment. Try again shortly.',
    '暂时无法连接数据库，请稍后重试。',
  ),
  SESSIONS_UNAVAILABLE: transient(
    'UNAVAILABLE',
    503,
    'Sessions are not available at the moment. Try again shortly; Basic authentication still works.',
    '会话服务暂时不可用，请稍后重试；Basic 认证仍可使用。',
  ),
  UNAVAILABLE: transient(
    'UNAVAILABLE',
    503,
    'The service is not available at the moment. Try again shortly.',
    '服务暂时不可用，请稍后重试。',
  ),

  INTERNAL: bug('UNKNOWN', 500, 'internal server error', '服务器内部错误'),
} as const satisfies Record<string, ErrorEntry>

export type ErrorReason = keyof typeof errorTable
/** Reasons of one kind. */
export type ReasonOf<Kind extends ErrorKind> = {
  [Reason in ErrorReason]: (typeof errorTable)[Reason]['kind'] extends Kind ? Reason : never
}[ErrorReason]
