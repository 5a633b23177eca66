import { otherName, user } from './error-entry.js'

/** Rules by which images are copied to and from registries elsewhere. */
export const replicationErrors = {
  REPLICATION_NOT_FOUND: user('NOT_FOUND', 404, 'There is no replication rule {id}.', '复制规则 {id} 不存在。'),
  REPLICATION_EXISTS: user(
    'CONFLICT',
    409,
    'There is a replication rule with the name {name} already.',
    '名为 {name} 的复制规则已存在。',
    otherName,
  ),
  TOO_MANY_REPLICATIONS: user(
    'BAD_REQUEST',
    400,
    'There are at most {limit} replication rules: delete one first.',
    '最多只能有 {limit} 条复制规则，请先删除一条。',
  ),
  REPLICATION_ENDS: user(
    'BAD_REQUEST',
    400,
    'Images are copied between this registry and another one: give either src_registry or dest_registry, with its id.',
    '镜像在本服务与另一个注册中心之间复制：src_registry 和 dest_registry 请只填写其中一个的 ID。',
  ),
  REPLICATION_FILTER: user(
    'BAD_REQUEST',
    400,
    'The {part} of filter {number} is none that there is.',
    '第 {number} 个过滤器的 {part} 无效。',
    {
      en: 'There is one filter at most of each type: name and tag take a pattern such as team/** or v*, label a list of labels, resource image or artifact. A decoration, matches or excludes, is of tags and labels alone.',
      zh: '每种类型的过滤器最多一个：name、tag 填写 team/**、v* 之类的模式，label 填写标记列表，resource 填写 image 或 artifact；只有 tag 和 label 可设置 decoration（matches 或 excludes）。',
    },
  ),
  REPLICATION_NAMESPACE: user(
    'BAD_REQUEST',
    400,
    '"{namespace}" cannot begin the name of a repository: give lower-case letters and digits, with single signs . _ - between them, and slashes.',
    '“{namespace}”不能作为镜像仓库名的开头：只能使用小写字母和数字，中间可用单个 .、_、- 分隔，用斜杠分级。',
  ),
  REPLICATION_EVENTS_ELSEWHERE: user(
    'BAD_REQUEST',
    400,
    'Only what happens in this registry starts a rule: one that copies from elsewhere runs by hand or by a schedule.',
    '只有本服务的事件才能触发规则：从其他注册中心拉取的规则只能手动或定时运行。',
  ),
  REPLICATION_OFF: user(
    'PRECONDITION',
    412,
    'The replication rule {name} is switched off: switch it on first.',
    '复制规则 {name} 已停用，请先启用。',
  ),
}
