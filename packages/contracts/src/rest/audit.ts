import { z } from 'zod'
import { integer, time } from './scalars.js'

const entry = {
  id: integer,
  username: z
    .string()
    .optional()
    .describe('Who did it: a user, a robot, a job of the system; absent where nobody had signed in.'),
  resource: z.string().optional(),
  resource_type: z.string().optional(),
  operation: z.string().optional(),
  op_time: time,
}

/** An entry of the audit log as Harbor told it before 2.13: changes that came about. */
export const auditLog = z.object(entry).meta({ id: 'AuditLog' })

export const auditLogExt = z
  .object({
    ...entry,
    operation_description: z.string(),
    operation_result: z.boolean().describe('False: it was refused, or it failed.'),
    source_address: z.string().nullable().describe('Where the request came from; null for the system itself.'),
    request_id: z.string().nullable(),
    details: z.record(z.string(), z.unknown()).describe('All that is known of it; empty where that is much.'),
  })
  .meta({ id: 'AuditLogExt' })

export const auditLogEventType = z.object({ event_type: z.string() }).meta({ id: 'AuditLogEventType' })

export const auditForward = z
  .object({ audit_log_forward_endpoint: z.string().min(1).max(2048) })
  .meta({ id: 'AuditLogForward' })
