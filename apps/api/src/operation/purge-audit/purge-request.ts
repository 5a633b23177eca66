import { auditTypes, harborAuditTypes, jobContracts, readNames, type rest, UserError } from '@berth/contracts'
import type { z } from 'zod'
import type { ScheduleRequest } from '../executions/executions.schema.js'

export type PurgeSchedule = z.output<typeof rest.purgeSchedule>

const harbors: ReadonlySet<string> = new Set(harborAuditTypes)
const others = auditTypes.filter((name) => !harbors.has(name))

/** Kinds of entries that go, as the job takes them: Harbor has a word for those that it does not name, and once named operations alone. */
function typesOf({
  include_event_types: types,
  include_operations: operations,
}: NonNullable<PurgeSchedule['parameters']>) {
  const named = readNames(types ?? '').flatMap((name) => (name === 'other_events' ? others : [name.toLowerCase()]))
  const ofOperations = readNames(operations ?? '').flatMap((operation) =>
    auditTypes.filter((name) => name.startsWith(`${operation.toLowerCase()}_`)),
  )
  return [...new Set([...named, ...ofOperations])].join(',')
}

/** @throws {UserError} BAD_JOB_PARAMETERS */
export function purgeRequest({ schedule, parameters = {} }: PurgeSchedule): ScheduleRequest {
  if (schedule.type === 'None') return { schedule, payload: {} }
  const given = { ...parameters, include_event_types: typesOf(parameters) }
  const { data, error } = jobContracts['purge-audit-log'].schema.safeParse(given)
  if (data) return { schedule, payload: data }
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new UserError('BAD_JOB_PARAMETERS', { detail: faults.join('; ') })
}
