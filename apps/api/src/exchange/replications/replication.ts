import { isCron, replicationFilterFault, type ReplicationTrigger, type rest, UserError } from '@berth/contracts'
import { isRepositoryName } from '@berth/oci'
import type { z } from 'zod'

export type GivenReplication = z.output<typeof rest.givenReplication>
export type ReplicationPolicy = z.output<typeof rest.replicationPolicy>

/** A rule as its table has it, without what the database gives it. */
export interface StoredReplication {
  readonly name: string
  readonly description: string
  /** Null: this registry. One of the two is. */
  readonly source: number | null
  readonly destination: number | null
  readonly namespace: string
  readonly replaceCount: number
  readonly filters: readonly {
    readonly type: string
    readonly value: string | string[]
    readonly decoration?: string
  }[]
  readonly trigger: ReplicationTrigger
  readonly cron: string | null
  readonly deletion: boolean
  readonly override: boolean
  readonly enabled: boolean
  readonly speed: number
  readonly copyByChunk: boolean
  readonly singleActive: boolean
}

/**
 * What a client gave, held against what no run could carry out.
 *
 * @throws {UserError} REPLICATION_ENDS, REPLICATION_NAMESPACE, REPLICATION_FILTER, REPLICATION_EVENTS_ELSEWHERE, BAD_CRON
 */
export function readReplication(given: GivenReplication): StoredReplication {
  const source = given.src_registry?.id || null
  const destination = given.dest_registry?.id || null
  if ((source === null) === (destination === null)) throw new UserError('REPLICATION_ENDS')
  const namespace = given.dest_namespace
  if (namespace !== '' && !isRepositoryName(namespace)) throw new UserError('REPLICATION_NAMESPACE', { namespace })
  const trigger = given.trigger?.type || 'manual'
  if (trigger === 'event_based' && source !== null) throw new UserError('REPLICATION_EVENTS_ELSEWHERE')
  return {
    name: given.name,
    description: given.description,
    source,
    destination,
    namespace,
    replaceCount: given.dest_namespace_replace_count ?? -1,
    filters: readFilters(given.filters ?? []),
    trigger,
    cron: trigger === 'scheduled' ? readCron(given.trigger?.trigger_settings?.cron ?? '') : null,
    deletion: readDeletion(given),
    override: given.override,
    enabled: given.enabled,
    speed: given.speed || -1,
    copyByChunk: given.copy_by_chunk ?? false,
    singleActive: given.single_active_replication ?? false,
  }
}

/** What is deleted elsewhere is gone: a client that knows one of the two names says no by that alone. */
function readDeletion({ deletion, replicate_deletion: now }: GivenReplication): boolean {
  const said = [deletion, now].filter((one) => one !== undefined)
  return said.length > 0 && said.every(Boolean)
}

/** Those that let everything pass say nothing. */
function readFilters(given: NonNullable<GivenReplication['filters']>): StoredReplication['filters'] {
  for (const [place, filter] of given.entries()) {
    const part = replicationFilterFault(filter)
    if (part !== undefined) throw new UserError('REPLICATION_FILTER', { number: place + 1, part })
  }
  return given
    .filter(({ value }) => value.length > 0)
    .map(({ type, value, decoration }) => ({ type, value, ...(decoration === '' ? {} : { decoration }) }))
}

function readCron(text: string): string {
  const cron = text.trim()
  if (!isCron(cron)) throw new UserError('BAD_CRON', { cron })
  return cron
}
