import type { TFunction } from 'i18next'

/** What the server does to things, in its words; a test holds them against its table. */
export const operations = [
  'create',
  'delete',
  'exceed',
  'login',
  'logout',
  'pause',
  'pull',
  'purge',
  'refuse',
  'repair',
  'replicate',
  'restore',
  'resume',
  'start',
  'stop',
  'update',
  'warn',
] as const

/** What it does that to. */
export const resourceTypes = [
  'access_token',
  'artifact',
  'audit_log',
  'change',
  'configuration',
  'cve_allowlist',
  'job',
  'job_queue',
  'label',
  'member',
  'project',
  'quota',
  'registry',
  'replication_policy',
  'repository',
  'retention',
  'robot',
  'role',
  'schedule',
  'tag',
  'tag_rule',
  'user',
  'user_group',
  'webhook',
] as const

/** A word of a newer server stands as it is. */
export function operationName(t: TFunction, name: string): string {
  const known = operations.find((word) => word === name)
  return known === undefined ? name : t(`audit.operations.${known}`)
}

export function typeName(t: TFunction, name: string): string {
  const known = resourceTypes.find((word) => word === name)
  return known === undefined ? name : t(`audit.types.${known}`)
}

/** A kind of entry, such as `create_artifact`. Only users sign in and out: the verb alone says it. */
export function kindName(t: TFunction, kind: string): string {
  const [, operation = '', type = ''] = /^([^_]+)_(.+)$/.exec(kind) ?? []
  if (operation === 'login' || operation === 'logout') return operationName(t, operation)
  return t('audit.kind', { operation: operationName(t, operation), type: typeName(t, type) })
}
