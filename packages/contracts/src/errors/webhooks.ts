import { otherName, user } from './error-entry.js'

/** Webhooks of projects. */
export const webhookErrors = {
  WEBHOOK_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The project has no webhook with id {id}.',
    '项目中没有 ID 为 {id} 的 Webhook。',
  ),
  WEBHOOK_EXISTS: user(
    'CONFLICT',
    409,
    'The project already has a webhook {name}.',
    '项目中已有名为 {name} 的 Webhook。',
    otherName,
  ),
  TOO_MANY_WEBHOOKS: user(
    'BAD_REQUEST',
    400,
    'A project has at most {limit} webhooks: delete one first.',
    '每个项目最多有 {limit} 个 Webhook，请先删除一个。',
  ),
  WEBHOOK_ADDRESS_REFUSED: user(
    'BAD_REQUEST',
    400,
    '{host} is an address that nothing is sent to unless it is allowed.',
    '不允许向 {host} 发送请求。',
    {
      en: 'Name a receiver outside this machine, or ask a system administrator to name it in outbound_allow of harbor.cfg and to run ./install.sh.',
      zh: '请使用本机以外的接收方，或请系统管理员把该地址写入 harbor.cfg 的 outbound_allow，再运行 ./install.sh。',
    },
  ),
  WEBHOOK_TEMPLATE_NO_JSON: user(
    'BAD_REQUEST',
    400,
    'The template is no JSON, or more than 64 parts of it lie in each other. A placeholder stands within a text in quotes.',
    '模板不是有效的 JSON，或嵌套超过 64 层。占位符应写在引号内的字符串中。',
  ),
  WEBHOOK_TEMPLATE_NAME: user(
    'BAD_REQUEST',
    400,
    'The template names {name}, which there is not.',
    '模板使用了不存在的名称 {name}。',
  ),
  WEBHOOK_FORMAT: user(
    'BAD_REQUEST',
    400,
    'A webhook of kind {kind} has no payload format {format}.',
    '{kind} 类型的 Webhook 不支持 {format} 格式。',
  ),
  WEBHOOK_SECRET_NEEDED: user(
    'BAD_REQUEST',
    400,
    'Another receiver needs its authorization header anew: give it, or give an empty one.',
    '接收方已更改，请重新填写授权头，或将其留空以清除。',
  ),
  WEBHOOK_OFF: user(
    'PRECONDITION',
    412,
    'The webhook is switched off: it sends nothing.',
    '该 Webhook 已停用，不会发送任何内容。',
  ),
  WEBHOOK_TRIAL_RUNNING: user(
    'TOO_MANY_REQUEST',
    429,
    'A webhook of the project is being tried out: wait until the receiver has answered.',
    '项目中正有 Webhook 在测试，请等待接收方应答。',
  ),
}
