import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { type LastTrigger, WebhooksService, webhookTypes } from './webhooks.service.js'

@Controller('projects/:project_name_or_id/webhook')
export class WebhookFactsController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get('events')
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'GetSupportedEventTypes',
    tag: 'webhook',
    summary: 'What webhooks may be told of, of which kinds they are, and in which form they are told',
    answers: { 200: rest.webhookTypes },
  })
  types(): z.output<typeof rest.webhookTypes> {
    return webhookTypes
  }

  @Get('lasttrigger')
  @Needs('notification-policy:read', inProject)
  @Operation({
    id: 'LastTrigger',
    tag: 'webhook',
    summary: 'When each webhook of a project was last told of what',
    answers: { 200: rest.webhookLastTrigger.array() },
  })
  lastTriggers(@CurrentProject() project: ProjectContext): Promise<LastTrigger[]> {
    return this.webhooks.lastTriggers(project)
  }
}
