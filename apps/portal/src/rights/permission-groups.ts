import { resourceTitles } from '@berth/contracts'
import { offered } from '@berth/rbac'

/** What permissions are about, also those that robots alone are given. */
export const titles = {
  ...resourceTitles,
  project: { en: 'projects', zh: '项目' },
  'audit-log': { en: 'the audit log', zh: '审计日志' },
  catalog: { en: 'the catalog', zh: '仓库目录' },
  'garbage-collection': { en: 'garbage collection', zh: '垃圾回收' },
  'jobservice-monitor': { en: 'the job service', zh: '任务服务' },
  'ldap-user': { en: 'users of LDAP', zh: 'LDAP 用户' },
  'preheat-instance': { en: 'preheat instances', zh: '预热实例' },
  'purge-audit': { en: 'purging of the audit log', zh: '审计日志清理' },
  registry: { en: 'registries elsewhere', zh: '外部仓库' },
  replication: { en: 'replications', zh: '复制任务' },
  'replication-adapter': { en: 'adapters of replication', zh: '复制适配器' },
  'replication-policy': { en: 'policies of replication', zh: '复制策略' },
  'scan-all': { en: 'the scan of everything', zh: '全局扫描' },
  'security-hub': { en: 'the security hub', zh: '安全中心' },
  'system-volumes': { en: 'volumes of the system', zh: '系统存储' },
  user: { en: 'users', zh: '用户' },
  'user-group': { en: 'user groups', zh: '用户组' },
} as const

export interface PermissionGroup {
  readonly resource: keyof typeof titles
  readonly permissions: readonly string[]
}

const isResource = (name: string): name is keyof typeof titles => Object.hasOwn(titles, name)

/** Permissions by what they are about. */
export const groupsOf = (permissions: readonly string[]): PermissionGroup[] =>
  Object.keys(titles)
    .filter(isResource)
    .map((resource) => ({ resource, permissions: permissions.filter((name) => name.startsWith(`${resource}:`)) }))
    .filter((group) => group.permissions.length > 0)

/** Everything that a role can hold and that does something, by what it is about. */
export const permissionGroups: readonly PermissionGroup[] = groupsOf(offered.project)
