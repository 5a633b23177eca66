import type { TFunction } from 'i18next'

/** Types of jobs that have a name in words. */
const named = [
  'ADD_EVENT_MONTHS',
  'CHECK_REGISTRIES',
  'COUNT_PUSHES',
  'COUNT_USAGE',
  'FOLD_QUOTA',
  'GARBAGE_COLLECTION',
  'IMPORT',
  'PROVE_QUOTA',
  'PRUNE_EVENTS',
  'PRUNE_EXECUTIONS',
  'PURGE_AUDIT_LOG',
  'PURGE_UPLOADS',
  'RECLAIM',
  'REPLICATION',
  'RETENTION',
  'SCHEDULER',
  'SCRUB',
  'WEBHOOK',
  'WEBHOOK_DELIVERY',
] as const

/** A type of a newer server stands as it is. */
export function typeTitle(t: TFunction, type: string): string {
  const known = named.find((name) => name === type)
  return known === undefined ? type : t(`jobs.types.${known}`)
}
