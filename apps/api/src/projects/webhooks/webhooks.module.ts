import { Module } from '@nestjs/common'
import { ExecutionsModule } from '../../operation/executions/executions.module.js'
import { DeliveriesController } from './deliveries.controller.js'
import { DeliveriesService } from './deliveries.service.js'
import { DeliveryJobsController } from './delivery-jobs.controller.js'
import { WebhookFactsController } from './webhook-facts.controller.js'
import { WebhookTrialsController } from './webhook-trials.controller.js'
import { WebhookTrialsService } from './webhook-trials.service.js'
import { WebhooksController } from './webhooks.controller.js'
import { WebhooksService } from './webhooks.service.js'

@Module({
  imports: [ExecutionsModule],
  controllers: [
    WebhookTrialsController,
    WebhooksController,
    WebhookFactsController,
    DeliveriesController,
    DeliveryJobsController,
  ],
  providers: [WebhooksService, DeliveriesService, WebhookTrialsService],
})
export class WebhooksModule {}
