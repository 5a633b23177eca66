import { user } from './error-entry.js'

/** Settings of the system, and what it tells of itself. */
export const settingErrors = {
  NO_CA_CERTIFICATE: user(
    'NOT_FOUND',
    404,
    'There is no root certificate to download here.',
    '此处没有可供下载的根证书。',
  ),
  ICON_NOT_FOUND: user('NOT_FOUND', 404, 'There is no icon {digest}.', '图标 {digest} 不存在。'),
  SETTING_NEEDS: user(
    'BAD_REQUEST',
    400,
    'The audit log is not kept in the database, so give an address that it is sent to: otherwise its entries would be nowhere.',
    '审计日志不保存到数据库时，必须填写转发地址，否则日志条目将无处保存。',
  ),
  MIRROR_NO_PROXY: user(
    'BAD_REQUEST',
    400,
    'There is no proxy cache {project} that could answer for its registry.',
    '不存在名为 {project} 的代理缓存项目。',
  ),
  MIRRORS_OF_ONE: user(
    'BAD_REQUEST',
    400,
    'More than one project would answer for {host}: {projects}. Leave one of them.',
    '有多个项目会为 {host} 应答：{projects}。请只保留其中一个。',
  ),
  SETTING_SECRET_NEEDED: user(
    'BAD_REQUEST',
    400,
    'The {secret} was given for another address. Give it again with the new one, for it is sent there.',
    '{secret}是为原地址设置的。修改地址时须重新填写，因为它会被发送到新地址。',
    {
      en: 'Where the new server needs none, the API takes an empty one.',
      zh: '若新服务器不需要，可通过 API 提交空值。',
    },
  ),
  FORWARD_FAILED: user(
    'BAD_REQUEST',
    400,
    'Nothing could be sent to {endpoint}: {detail}',
    '无法发送到 {endpoint}：{detail}',
  ),
}
