import type { Made, Writing } from './berth.js'
import type { Replication } from './harbor-schemas.js'
import type { Report } from './report.js'

/** What no rule here can be about: it is left out as a whole, for without a filter it would copy more. */
const isNotHere = (reason: string) => ['REPLICATION_FILTER', 'REPLICATION_EVENTS_ELSEWHERE'].includes(reason)

/**
 * Makes rules of replication, all of them switched off: those of the source still run, so both would write to the other end, and delete there.
 *
 * @param registries ids of registries here, by those of the source
 */
export async function bringReplications(
  write: Writing,
  report: Report,
  rules: readonly Replication[],
  registries: ReadonlyMap<number, number>,
): Promise<void> {
  // 0 is this registry, there as here.
  const ownId = (id: number) => (id === 0 ? 0 : registries.get(id))
  for (const rule of rules) {
    const { name } = rule
    const what: Made = { kind: 'replication', name, isMissing: isNotHere }
    const [source, destination] = [rule.src_registry?.id ?? 0, rule.dest_registry?.id ?? 0].map(ownId)
    if (source === undefined || destination === undefined) {
      report.add('replication', name, 'left', 'Its registry is not here.')
      continue
    }
    const made = await write.make(what, 'replication/policies', {
      name,
      description: rule.description,
      src_registry: { id: source },
      dest_registry: { id: destination },
      dest_namespace: rule.dest_namespace,
      dest_namespace_replace_count: rule.dest_namespace_replace_count ?? -1,
      trigger: triggerOf(rule),
      filters: rule.filters,
      replicate_deletion: rule.replicate_deletion ?? rule.deletion ?? false,
      override: rule.override ?? false,
      enabled: false,
      speed: rule.speed ?? -1,
      copy_by_chunk: rule.copy_by_chunk ?? false,
      single_active_replication: rule.single_active_replication ?? false,
    })
    if (made && (rule.enabled ?? false))
      report.add(
        'replication',
        `switch of ${name}`,
        'left',
        'It is off here, for the one of the source still runs: switch it on when that one is off, and the secret of its registry is set.',
      )
  }
}

function triggerOf({ trigger }: Replication) {
  const type = trigger?.type || 'manual'
  return { type, ...(type === 'scheduled' && { trigger_settings: { cron: trigger?.trigger_settings?.cron ?? '' } }) }
}
