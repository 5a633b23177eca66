import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathBigId, PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { DeliveriesService, type DeliveryRow, type DeliveryTask } from './deliveries.service.js'

@Controller('projects/:project_name_or_id/webhook/policies/:webhook_policy_id/executions')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'ListExecutionsOfWebhookPolicy',
    tag: 'webhook',
    summary: 'Deliveries of a webhook, the newest first. `q` takes status and event_type',
    answers: { 200: pageOf(rest.webhookExecution) },
    refuses: ['WEBHOOK_NOT_FOUND'],
  })
  list(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') webhook: number,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<DeliveryRow>> {
    return this.deliveries.list(project, webhook, query)
  }

  @Get(':execution_id/tasks')
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'ListTasksOfWebhookExecution',
    tag: 'webhook',
    summary: 'The one task of a delivery: how often it was tried, and what came of it',
    answers: { 200: pageOf(rest.webhookTask) },
    refuses: ['WEBHOOK_NOT_FOUND', 'EXECUTION_NOT_FOUND'],
  })
  tasks(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') webhook: number,
    @PathBigId('execution_id') id: number,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<DeliveryTask>> {
    return this.deliveries.tasks(project, webhook, id, query)
  }

  @Get(':execution_id/tasks/:task_id/log')
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'GetLogsOfWebhookTask',
    tag: 'webhook',
    summary: 'What came of each attempt, as text',
    answers: { 200: 'text' },
    refuses: ['WEBHOOK_NOT_FOUND', 'EXECUTION_NOT_FOUND'],
  })
  async log(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') webhook: number,
    @PathBigId('execution_id') id: number,
    @PathBigId('task_id') task: number,
  ): Promise<StreamableFile> {
    const text = await this.deliveries.log(project, webhook, id, task)
    return new StreamableFile(text, { type: 'text/plain; charset=utf-8' })
  }

  @Post(':execution_id/redelivery')
  @Needs('notification-policy:update', inProject)
  @Emits('job.started')
  @Operation({
    id: 'redeliverWebhookExecution',
    tag: 'webhook',
    summary: 'Tell a webhook once more what a delivery told; its event has the same id',
    answers: { 201: 'location' },
    refuses: ['WEBHOOK_NOT_FOUND', 'EXECUTION_NOT_FOUND', 'WEBHOOK_OFF'],
  })
  repeat(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') webhook: number,
    @PathBigId('execution_id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.deliveries.repeat(project, webhook, id, actor)
  }
}
