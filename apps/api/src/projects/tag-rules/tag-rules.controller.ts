import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import type { GivenTagRule, TagRuleRow } from './tag-rule.js'
import { TagRulesService } from './tag-rules.service.js'

@Controller('projects/:project_name_or_id/immutabletagrules')
export class TagRulesController {
  constructor(private readonly rules: TagRulesService) {}

  @Get()
  @Needs('immutable-tag:list', inProject)
  @Operation({
    id: 'ListImmuRules',
    tag: 'immutable',
    summary: 'Rules that keep tags of a project as they are, from everybody or from all but some roles',
    answers: { 200: pageOf(rest.tagRule) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<TagRuleRow>> {
    return this.rules.list(project, query)
  }

  @Post()
  @Needs('immutable-tag:create', inProject)
  @Emits('tag-rule.created')
  @Operation({
    id: 'CreateImmuRule',
    tag: 'immutable',
    summary: 'Add a rule; it acts on the next push, move or deletion',
    answers: { 201: 'location' },
    refuses: ['TAG_RULE_WITHOUT_ROLES', 'ROLE_NOT_FOUND', 'TAG_RULE_EXISTS', 'TOO_MANY_TAG_RULES'],
  })
  create(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.newTagRule }) body: GivenTagRule,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.rules.create(project, body, actor)
  }

  @Put(':immutable_rule_id')
  @Needs('immutable-tag:update', inProject)
  @Emits('tag-rule.changed')
  @Operation({
    id: 'UpdateImmuRule',
    tag: 'immutable',
    summary: 'Change a rule, or switch it on or off',
    answers: { 200: 'none' },
    refuses: ['TAG_RULE_NOT_FOUND', 'TAG_RULE_WITHOUT_ROLES', 'ROLE_NOT_FOUND', 'TAG_RULE_EXISTS'],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @PathId('immutable_rule_id') id: number,
    @Body({ schema: rest.newTagRule }) body: GivenTagRule,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.rules.update(project, id, body, actor)
  }

  @Delete(':immutable_rule_id')
  @Needs('immutable-tag:delete', inProject)
  @Emits('tag-rule.deleted')
  @Operation({
    id: 'DeleteImmuRule',
    tag: 'immutable',
    summary: 'Delete a rule: its tags can be moved and deleted from now on',
    answers: { 200: 'none' },
    refuses: ['TAG_RULE_NOT_FOUND'],
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @PathId('immutable_rule_id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.rules.delete(project, id, actor)
  }
}
