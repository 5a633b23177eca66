import { auditTable } from './audit-table.js'

/** The names of Harbor's events, all of which it takes; Berth has further ones. */
export const harborAuditTypes = [
  'create_artifact',
  'delete_artifact',
  'pull_artifact',
  'create_project',
  'delete_project',
  'delete_repository',
  'login_user',
  'logout_user',
  'create_user',
  'delete_user',
  'update_user',
  'create_robot',
  'delete_robot',
  'update_configuration',
  'create_member',
  'delete_member',
  'update_member',
  'update_project',
] as const

/** Every name by which entries are purged or left out, sorted. */
export const auditTypes: readonly string[] = [
  ...new Set<string>([
    ...harborAuditTypes,
    ...Object.values(auditTable).map(({ operation, resourceType }) => `${operation}_${resourceType}`),
  ]),
].toSorted()
