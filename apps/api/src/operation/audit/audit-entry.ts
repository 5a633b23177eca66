import { describeEntry, type rest } from '@berth/contracts'
import type { z } from 'zod'
import type { AuditRow } from './audit-view.js'

export type AuditLog = z.output<typeof rest.auditLog>
export type AuditLogExt = z.output<typeof rest.auditLogExt>

/** The form that Harbor had before 2.13. */
export const asAuditLog = ({ id, actor_name, resource, resource_type, operation, op_time }: AuditRow): AuditLog => ({
  id,
  username: actor_name,
  resource,
  resource_type,
  operation,
  op_time,
})

export const asAuditLogExt = (row: AuditRow): AuditLogExt => ({
  ...asAuditLog(row),
  operation_description: describeEntry(row),
  operation_result: row.succeeded,
  source_address: row.address,
  request_id: row.request_id,
  details: row.payload ?? {},
})
