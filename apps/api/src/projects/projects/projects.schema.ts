import { rest } from '@berth/contracts'
import { z } from 'zod'
import { flag } from '../../edge/flag.js'
import { listQuery } from '../../listing/list-query.js'

export const projectListQuery = listQuery.extend({
  name: z.string().max(255).default('').describe('Part of a project name.'),
  public: flag.optional().describe('Public or private ones only.'),
  owner: z.string().max(255).default('').describe('User name of the owner.'),
  with_detail: flag.default(true).describe('Accepted for older clients; details are always there.'),
})
export type ProjectListQuery = z.output<typeof projectListQuery>

export const projectHeadQuery = z.object({ project_name: z.string().min(1).max(255) })
export type ProjectHeadQuery = z.output<typeof projectHeadQuery>

export type ProjectCreation = z.output<typeof rest.projectCreation>
export type ProjectUpdate = z.output<typeof rest.projectUpdate>
export type ProjectRow = z.output<typeof rest.project>
export type ProjectSummary = z.output<typeof rest.projectSummary>
export type ProjectDeletable = z.output<typeof rest.projectDeletable>
