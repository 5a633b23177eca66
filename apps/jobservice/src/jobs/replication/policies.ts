import { type GivenReplicationFilter, readReplicationFilters, type ReplicationFilters } from '@berth/contracts'
import type { Queryable } from '@berth/database'

/** A policy as a run finds it. */
export interface ReplicationPolicy {
  readonly id: number
  /** Null: here. */
  readonly sourceId: number | null
  readonly destinationId: number | null
  readonly namespace: string
  readonly replaceCount: number
  readonly filters: ReplicationFilters
  readonly deletion: boolean
  readonly override: boolean
  readonly enabled: boolean
  /** KB/s; -1: as fast as it goes. */
  readonly speed: number
  readonly copyByChunk: boolean
  readonly isAlone: boolean
}

interface Row {
  id: number
  src_registry_id: number | null
  dest_registry_id: number | null
  dest_namespace: string
  dest_namespace_replace_count: number
  filters: readonly GivenReplicationFilter[]
  deletion: boolean
  override: boolean
  enabled: boolean
  speed: number
  copy_by_chunk: boolean
  single_active_replication: boolean
}

const columns = `id, src_registry_id, dest_registry_id, dest_namespace, dest_namespace_replace_count, filters, deletion, override, enabled,
  speed, copy_by_chunk, single_active_replication`

const find = { name: 'find_replication_policy', text: `select ${columns} from replication_policy where id = $1` }

const listByEvents = {
  name: 'list_replication_policies_by_events',
  text: `select ${columns} from replication_policy where trigger = 'event_based' and enabled order by id`,
}

const toPolicy = (row: Row): ReplicationPolicy => ({
  id: row.id,
  sourceId: row.src_registry_id,
  destinationId: row.dest_registry_id,
  namespace: row.dest_namespace,
  replaceCount: row.dest_namespace_replace_count,
  filters: readReplicationFilters(row.filters),
  deletion: row.deletion,
  override: row.override,
  enabled: row.enabled,
  speed: row.speed,
  copyByChunk: row.copy_by_chunk,
  isAlone: row.single_active_replication,
})

/** Undefined where it is gone. @throws {Error} where a filter cannot be understood: then nothing may be copied */
export async function findPolicy(db: Queryable, id: number): Promise<ReplicationPolicy | undefined> {
  const [row] = await db.query<Row & Record<string, unknown>>(find, [id])
  return row && toPolicy(row)
}

/** Those that events start. */
export async function listPoliciesByEvents(db: Queryable): Promise<ReplicationPolicy[]> {
  return (await db.query<Row & Record<string, unknown>>(listByEvents)).map(toPolicy)
}
