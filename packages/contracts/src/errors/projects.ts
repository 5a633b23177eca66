import { otherName, user } from './error-entry.js'

/** Projects and their metadata. */
export const projectErrors = {
  PROJECT_NOT_FOUND: user('NOT_FOUND', 404, 'There is no project {project}.', '项目 {project} 不存在。'),
  PROJECT_EXISTS: user('CONFLICT', 409, 'There is already a project {project}.', '项目 {project} 已存在。', otherName),
  BAD_PROJECT_NAME: user(
    'BAD_REQUEST',
    400,
    'A project name has 1 to 255 characters: lower-case letters and digits, joined by . _ or -.',
    '项目名长度为 1 到 255 个字符，只能使用小写字母和数字，中间可用 . _ - 连接。',
  ),
  BAD_METADATA_VALUE: user(
    'BAD_REQUEST',
    400,
    'The metadata "{key}" cannot be "{value}": a severity is none, negligible, low, medium, high or critical, everything else "true" or "false".',
    '元数据“{key}”不能是“{value}”：严重级别为 none、negligible、low、medium、high 或 critical，其余只能是“true”或“false”。',
  ),
  PROJECT_METADATA_UNAVAILABLE: user(
    'BAD_REQUEST',
    400,
    '"{key}" cannot be set to "{value}": Berth has no such function yet, and would only seem to do it.',
    '不能将“{key}”设为“{value}”：泊位尚不支持此功能，设置后不会生效。',
  ),
  UNKNOWN_METADATA: user('BAD_REQUEST', 400, 'Projects have no metadata "{key}".', '项目没有元数据“{key}”。'),
  METADATA_NOT_FOUND: user('NOT_FOUND', 404, 'The project has no metadata "{key}".', '项目未设置元数据“{key}”。'),
  METADATA_EXISTS: user(
    'CONFLICT',
    409,
    'The project has "{key}" already: change it instead.',
    '项目已设置“{key}”，请改为更新。',
  ),
  ONE_METADATA_KEY: user(
    'BAD_REQUEST',
    400,
    'Give one key with its value: the one that the path names, where it names one.',
    '请只提供一个键及其值，且与路径中的键一致。',
  ),
  BAD_STORAGE_LIMIT: user(
    'BAD_REQUEST',
    400,
    'A storage limit is -1 (none) or a positive number of bytes.',
    '存储上限应为 -1（不限）或正整数字节数。',
  ),
  QUOTA_NOT_FOUND: user('NOT_FOUND', 404, 'There is no quota {quota}.', '配额 {quota} 不存在。'),
  CVE_NAMED_TWICE: user('BAD_REQUEST', 400, 'The list names {cve} twice.', '列表中 {cve} 重复。'),
  PROXY_PROJECT_RESTRICTED: user(
    'FORBIDDEN',
    403,
    'Only a system administrator makes proxy-cache projects.',
    '只有系统管理员可以创建代理缓存项目。',
  ),
  PROXY_REGISTRY_NOT_FOUND: user(
    'BAD_REQUEST',
    400,
    'There is no registry {registry} that a proxy cache could have its content from.',
    '注册中心 {registry} 不存在，无法作为代理缓存的上游。',
  ),
  PROXY_SETTING_INVALID: user('BAD_REQUEST', 400, '"{key}" cannot be "{value}".', '“{key}”不能设为“{value}”。'),
  PROXY_LENDS_ACCOUNT: user(
    'BAD_REQUEST',
    400,
    'Public, this project opens to everybody whatever the account of the registry {registry} may see.',
    '设为公开后，注册中心 {registry} 所用账户可见的一切内容都将对所有人开放。',
    {
      en: 'If that is what you want, lend the account to everybody in the settings of the proxy cache.',
      zh: '若确实需要，请在代理缓存设置中允许所有人借用该账户。',
    },
  ),
  PROXY_CACHE_ONLY: user(
    'METHOD_NOT_ALLOWED',
    405,
    'The project {project} has its content from another registry alone: nothing is copied into it or restored there, and nobody gives tags there.',
    '项目 {project} 的内容只来自其他注册中心，不能向其中复制，不能在其中恢复已删除的内容，也不能添加标签。',
  ),
  PROJECT_CREATION_RESTRICTED: user(
    'FORBIDDEN',
    403,
    // Scripts compare the words.
    'Only system admin can create project',
    '此系统只允许系统管理员创建项目。',
  ),
  TAG_RULE_NOT_FOUND: user(
    'NOT_FOUND',
    404,
    'The project has no tag rule with id {rule}.',
    '项目中没有 ID 为 {rule} 的标签规则。',
  ),
  TAG_RULE_EXISTS: user(
    'CONFLICT',
    409,
    'There is already a rule about the same repositories and tags: {rule}',
    '已有针对相同镜像仓库和标签的规则：{rule}',
  ),
  TOO_MANY_TAG_RULES: user(
    'BAD_REQUEST',
    400,
    'A project has at most {limit} tag rules: delete one first.',
    '每个项目最多有 {limit} 条标签规则，请先删除一条。',
  ),
  TAG_RULE_WITHOUT_ROLES: user(
    'BAD_REQUEST',
    400,
    'A rule of protected tags says which roles may move and delete them, or that robots may.',
    '受保护标签规则需指定可移动和删除标签的角色或机器人账户。',
    { en: 'To keep tags from everybody, choose immutable tags.', zh: '如不允许任何人更改，请使用不可变标签。' },
  ),
  RETENTION_EXISTS: user(
    'BAD_REQUEST',
    400,
    'The project already has a retention policy: change that one.',
    '项目已有保留策略，请修改现有策略。',
  ),
  RETENTION_ELSEWHERE: user(
    'BAD_REQUEST',
    400,
    'A retention policy stays with its project.',
    '保留策略不能更换所属项目。',
  ),
  RETENTION_PREVIEW_OUTDATED: user(
    'PRECONDITION',
    412,
    'There is no finished preview {preview} of the policy as it is now.',
    '没有与当前策略对应的已完成预览 {preview}。',
    { en: 'Make a new preview.', zh: '请重新预览。' },
  ),
  RETENTION_WITHOUT_RULES: user(
    'PRECONDITION',
    412,
    'The policy has no rule that is on: there is nothing to run.',
    '保留策略中没有启用的规则，无需运行。',
  ),
  PROJECT_NOT_EMPTY: user(
    'PRECONDITION',
    412,
    'The project still holds repositories: delete them first.',
    '项目中仍有镜像仓库，请先删除它们。',
  ),
}
