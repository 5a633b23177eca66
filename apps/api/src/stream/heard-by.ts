import { type ProjectPermission, type SystemPermission } from '@berth/rbac'

interface HeardBy {
  /** What one needs to hear of it in a project. */
  readonly project: ProjectPermission
  /** The same where it is about no project. */
  readonly system: SystemPermission
}

/** By what stands before the dot of an event's type: the right to see what such an event changes. */
const table: Readonly<Record<string, HeardBy>> = {
  artifact: { project: 'repository:list', system: 'audit-log:list' },
  tag: { project: 'repository:list', system: 'audit-log:list' },
  repository: { project: 'repository:list', system: 'audit-log:list' },
  project: { project: 'self:read', system: 'project:list' },
  label: { project: 'label:list', system: 'label:read' },
  'tag-rule': { project: 'immutable-tag:list', system: 'audit-log:list' },
  retention: { project: 'tag-retention:read', system: 'audit-log:list' },
  quota: { project: 'quota:read', system: 'quota:list' },
  member: { project: 'member:list', system: 'audit-log:list' },
  robot: { project: 'robot:list', system: 'robot:list' },
  user: { project: 'log:list', system: 'user:list' },
  group: { project: 'log:list', system: 'user-group:list' },
  role: { project: 'log:list', system: 'role:read' },
  replication: { project: 'log:list', system: 'replication-policy:list' },
  settings: { project: 'log:list', system: 'configuration:read' },
  job: { project: 'log:list', system: 'jobservice-monitor:list' },
  queue: { project: 'log:list', system: 'jobservice-monitor:list' },
  schedule: { project: 'log:list', system: 'jobservice-monitor:list' },
}

/** Whoever may read the audit log may hear of anything. */
export const heardBy = (type: string): HeardBy =>
  table[type.split('.', 1)[0] ?? ''] ?? { project: 'log:list', system: 'audit-log:list' }
