import { user } from './error-entry.js'

/** What a request may not be, whatever it asks for. */
export const requestErrors = {
  EVENT_STREAM_ONLY: user(
    'BAD_REQUEST',
    406,
    'This is a stream of events: ask for text/event-stream.',
    '这是事件流，请在 Accept 中指定 text/event-stream。',
  ),
  TOO_MANY_STREAMS: user(
    'TOO_MANY_REQUEST',
    429,
    'Too many streams of events are open. Close one first.',
    '打开的事件流过多，请先关闭一些。',
  ),
  BAD_REQUEST: user('BAD_REQUEST', 400, 'The request is not valid: {detail}', '请求无效：{detail}'),
  BAD_QUERY: user('BAD_REQUEST', 400, 'The query "q" is not valid: {detail}', '查询参数 q 无效：{detail}'),
  PATTERN_TOO_COMPLEX: user(
    'BAD_REQUEST',
    400,
    'A pattern has more alternatives than can be looked for.',
    '匹配模式包含的备选项过多，无法用于查找。',
    { en: 'Use fewer { } and *, or several patterns.', zh: '请减少 { } 和 *，或改用多个模式。' },
  ),
  INVALID_FIELD: user('UNPROCESSABLE_ENTITY', 422, 'Not valid: {detail}', '内容无效：{detail}'),
  MISSING_FIELD: user('BAD_REQUEST', 400, 'Give a value to: {members}', '缺少内容：{members}'),
  MALFORMED_BODY: user('UNPROCESSABLE_ENTITY', 422, 'The body is not valid JSON.', '请求正文不是有效的 JSON。'),
  UNSUPPORTED_MEDIA_TYPE: user(
    'UNSUPPORTED_MEDIA_TYPE',
    415,
    'Send the body as application/json.',
    '请以 application/json 发送请求正文。',
  ),
  UNSUPPORTED_CONTENT_ENCODING: user(
    'UNSUPPORTED_MEDIA_TYPE',
    415,
    'The body is encoded: send it without Content-Encoding.',
    '请求正文经过编码，请不要使用 Content-Encoding。',
  ),
  BODY_TOO_LARGE: user('REQUEST_ENTITY_TOO_LARGE', 413, 'The body is too large.', '请求正文过大。'),
  NOT_FOUND: user('NOT_FOUND', 404, 'There is nothing at this address.', '该地址没有内容。'),
  METHOD_NOT_ALLOWED: user(
    'METHOD_NOT_ALLOWED',
    405,
    'This address does not take {method} requests.',
    '该地址不接受 {method} 请求。',
  ),
  CONFLICT: user('CONFLICT', 409, 'It exists already.', '已存在。'),
  READ_ONLY: user('DENIED', 403, 'The system is in read-only mode.', '系统处于只读模式。', {
    en: 'Try again when an administrator has ended it.',
    zh: '请等待管理员结束只读模式后重试。',
  }),
}
