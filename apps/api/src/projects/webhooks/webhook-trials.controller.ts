import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { externalUrl } from '../../edge/external-url.js'
import { Operation } from '../../edge/openapi.js'
import { type GivenTrial, type TrialOutcome, WebhookTrialsService } from './webhook-trials.service.js'

@Controller('projects/:project_name_or_id/webhook/policies/test')
export class WebhookTrialsController {
  constructor(
    private readonly trials: WebhookTrialsService,
    @Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'externalUrl'>,
  ) {}

  @Post()
  @HttpCode(200)
  @Needs('notification-policy:update', inProject)
  @Operation({
    id: 'testWebhookPolicy',
    tag: 'webhook',
    summary: 'Send an example to a receiver, and say what it answers',
    answers: { 200: rest.webhookTrialOutcome },
    refuses: [
      'WEBHOOK_NOT_FOUND',
      'WEBHOOK_SECRET_NEEDED',
      'WEBHOOK_FORMAT',
      'WEBHOOK_TEMPLATE_NO_JSON',
      'WEBHOOK_TEMPLATE_NAME',
      'WEBHOOK_ADDRESS_REFUSED',
      'WEBHOOK_TRIAL_RUNNING',
    ],
  })
  send(
    @CurrentProject() project: ProjectContext,
    @Body({ schema: rest.webhookTrial }) body: GivenTrial,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<TrialOutcome> {
    return this.trials.send(project, body, actor, externalUrl(this.settings.externalUrl, request.headers))
  }
}
