import { rest } from '@berth/contracts'
import { z } from 'zod'
import { flag } from '../../edge/flag.js'
import { listQuery } from '../../listing/list-query.js'
import { parseConditions } from '../../listing/parse-conditions.js'

const shown = {
  with_tag: flag.default(true).describe('Include the tags.'),
  with_label: flag.default(false).describe('Include the labels.'),
  with_accessory: flag.default(true).describe('Include what refers to it.'),
}

export const artifactListQuery = listQuery.extend(shown)
export type ArtifactListQuery = z.output<typeof artifactListQuery>

export const artifactQuery = z.object(shown)
export type ArtifactQuery = z.output<typeof artifactQuery>

export const projectArtifactsQuery = artifactListQuery.extend({
  latest_in_repository: flag
    .default(false)
    .describe('Only the artifact of each repository that was pushed last; with media_type or artifact_type in `q`.'),
})
export type ProjectArtifactsQuery = z.output<typeof projectArtifactsQuery>

export const shownBy = (query: ArtifactQuery) => ({
  withTags: query.with_tag,
  withLabels: query.with_label,
  withAccessories: query.with_accessory,
})

/** Whether a list is asked for what it leaves out by itself. */
export const asksForAll = ({ q }: ArtifactListQuery) => parseConditions(q).some(({ field }) => field === 'base')

/** What Harbor knows to show beside an artifact; of each kind of artifact some. */
export const additionName = z.enum(['vulnerabilities', 'sbom'])
export type AdditionName = z.output<typeof additionName>

export type AccessoryRow = z.output<typeof rest.accessory>
export type ReferrerRow = z.output<typeof rest.referrer>
export type LayerRow = z.output<typeof rest.layer>
export type FileRow = z.output<typeof rest.artifactFile>
export type ArtifactRow = z.output<typeof rest.artifact>
export type DeletionPreviewAnswer = z.output<typeof rest.deletionPreview>
export type ChartDependency = z.output<typeof rest.chartDependency>
export type HistoryEntry = z.output<typeof rest.historyEntry>
export type TagRow = z.output<typeof rest.tag>
export type NewTag = z.output<typeof rest.newTag>
export type RepositoryTagRow = z.output<typeof rest.repositoryTag>
