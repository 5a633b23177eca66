import { jobContracts, readNames } from '@berth/contracts'
import type { Database } from '@berth/database'
import { defineJob, type Job, type JobContext } from '../../engine/job.js'
import { type EventPart, EventParts, type Purge } from './purge/event-parts.js'

/**
 * Removes entries of the audit log that are older than so many hours, of the kinds that are named. A month of which nothing is to be kept
 * goes as a whole. A dry run counts.
 */
export function purgeAuditLog(database: Database): Job {
  return defineJob({
    name: 'purge-audit-log',
    ...jobContracts['purge-audit-log'],
    timeLimitSeconds: 86_400,
    attempts: 3,
    exclusiveBy: () => 'all',
    async run({ audit_retention_hour: hours, include_event_types, dry_run: dryRun }, context) {
      const types = readNames(include_event_types)
      const parts = new EventParts(database)
      const before = await parts.momentBefore(hours)
      context.report(dryRun ? 'dry run: this is what would go, nothing is changed' : 'run: this is what goes')
      context.report(
        `entries older than ${hours} hours, from before ${before}, of the kinds: ${types.join(', ') || 'none'}`,
      )
      const sums = { purged_entries: Number(context.resumed?.['purged_entries'] ?? 0), dropped_months: 0 }
      for (const part of types.length === 0 ? [] : await parts.list(before)) {
        context.signal.throwIfAborted()
        const { entries, isDropped } = await purgePart(parts, part, { before, types, dryRun }, context)
        sums.purged_entries += entries
        sums.dropped_months += isDropped ? 1 : 0
        context.progress(sums)
        if (entries > 0 || isDropped)
          context.report(`${part.name}: ${entries} entries${isDropped ? ', with the whole month' : ''}`)
      }
      context.report(`in all ${sums.purged_entries} entries, ${sums.dropped_months} whole months`)
      const { purged_entries: entries } = sums
      if (!dryRun && entries > 0)
        await database.transaction((transaction) => context.emit(transaction, 'audit.purged', { entries, hours }))
      return sums
    },
  })
}

async function purgePart(
  parts: EventParts,
  part: EventPart,
  purge: Purge & { readonly dryRun: boolean },
  { signal, logger }: JobContext,
): Promise<{ entries: number; isDropped: boolean }> {
  const isWhole = part.isWhole && (await parts.keepsNothing(part, purge))
  if (purge.dryRun) return { entries: await parts.count(part, purge), isDropped: isWhole }
  if (isWhole) {
    const entries = await parts.count(part, purge)
    if (await parts.drop(part, signal)) return { entries, isDropped: true }
    // Somebody reads old months all the time: then its rows go one by one.
    logger.warn({ part: part.name }, 'the table of a month cannot be dropped now')
  }
  let entries = 0
  for await (const deleted of parts.delete(part, purge)) {
    signal.throwIfAborted()
    entries += deleted
  }
  return { entries, isDropped: false }
}
