import type { Texts } from '../errors/error-entry.js'

/** What permissions are about, as people call it. */
export const resourceTitles = {
  self: { en: 'the project', zh: '项目' },
  member: { en: 'members', zh: '成员' },
  metadata: { en: 'project metadata', zh: '项目元数据' },
  configuration: { en: 'project settings', zh: '项目设置' },
  quota: { en: 'the storage quota', zh: '存储配额' },
  log: { en: 'the project log', zh: '项目日志' },
  robot: { en: 'robots', zh: '机器人账户' },
  repository: { en: 'repositories', zh: '镜像仓库' },
  artifact: { en: 'artifacts', zh: '制品' },
  'artifact-addition': { en: 'details of artifacts', zh: '制品附加信息' },
  'artifact-label': { en: 'labels of artifacts', zh: '制品上的标记' },
  tag: { en: 'tags', zh: '标签' },
  accessory: { en: 'signatures and other accessories', zh: '签名等附件' },
  label: { en: 'labels', zh: '标记' },
  'tag-retention': { en: 'tag retention', zh: '标签保留策略' },
  'immutable-tag': { en: 'rules of immutable tags', zh: '不可变标签规则' },
  scan: { en: 'vulnerability scans', zh: '漏洞扫描' },
  sbom: { en: 'SBOMs', zh: 'SBOM' },
  scanner: { en: 'the scanner', zh: '扫描器' },
  'export-cve': { en: 'exports of vulnerabilities', zh: '漏洞数据导出' },
  'notification-policy': { en: 'webhooks', zh: 'Webhook' },
  'preheat-policy': { en: 'preheat policies', zh: '预热策略' },
} as const satisfies Readonly<Record<string, Texts>>

/** What permissions are about that no role gives, but robots and tokens may have. */
export const systemResourceTitles = {
  project: { en: 'projects', zh: '项目' },
  'audit-log': { en: 'the audit log', zh: '审计日志' },
  catalog: { en: 'the catalog', zh: '镜像仓库目录' },
  'garbage-collection': { en: 'garbage collection', zh: '垃圾回收' },
  'jobservice-monitor': { en: 'the job service', zh: '任务服务' },
  'ldap-user': { en: 'users of LDAP', zh: 'LDAP 用户' },
  'preheat-instance': { en: 'preheat instances', zh: '预热实例' },
  'purge-audit': { en: 'purging of the audit log', zh: '审计日志清理' },
  registry: { en: 'registries elsewhere', zh: '注册中心' },
  replication: { en: 'replications', zh: '复制' },
  'replication-adapter': { en: 'adapters of replication', zh: '复制适配器' },
  'replication-policy': { en: 'policies of replication', zh: '复制规则' },
  'scan-all': { en: 'the scan of everything', zh: '全局扫描' },
  'security-hub': { en: 'the security hub', zh: '安全中心' },
  'system-volumes': { en: 'volumes of the system', zh: '系统存储' },
  user: { en: 'users', zh: '用户' },
  'user-group': { en: 'user groups', zh: '用户组' },
} as const satisfies Readonly<Record<string, Texts>>

/** What permissions let one do. */
export const actionTitles = {
  list: { en: 'list', zh: '列出' },
  read: { en: 'read', zh: '查看' },
  create: { en: 'create', zh: '创建' },
  update: { en: 'change', zh: '修改' },
  delete: { en: 'delete', zh: '删除' },
  pull: { en: 'pull', zh: '拉取' },
  push: { en: 'push', zh: '推送' },
  operate: { en: 'run', zh: '执行' },
  stop: { en: 'stop', zh: '停止' },
} as const satisfies Readonly<Record<string, Texts>>

const own = <Value>(titles: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(titles, key) ? titles[key] : undefined

function titleIn(titles: Readonly<Record<string, Texts>>, permission: string): Texts {
  const [resource = '', action = ''] = permission.split(':')
  const what = own<Texts>(titles, resource) ?? { en: resource, zh: resource }
  const does = own<Texts>(actionTitles, action) ?? { en: action, zh: action }
  return { en: `${does.en} ${what.en}`, zh: `${does.zh}${/^\w/.test(what.zh) ? ' ' : ''}${what.zh}` }
}

/** A permission in a project in words: "delete tags". */
export const permissionTitle = (permission: string): Texts => titleIn(resourceTitles, permission)

/** A permission of those that robots and tokens may have, in a project or in the system, in words. */
export const givableTitle = (permission: string): Texts =>
  titleIn({ ...resourceTitles, ...systemResourceTitles }, permission)
