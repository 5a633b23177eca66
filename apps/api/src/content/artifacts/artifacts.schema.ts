import { rest } from '@berth/contracts'
import { z } from 'zod'
import { flag } from '../../edge/flag.js'
import { listQuery } from '../../listing/list-query.js'

export const artifactListQuery = listQuery.extend({ with_tag: flag.default(true).describe('Include the tags.') })
export type ArtifactListQuery = z.output<typeof artifactListQuery>

export const artifactQuery = z.object({ with_tag: flag.default(true).describe('Include the tags.') })
export type ArtifactQuery = z.output<typeof artifactQuery>

export type ArtifactRow = z.output<typeof rest.artifact>
export type HistoryEntry = z.output<typeof rest.historyEntry>
export type TagRow = z.output<typeof rest.tag>
export type NewTag = z.output<typeof rest.newTag>
export type RepositoryTagRow = z.output<typeof rest.repositoryTag>
