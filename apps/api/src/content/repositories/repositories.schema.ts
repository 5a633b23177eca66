import { isPattern, type rest } from '@berth/contracts'
import { z } from 'zod'
import { listQuery } from '../../listing/list-query.js'

const pattern = z
  .string()
  .max(255)
  .refine(isPattern, 'is no pattern: each bracket and brace has to be closed')
  .optional()

export const repositoryListQuery = listQuery.extend({
  matches: pattern.describe(
    'A pattern of names without their project: what a role, a robot or a rule with this pattern is about now.',
  ),
})
export type RepositoryListQuery = z.output<typeof repositoryListQuery>

export const everyRepositoryListQuery = repositoryListQuery.extend({
  full_name_matches: pattern.describe(
    'A pattern of names with their project: what a replication with this filter is about now.',
  ),
})
export type EveryRepositoryListQuery = z.output<typeof everyRepositoryListQuery>

export type RepositoryRow = z.output<typeof rest.repository>
export type RepositoryUpdate = z.output<typeof rest.repositoryUpdate>
