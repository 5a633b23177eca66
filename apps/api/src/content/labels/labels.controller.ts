import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { CurrentProjectIfAny, type ProjectContext } from '../../access/context.js'
import { inProjectAskedOrSignedIn, inProjectOrSystemAsked, inProjectOrSystemOf, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { projectOfCreation, projectOfList } from './asked-project.js'
import {
  type LabelCreation,
  type LabelListQuery,
  labelListQuery,
  type LabelRow,
  type LabelUpdate,
} from './labels.schema.js'
import { LabelsService } from './labels.service.js'

const ofLabel = inProjectOrSystemOf('label', 'label_id')

@Controller('labels')
export class LabelsController {
  constructor(private readonly labels: LabelsService) {}

  @Get()
  @Needs('label:list', inProjectAskedOrSignedIn(projectOfList))
  @Operation({
    id: 'ListLabels',
    tag: 'label',
    summary: 'Global labels, or those of a project',
    answers: { 200: pageOf(rest.label) },
    refuses: ['BAD_LABEL_SCOPE'],
  })
  list(
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @Query({ schema: labelListQuery }) query: LabelListQuery,
  ): Promise<Page<LabelRow>> {
    return this.labels.list(project, query)
  }

  @Post()
  @Needs('label:create', inProjectOrSystemAsked(projectOfCreation))
  @Emits('label.created')
  @Operation({
    id: 'CreateLabel',
    tag: 'label',
    summary: 'Make a label, for every project or for one',
    answers: { 201: 'location' },
    refuses: ['BAD_LABEL_SCOPE', 'BAD_LABEL_NAME', 'LABEL_EXISTS'],
  })
  create(
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @Body({ schema: rest.labelCreation }) body: LabelCreation,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.labels.create(project, body, actor)
  }

  @Get(':label_id')
  @Needs('label:read', ofLabel)
  @Operation({
    id: 'GetLabelByID',
    tag: 'label',
    summary: 'One label',
    answers: { 200: rest.label },
    refuses: ['LABEL_NOT_FOUND'],
  })
  get(@PathId('label_id') id: number): Promise<LabelRow> {
    return this.labels.get(id)
  }

  @Put(':label_id')
  @Needs('label:update', ofLabel)
  @Emits('label.updated')
  @Operation({
    id: 'UpdateLabel',
    tag: 'label',
    summary: 'Change name, description and colour of a label',
    answers: { 200: 'none' },
    refuses: ['BAD_LABEL_NAME', 'LABEL_EXISTS', 'LABEL_NOT_FOUND'],
  })
  update(
    @PathId('label_id') id: number,
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @Body({ schema: rest.labelUpdate }) body: LabelUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.labels.update(id, project, body, actor)
  }

  @Delete(':label_id')
  @Needs('label:delete', ofLabel)
  @Emits('label.deleted')
  @Operation({
    id: 'DeleteLabel',
    tag: 'label',
    summary: 'Delete a label, from every artifact that has it, too',
    answers: { 200: 'none' },
    refuses: ['LABEL_NOT_FOUND'],
  })
  delete(
    @PathId('label_id') id: number,
    @CurrentProjectIfAny() project: ProjectContext | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.labels.delete(id, project, actor)
  }
}
