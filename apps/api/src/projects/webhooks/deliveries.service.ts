import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError, WEBHOOK_DELIVERY, webhookSubject } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Created, type Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { ExecutionsService } from '../../operation/executions/executions.service.js'
import { ofWebhook } from './delivery-fields.js'
import { deliveryJobView } from './delivery-job-view.js'
import { deliveryTaskView } from './delivery-task-view.js'
import { deliveryView } from './delivery-view.js'

export type DeliveryRow = z.output<typeof rest.webhookExecution>
export type DeliveryTask = z.output<typeof rest.webhookTask>
export type DeliveryJob = z.output<typeof rest.webhookJob>

/** What webhooks were told, and are still to be told. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly executions: ExecutionsService,
  ) {}

  /** @throws {UserError} WEBHOOK_NOT_FOUND, as everything here */
  async list(project: ProjectContext, webhook: number, query: ListQuery): Promise<Page<DeliveryRow>> {
    await this.require(project, webhook)
    return this.lists.page(deliveryView, query, { where: [ofWebhook(webhook)] })
  }

  /** @throws {UserError} EXECUTION_NOT_FOUND, as everything here that names a delivery */
  async tasks(project: ProjectContext, webhook: number, id: number, query: ListQuery): Promise<Page<DeliveryTask>> {
    await this.requireDelivery(project, webhook, id)
    return this.lists.page(deliveryTaskView, query, { where: [ofWebhook(webhook), sql`e.id = ${id}`] })
  }

  async log(project: ProjectContext, webhook: number, id: number, task: number): Promise<Readable> {
    await this.requireDelivery(project, webhook, id)
    if (task !== id) throw new UserError('EXECUTION_NOT_FOUND', { id: task })
    return this.executions.log({ name: WEBHOOK_DELIVERY.job, subject: webhookSubject(webhook) }, id)
  }

  async jobs(
    project: ProjectContext,
    webhook: number,
    statuses: readonly string[],
    query: ListQuery,
  ): Promise<Page<DeliveryJob>> {
    await this.require(project, webhook)
    const filters = statuses.length === 0 ? [] : [sql`e.status = any (${statuses.map((one) => one.toLowerCase())})`]
    return this.lists.page(deliveryJobView, query, { where: [ofWebhook(webhook)], filters })
  }

  /** Once more what a delivery told, behind what waits; with the same event's id. @throws {UserError} WEBHOOK_OFF */
  async repeat(project: ProjectContext, webhook: number, delivery: number, actor: Actor): Promise<Created> {
    await this.requireDelivery(project, webhook, delivery)
    const startedBy = { kind: actor.kind, id: actor.id, name: actor.name }
    const id = await this.database.transaction(async (transaction) => {
      // Whoever sends something again wants to see now what the receiver says.
      const on = await transaction.row(
        sql`update webhook_policy set retry_at = null where id = ${webhook} and enabled returning id`,
      )
      if (!on) throw new UserError('WEBHOOK_OFF')
      const made = insertedRow(
        await transaction.row<{ id: string }>(sql`
          insert into job_execution (job, class, subject_kind, subject_id, trigger, payload, started_by)
          select e.job, e.class, e.subject_kind, e.subject_id, 'manual', e.payload, ${startedBy}
          from job_execution e where e.id = ${delivery}
          returning id`),
      )
      await emit(transaction, 'job.started', { job: WEBHOOK_DELIVERY.job, execution_id: Number(made.id) }, actor)
      return made.id
    })
    return new Created(`/api/v2.0/projects/${project.id}/webhook/policies/${webhook}/executions/${id}`)
  }

  private async require(project: ProjectContext, webhook: number): Promise<void> {
    const found = await this.database.row(sql`
      select from webhook_policy where id = ${webhook} and project_id = ${project.id}`)
    if (!found) throw new UserError('WEBHOOK_NOT_FOUND', { id: webhook })
  }

  private async requireDelivery(project: ProjectContext, webhook: number, id: number): Promise<void> {
    await this.require(project, webhook)
    const found = await this.database.row(sql`select from job_execution e where e.id = ${id} and ${ofWebhook(webhook)}`)
    if (!found) throw new UserError('EXECUTION_NOT_FOUND', { id })
  }
}
