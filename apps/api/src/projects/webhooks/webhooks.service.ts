import { Inject, Injectable } from '@nestjs/common'
import {
  type Actor,
  formatsOf,
  MOST_WEBHOOKS,
  rest,
  UserError,
  webhookEventTypes,
  webhookKinds,
} from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { type WebhookSecrets, webhookSecrets } from '@berth/webhooks'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Created, type Page } from '../../edge/results.js'
import { utc } from '../../listing/list-statement.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { type GivenTarget, type GivenWebhook, readTarget, requireSameReceiver, type WebhookRow } from './webhook.js'
import { webhookView } from './webhook-view.js'

export type LastTrigger = z.output<typeof rest.webhookLastTrigger>

export const webhookTypes: z.output<typeof rest.webhookTypes> = {
  event_type: [...webhookEventTypes],
  notify_type: [...webhookKinds],
  payload_formats: webhookKinds.map((kind) => ({ notify_type: kind, formats: [...formatsOf(kind)] })),
}

const told = (project: ProjectContext, id: number, { name, enabled }: { name: string; enabled: boolean }) => ({
  project_id: project.id,
  project: project.name,
  webhook_id: id,
  webhook: name,
  enabled,
})

const taken = (name: string) => ({ webhook_policy_name: () => new UserError('WEBHOOK_EXISTS', { name }) })

/** Webhooks of a project. The jobservice tells them what happens. */
@Injectable()
export class WebhooksService {
  private readonly secrets: WebhookSecrets
  private readonly allow: readonly string[]

  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    @Inject(SETTINGS) { secretKey, outboundAllow }: Pick<ApiSettings, 'secretKey' | 'outboundAllow'>,
  ) {
    this.secrets = webhookSecrets(secretKey)
    this.allow = outboundAllow
  }

  list(project: ProjectContext, query: ListQuery): Promise<Page<WebhookRow>> {
    return this.lists.page(webhookView, query, { where: [sql`w.project_id = ${project.id}`] })
  }

  /** @throws {UserError} WEBHOOK_NOT_FOUND, as everything here that names one */
  async get(project: ProjectContext, id: number): Promise<WebhookRow> {
    const row = await this.lists.row(webhookView, [sql`w.id = ${id}`, sql`w.project_id = ${project.id}`])
    if (!row) throw new UserError('WEBHOOK_NOT_FOUND', { id })
    return row
  }

  async create(project: ProjectContext, given: GivenWebhook, actor: Actor): Promise<Created> {
    const [target] = given.targets
    if (!target) throw new UserError('BAD_REQUEST', { detail: 'targets: there is one' })
    const { kind, address, format, template, skipCertVerify } = readTarget(target, this.allow)
    const id = await this.database.transaction(async (transaction) => {
      await this.requireRoom(transaction, project)
      const made = insertedRow(
        await transaction.row<{ id: number }>(sql`
          insert into webhook_policy (project_id, name, description, enabled, event_types, kind, address, payload_format, template,
            skip_cert_verify, creator)
          values (${project.id}, ${given.name}, ${given.description}, ${given.enabled}, ${[...new Set(given.event_types)]}, ${kind},
            ${address}, ${format}, ${template}, ${skipCertVerify}, ${actor.name})
          returning id`),
      )
      await this.keepSecrets(transaction, made.id, target)
      await emit(transaction, 'webhook.created', told(project, made.id, given), actor)
      return made.id
    }, taken(given.name))
    return new Created(`/api/v2.0/projects/${project.id}/webhook/policies/${id}`)
  }

  async update(project: ProjectContext, id: number, { name, ...given }: GivenWebhook, actor: Actor): Promise<void> {
    const [target] = given.targets
    if (!target) throw new UserError('BAD_REQUEST', { detail: 'targets: there is one' })
    const { kind, address, format, template, skipCertVerify } = readTarget(target, this.allow)
    await this.database.transaction(async (transaction) => {
      const before = await transaction.row<{
        name: string
        address: string
        skipCertVerify: boolean
        hasHeader: boolean
      }>(sql`
        select name, address, skip_cert_verify as "skipCertVerify", auth_header is not null as "hasHeader" from webhook_policy
        where id = ${id} and project_id = ${project.id} for update`)
      if (!before) throw new UserError('WEBHOOK_NOT_FOUND', { id })
      requireSameReceiver(before, target)
      const kept = name === '' ? before.name : name
      // What has failed so far says nothing of the receiver as it is now.
      await transaction.rows(sql`
        update webhook_policy set name = ${kept}, description = ${given.description}, enabled = ${given.enabled},
          event_types = ${[...new Set(given.event_types)]}, kind = ${kind}, address = ${address}, payload_format = ${format},
          template = ${template}, skip_cert_verify = ${skipCertVerify}, failures = 0, retry_at = null, updated_at = now()
        where id = ${id}`)
      await this.keepSecrets(transaction, id, target)
      await emit(transaction, 'webhook.changed', told(project, id, { ...given, name: kept }), actor)
    }, taken(name))
  }

  /** What waits to be delivered ends with it. */
  async delete(project: ProjectContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const gone = await transaction.row<{ name: string; enabled: boolean }>(sql`
        delete from webhook_policy where id = ${id} and project_id = ${project.id} returning name, enabled`)
      if (!gone) throw new UserError('WEBHOOK_NOT_FOUND', { id })
      await emit(transaction, 'webhook.deleted', told(project, id, gone), actor)
    })
  }

  /** When each webhook was last told of each type that it asks for, if ever. */
  lastTriggers(project: ProjectContext): Promise<LastTrigger[]> {
    return this.database.rows<LastTrigger>(sql`
      select w.name as policy_name, type as event_type, w.enabled, ${utc(sql`w.created_at`)} as creation_time,
        coalesce(${utc(sql`(w.last_triggered ->> type)::timestamptz`)}, ${rest.NEVER}) as last_trigger_time
      from webhook_policy w cross join unnest(w.event_types) as type
      where w.project_id = ${project.id} order by w.id, type`)
  }

  /** What is not given stays as it is. */
  private async keepSecrets(transaction: Transaction, id: number, { auth_header, secret }: GivenTarget): Promise<void> {
    if (auth_header !== undefined)
      await transaction.rows(sql`
        update webhook_policy set auth_header = ${this.secrets.seal(auth_header, id, 'auth_header')} where id = ${id}`)
    if (secret !== undefined)
      await transaction.rows(
        sql`update webhook_policy set secret = ${this.secrets.seal(secret, id, 'secret')} where id = ${id}`,
      )
  }

  /** One maker after the other, and counted in a statement of its own: it sees what the maker before has made. */
  private async requireRoom(transaction: Transaction, { id, name }: ProjectContext): Promise<void> {
    const held = await transaction.row(sql`select from project where id = ${id} for no key update`)
    if (!held) throw new UserError('PROJECT_NOT_FOUND', { project: name })
    const found = await transaction.row<{ count: number }>(
      sql`select count(*)::int as count from webhook_policy where project_id = ${id}`,
    )
    if ((found?.count ?? 0) >= MOST_WEBHOOKS) throw new UserError('TOO_MANY_WEBHOOKS', { limit: MOST_WEBHOOKS })
  }
}
