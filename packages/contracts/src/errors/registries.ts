import { otherName, user } from './error-entry.js'

/** Registries elsewhere, and what is copied from and to them. */
export const registriesErrors = {
  REGISTRY_NOT_FOUND: user('NOT_FOUND', 404, 'There is no registry {registry}.', '注册中心 {registry} 不存在。'),
  REGISTRY_EXISTS: user(
    'CONFLICT',
    409,
    'There is a registry with the name {registry} already.',
    '名为 {registry} 的注册中心已存在。',
    otherName,
  ),
  BAD_REGISTRY_TYPE: user(
    'BAD_REQUEST',
    400,
    '"{type}" is no kind of registry. There are: {types}.',
    '“{type}”不是受支持的注册中心类型，可选：{types}。',
  ),
  BAD_REGISTRY_URL: user(
    'BAD_REQUEST',
    400,
    '"{url}" is not the address of a registry: it has to be http:// or https:// with a host, and nothing after that.',
    '“{url}”不是有效的注册中心地址：应为 http:// 或 https:// 加主机名，其后不得有其他内容。',
  ),
  BAD_REGISTRY_CERTIFICATE: user(
    'BAD_REQUEST',
    400,
    'The certificate is none in PEM, which begins with -----BEGIN CERTIFICATE-----.',
    '证书不是有效的 PEM 格式（应以 -----BEGIN CERTIFICATE----- 开头）。',
  ),
  REGISTRY_SECRET_NEEDED: user(
    'BAD_REQUEST',
    400,
    'The secret was given for another address or another trust in certificates. Give it again, for it is sent there.',
    '密钥是为原地址或原证书设置提供的。请重新填写，因为它会被发送到新的地址。',
    {
      en: 'Where the registry needs none, give an empty one.',
      zh: '若该注册中心不需要密钥，可提交空值。',
    },
  ),
  REGISTRY_UNHEALTHY: user(
    'BAD_REQUEST',
    400,
    'The registry cannot be used as it is set up: {detail}',
    '按当前设置无法使用该注册中心：{detail}',
  ),
  REGISTRY_CHANGED: user(
    'CONFLICT',
    409,
    'The registry {registry} has been changed meanwhile. Look at it, and try again.',
    '注册中心 {registry} 刚被修改。请查看后重试。',
  ),
  REGISTRY_LENDS_ACCOUNT: user(
    'BAD_REQUEST',
    400,
    'The project {project} is public and has its content from this registry: it would open to everybody whatever the account may see.',
    '项目 {project} 是公开项目且内容来自该注册中心：所用账户可见的一切内容都将对所有人开放。',
    {
      en: 'If that is what you want, lend the account to everybody in the settings of the proxy cache; otherwise make the project private.',
      zh: '若确实需要，请在该项目的代理缓存设置中允许所有人借用该账户；否则请先将项目设为私有。',
    },
  ),
  REPLICATION_COLLISION: user(
    'CONFLICT',
    409,
    '{first} and {second} would both become {destination}.',
    '{first} 与 {second} 将被复制到同一个镜像仓库 {destination}。',
    {
      en: 'Replace fewer components of their names by the namespace, or let the filter pass one of them.',
      zh: '请减少被命名空间替换的路径层级，或让过滤器只匹配其中之一。',
    },
  ),
  REPLICATION_REFUSED: user('PRECONDITION', 412, 'It cannot be replicated: {detail}', '无法复制：{detail}'),
  REPLICATION_NAME: user(
    'BAD_REQUEST',
    400,
    '{repository} would become {destination}, which is no name of a repository.',
    '{repository} 将变为 {destination}，而它不是有效的镜像仓库名称。',
  ),
  REGISTRY_IN_USE: user(
    'PRECONDITION',
    412,
    'The registry {registry} is used by a replication rule or a project.',
    '注册中心 {registry} 正被复制规则或项目使用。',
  ),
}
