import { bug, transient } from './error-entry.js'

/** What is not the caller's doing. */
export const serviceErrors = {
  DATABASE_UNAVAILABLE: transient(
    'UNAVAILABLE',
    503,
    'The database cannot be reached at the moment. Try again shortly.',
    '暂时无法连接数据库，请稍后重试。',
  ),
  DATABASE_FULL: transient(
    'UNAVAILABLE',
    503,
    'The disk of the database is full: nothing can be changed until there is room.',
    '数据库所在的磁盘已满，腾出空间之前无法进行任何更改。',
    { en: 'Ask an administrator to free space.', zh: '请联系管理员清理空间。' },
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
}
