import { auditTypes, harborAuditTypes } from '@berth/contracts'
import { expect, it } from 'vitest'
import { purgeRequest } from './purge-request.js'

const schedule = { type: 'Manual' } as const
const typesOf = (parameters: object) => {
  const { payload } = purgeRequest({ schedule, parameters: { audit_retention_hour: 24, ...parameters } })
  return (payload as { include_event_types: string }).include_event_types.split(',')
}

it('takes kinds of entries by their names', () => {
  expect(typesOf({ include_event_types: ' create_artifact, Delete_tag ' })).toEqual(['create_artifact', 'delete_tag'])
})

it("takes Harbor's word for all that Harbor does not name", () => {
  const all = typesOf({ include_event_types: [...harborAuditTypes, 'other_events'].join(',') })
  expect(all.toSorted()).toEqual(auditTypes)
})

it('takes operations, as older clients say it', () => {
  expect(typesOf({ include_operations: 'pull' })).toEqual(['pull_artifact'])
  expect(typesOf({ include_operations: 'create,delete' })).toEqual(
    expect.arrayContaining(['create_artifact', 'create_tag', 'delete_project']),
  )
})

it('refuses to keep entries for no stated time, and kinds that there are not', () => {
  const refused = expect.objectContaining({ reason: 'BAD_JOB_PARAMETERS' })
  expect(() => purgeRequest({ schedule })).toThrow(refused)
  expect(() => typesOf({ include_event_types: 'create_artifcat' })).toThrow(refused)
})

it('needs nothing where the schedule ends', () => {
  expect(purgeRequest({ schedule: { type: 'None' } }).payload).toEqual({})
})
