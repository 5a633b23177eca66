import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { type ArtifactContext, CurrentArtifact } from '../../access/context.js'
import { atArtifact, Needs } from '../../access/needs.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { AccessoriesService } from './accessories.service.js'
import type { AccessoryRow, ReferrerRow } from './artifacts.schema.js'

@Controller('projects/:project_name/repositories/:repository_name/artifacts/:reference')
export class AccessoriesController {
  constructor(private readonly accessories: AccessoriesService) {}

  @Get('accessories')
  @Needs('accessory:list', atArtifact)
  @Operation({
    id: 'listAccessories',
    tag: 'artifact',
    summary: 'What is about an artifact: signatures, SBOMs, attestations and whatever else refers to it',
    answers: { 200: pageOf(rest.accessory) },
  })
  list(
    @CurrentArtifact() artifact: ArtifactContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<AccessoryRow>> {
    return this.accessories.list(artifact, query)
  }

  @Get('referrers')
  @Needs('accessory:list', atArtifact)
  @Operation({
    id: 'listReferrers',
    tag: 'artifact',
    summary: 'The same with what is about each of these, at every depth: 500 at most',
    answers: { 200: rest.referrer.array() },
  })
  referrers(@CurrentArtifact() artifact: ArtifactContext): Promise<ReferrerRow[]> {
    return this.accessories.tree(artifact)
  }
}
