import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { type ArtifactContext, CurrentArtifact } from '../../access/context.js'
import { atArtifact, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import { ArtifactLabelsService } from './artifact-labels.service.js'
import type { LabelReference } from './labels.schema.js'

@Controller('projects/:project_name/repositories/:repository_name/artifacts/:reference/labels')
export class ArtifactLabelsController {
  constructor(private readonly labels: ArtifactLabelsService) {}

  @Post()
  @HttpCode(200)
  @Needs('artifact-label:create', atArtifact)
  @Emits('artifact.labelled')
  @Operation({
    id: 'addLabel',
    tag: 'artifact',
    summary: 'Put a label on an artifact: a global one, or one of its project',
    answers: { 200: 'none' },
    refuses: ['LABEL_NOT_FOUND', 'LABEL_ON_ARTIFACT'],
  })
  add(
    @CurrentArtifact() artifact: ArtifactContext,
    @Body({ schema: rest.labelReference }) { id }: LabelReference,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.labels.add(artifact, id, actor)
  }

  @Delete(':label_id')
  @Needs('artifact-label:delete', atArtifact)
  @Emits('artifact.unlabelled')
  @Operation({
    id: 'removeLabel',
    tag: 'artifact',
    summary: 'Take a label off an artifact',
    answers: { 200: 'none' },
    refuses: ['LABEL_NOT_ON_ARTIFACT'],
  })
  remove(
    @CurrentArtifact() artifact: ArtifactContext,
    @PathId('label_id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.labels.remove(artifact, id, actor)
  }
}
