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
import type { GivenWebhook, WebhookRow } from './webhook.js'
import { WebhooksService } from './webhooks.service.js'

const unfit = [
  'WEBHOOK_FORMAT',
  'WEBHOOK_TEMPLATE_NO_JSON',
  'WEBHOOK_TEMPLATE_NAME',
  'WEBHOOK_ADDRESS_REFUSED',
] as const

@Controller('projects/:project_name_or_id/webhook/policies')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Needs('notification-policy:list', inProject)
  @Operation({
    id: 'ListWebhookPoliciesOfProject',
    tag: 'webhook',
    summary: 'Webhooks of a project, and how they fare',
    answers: { 200: pageOf(rest.webhook) },
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<WebhookRow>> {
    return this.webhooks.list(project, query)
  }

  @Post()
  @Needs('notification-policy:create', inProject)
  @Emits('webhook.created')
  @Operation({
    id: 'CreateWebhookPolicyOfProject',
    tag: 'webhook',
    summary: 'Add a webhook: it is told of what happens from now on',
    answers: { 201: 'location' },
    refuses: ['WEBHOOK_EXISTS', 'TOO_MANY_WEBHOOKS', ...unfit],
  })
  create(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.givenWebhook }) body: GivenWebhook,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.webhooks.create(project, body, actor)
  }

  @Get(':webhook_policy_id')
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'GetWebhookPolicyOfProject',
    tag: 'webhook',
    summary: 'One webhook',
    answers: { 200: rest.webhook },
    refuses: ['WEBHOOK_NOT_FOUND'],
  })
  get(@CurrentProject() project: ProjectContext, @PathId('webhook_policy_id') id: number): Promise<WebhookRow> {
    return this.webhooks.get(project, id)
  }

  @Put(':webhook_policy_id')
  @Needs('notification-policy:update', inProject)
  @Emits('webhook.changed')
  @Operation({
    id: 'UpdateWebhookPolicyOfProject',
    tag: 'webhook',
    summary: 'Change a webhook, or switch it on or off; what waits goes to the receiver as it is then, or ends',
    answers: { 200: 'none' },
    refuses: ['WEBHOOK_NOT_FOUND', 'WEBHOOK_EXISTS', 'WEBHOOK_SECRET_NEEDED', ...unfit],
  })
  update(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') id: number,
    @Body({ schema: rest.changedWebhook }) body: GivenWebhook,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.webhooks.update(project, id, body, actor)
  }

  @Delete(':webhook_policy_id')
  @Needs('notification-policy:delete', inProject)
  @Emits('webhook.deleted')
  @Operation({
    id: 'DeleteWebhookPolicyOfProject',
    tag: 'webhook',
    summary: 'Remove a webhook; what waits to be delivered ends',
    answers: { 200: 'none' },
    refuses: ['WEBHOOK_NOT_FOUND'],
  })
  delete(
    @CurrentProject() project: ProjectContext,
    @PathId('webhook_policy_id') id: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.webhooks.delete(project, id, actor)
  }
}
