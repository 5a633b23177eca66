import { type AuditRow, auditTable } from './audit-table.js'
import { eventTable, type EventPayload, type EventType, isEventType } from './event-table.js'

/** What of an event's entry in the audit log stands in columns of its own. */
interface AuditColumns {
  readonly operation: string
  readonly resourceType: string
  readonly resource: string
  readonly succeeded: boolean
}

/** Characters of a resource's name that are kept. */
const MAX_RESOURCE = 512

/** How the audit log tells an event. */
export function auditColumns<Type extends EventType>(type: Type, payload: EventPayload<Type>): AuditColumns {
  const row: AuditRow<Type> = auditTable[type]
  const { operation, resourceType } = row.as?.(payload) ?? row
  return {
    operation,
    resourceType,
    resource: row.resource(payload).slice(0, MAX_RESOURCE),
    succeeded: row.failed !== true,
  }
}

/** An event as it was stored, by this version or another. */
interface StoredEntry {
  readonly type: string
  readonly operation: string
  readonly resource_type: string
  readonly resource: string
  readonly actor_kind: string
  readonly actor_id: number | null
  readonly actor_name: string
  /** Null where it is too much to be told. */
  readonly payload: unknown
}

/** An entry in words; in English, as Harbor's are. */
export function describeEntry(entry: StoredEntry): string {
  const { operation, resource_type, resource, actor_kind, actor_id, actor_name } = entry
  const detail = detailOf(entry)
  return [
    `${operation} ${resource_type.replaceAll('_', ' ')}`,
    resource && `: ${resource}`,
    detail && ` (${detail})`,
    actor_kind === 'system' && actor_id !== null ? `, by run ${actor_id} of ${actor_name}` : '',
  ].join('')
}

function detailOf({ type, payload }: StoredEntry): string | undefined {
  if (!isEventType(type)) return undefined
  const { data } = eventTable[type].safeParse(payload)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the payload is what its type's schema yields
  return data ? (auditTable[type] as AuditRow).detail?.(data) : undefined
}
