import { otherName, user } from './error-entry.js'

/** Robots, and what may be given to them. */
export const robotErrors = {
  ROBOT_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The project has no robot with id {robot}.',
    '项目中没有 ID 为 {robot} 的机器人账户。',
  ),
  ROBOT_EXISTS: user('CONFLICT', 409, 'There is already a robot {robot}.', '机器人账户 {robot} 已存在。', otherName),
  BAD_ROBOT_NAME: user(
    'BAD_REQUEST',
    400,
    'The name of a robot has 1 to 255 lower-case letters and digits, with single ".", "_" or "-" between them.',
    '机器人账户名称长度为 1 到 255 个字符，只能使用小写字母和数字，中间可用单个“.”、“_”或“-”分隔。',
  ),
  BAD_ROBOT_LEVEL: user(
    'BAD_REQUEST',
    400,
    'The level of a robot is "system" or "project".',
    '机器人账户的级别只能是“system”或“project”。',
  ),
  ROBOT_IDENTITY_FIXED: user(
    'BAD_REQUEST',
    400,
    'Name and level of a robot stay as they are.',
    '机器人账户的名称和级别不能更改。',
  ),
  ROBOT_WITHOUT_PERMISSIONS: user(
    'BAD_REQUEST',
    400,
    'Give the robot at least one permission in each place that you name.',
    '请为机器人账户在每个范围内至少选择一项权限。',
  ),
  ROBOT_OUTSIDE_PROJECT: user(
    'BAD_REQUEST',
    400,
    'A robot of a project has permissions in that project alone: one entry of the kind "project" that names it.',
    '项目级机器人账户只能拥有所属项目的权限：请仅提供一项类型为“project”且指向该项目的权限。',
  ),
  ROBOT_PERMISSION_UNKNOWN: user(
    'BAD_REQUEST',
    400,
    'A robot cannot be given the permission {permission} there.',
    '机器人账户在该范围内不能拥有权限 {permission}。',
  ),
  ROBOT_PATTERNS_OUTSIDE: user(
    'BAD_REQUEST',
    400,
    'Patterns of repositories are for rights in projects, not in the system.',
    '镜像仓库匹配模式只适用于项目权限，不适用于系统权限。',
  ),
  BAD_ISSUER: user(
    'BAD_REQUEST',
    400,
    'The issuer "{issuer}" is no address that begins with https://, without a query.',
    '颁发者“{issuer}”无效：地址须以 https:// 开头，且不带查询参数。',
    {
      en: 'One without TLS is taken where outbound_allow of harbor.cfg names its host.',
      zh: '若 harbor.cfg 的 outbound_allow 列出了其主机，也可使用不带 TLS 的地址。',
    },
  ),
  BAD_SECRET: user(
    'BAD_REQUEST',
    400,
    'A secret has 8 to 128 characters, among them an upper-case letter, a lower-case letter and a digit.',
    '密钥长度为 8 到 128 个字符，且至少包含一个大写字母、一个小写字母和一个数字。',
  ),
  BEYOND_OWN_RIGHTS: user(
    'FORBIDDEN',
    403,
    'Nobody can give rights that they do not have. You lack: {excess}.',
    '不能授予自己没有的权限。您缺少：{excess}。',
    { en: 'Leave these out, or ask somebody who has them.', zh: '请去掉这些权限，或请拥有这些权限的人操作。' },
  ),
  BEYOND_OWN_LIFE: user(
    'FORBIDDEN',
    403,
    'What you make cannot outlive what you have signed in with, which ends at {end}.',
    '所创建的内容的有效期不能超过您登录所用的凭据，该凭据将于 {end} 失效。',
  ),
}
