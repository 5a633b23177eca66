import { Controller, Get, Query } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, Needs } from '../../access/needs.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { givenId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { listQuery } from '../../listing/list-query.js'
import { DeliveriesService, type DeliveryJob } from './deliveries.service.js'

const statuses = z.array(z.string().max(32)).max(10)

const jobQuery = listQuery.extend({
  policy_id: givenId,
  status: z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), statuses.default([])),
})
type JobQuery = z.output<typeof jobQuery>

@Controller('projects/:project_name_or_id/webhook/jobs')
export class DeliveryJobsController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Needs('notification-policy:list', inProject)
  @Operation({
    id: 'ListWebhookJobs',
    tag: 'webhookjob',
    summary: 'Deliveries of a webhook as older clients ask for them',
    answers: { 200: pageOf(rest.webhookJob) },
    refuses: ['WEBHOOK_NOT_FOUND'],
  })
  list(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: jobQuery }) { policy_id, status, ...query }: JobQuery,
  ): Promise<Page<DeliveryJob>> {
    return this.deliveries.jobs(project, policy_id, status, query)
  }
}
