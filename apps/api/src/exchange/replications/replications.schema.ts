import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { givenId } from '../../edge/path-id.js'
import { listQuery } from '../../listing/list-query.js'

export const replicationListQuery = listQuery.extend({
  name: z.string().max(255).default('').describe("Part of a rule's name."),
})
export type ReplicationListQuery = z.output<typeof replicationListQuery>

const word = z.string().max(64).default('')

export const replicationRunQuery = listQuery.extend({
  policy_id: givenId.optional(),
  status: word.describe('InProgress, Succeed, Failed or Stopped.'),
  trigger: word.describe('manual, scheduled or event_based.'),
})
export type ReplicationRunQuery = z.output<typeof replicationRunQuery>

export const replicationTaskQuery = listQuery.extend({
  status: word.describe('Pending, InProgress, Succeed, Failed or Stopped.'),
  resource_type: word,
})
export type ReplicationTaskQuery = z.output<typeof replicationTaskQuery>

export type ReplicationStart = z.output<typeof rest.replicationStart>
export type ReplicationExecution = z.output<typeof rest.replicationExecution>
export type ReplicationTask = z.output<typeof rest.replicationTask>
