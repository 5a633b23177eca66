import { Injectable } from '@nestjs/common'
import { type Actor, MOST_REPLICATIONS, replicationSubject, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import type { ManagedJob } from '../../operation/executions/executions.schema.js'
import { SchedulesService } from '../../operation/schedules/schedules.service.js'
import {
  type GivenReplication,
  readReplication,
  type ReplicationPolicy,
  type StoredReplication,
} from './replication.js'
import { replicationView } from './replication-view.js'
import type { ReplicationListQuery } from './replications.schema.js'

/** Runs of a rule, as the jobservice knows them. */
export const runsOf = (policy: number): ManagedJob => ({
  name: 'replication',
  subject: replicationSubject(policy),
  path: '/api/v2.0/replication/executions',
})

const taken = ({ name }: GivenReplication) => ({
  replication_policy_name: () => new UserError('REPLICATION_EXISTS', { name }),
})

/** Rules by which images are copied to and from registries elsewhere. The jobservice carries them out. */
@Injectable()
export class ReplicationsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly schedules: SchedulesService,
  ) {}

  list({ name, ...query }: ReplicationListQuery): Promise<Page<ReplicationPolicy>> {
    const filters = name === '' ? [] : [sql`p.name ilike ${containing(name)}`]
    return this.lists.page(replicationView, query, { where: [], filters })
  }

  /** @throws {UserError} REPLICATION_NOT_FOUND, as everything here that names one */
  async get(id: number): Promise<ReplicationPolicy> {
    const row = await this.lists.row(replicationView, [sql`p.id = ${id}`])
    if (!row) throw new UserError('REPLICATION_NOT_FOUND', { id })
    return row
  }

  async create(given: GivenReplication, actor: Actor): Promise<Created> {
    const rule = readReplication(given)
    const id = await this.database.transaction(async (transaction) => {
      await requireRoom(transaction)
      await requireRegistry(transaction, rule)
      const made = insertedRow(
        await transaction.row<{ id: number }>(sql`
          insert into replication_policy (name, description, src_registry_id, dest_registry_id, dest_namespace,
            dest_namespace_replace_count, filters, trigger, cron, deletion, override, enabled, speed, copy_by_chunk,
            single_active_replication, creator)
          values (${rule.name}, ${rule.description}, ${rule.source}, ${rule.destination}, ${rule.namespace}, ${rule.replaceCount},
            ${JSON.stringify(rule.filters)}::jsonb, ${rule.trigger}, ${rule.cron}, ${rule.deletion}, ${rule.override},
            ${rule.enabled}, ${rule.speed}, ${rule.copyByChunk}, ${rule.singleActive}, ${actor.name})
          returning id`),
      )
      await this.schedule(transaction, made.id, rule)
      await emit(transaction, 'replication.created', told(made.id, rule), actor)
      return made.id
    }, taken(given))
    return new Created(`/api/v2.0/replication/policies/${id}`)
  }

  /** Runs that are under way go on as they began. */
  async update(id: number, given: GivenReplication, actor: Actor): Promise<void> {
    const rule = readReplication(given)
    await this.database.transaction(async (transaction) => {
      await requireRegistry(transaction, rule)
      const row = await transaction.row(sql`
        update replication_policy set name = ${rule.name}, description = ${rule.description}, src_registry_id = ${rule.source},
          dest_registry_id = ${rule.destination}, dest_namespace = ${rule.namespace},
          dest_namespace_replace_count = ${rule.replaceCount}, filters = ${JSON.stringify(rule.filters)}::jsonb,
          trigger = ${rule.trigger}, cron = ${rule.cron}, deletion = ${rule.deletion}, override = ${rule.override},
          enabled = ${rule.enabled}, speed = ${rule.speed}, copy_by_chunk = ${rule.copyByChunk},
          single_active_replication = ${rule.singleActive}, updated_at = now()
        where id = ${id} returning id`)
      if (!row) throw new UserError('REPLICATION_NOT_FOUND', { id })
      await this.schedule(transaction, id, rule)
      await emit(transaction, 'replication.changed', told(id, rule), actor)
    }, taken(given))
  }

  /** Its schedule, and what runs of it, end with it. */
  async delete(id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const gone = await transaction.row<{ name: string; enabled: boolean }>(
        sql`delete from replication_policy where id = ${id} returning name, enabled`,
      )
      if (!gone) throw new UserError('REPLICATION_NOT_FOUND', { id })
      await emit(transaction, 'replication.deleted', told(id, gone), actor)
    })
  }

  private async schedule(transaction: Transaction, id: number, { cron, enabled }: StoredReplication): Promise<void> {
    const schedule = enabled && cron !== null ? ({ type: 'Custom', cron } as const) : ({ type: 'None' } as const)
    await this.schedules.write(transaction, runsOf(id), { schedule, payload: { policy_id: id } })
  }
}

const told = (id: number, { name, enabled }: Pick<StoredReplication, 'name' | 'enabled'>) => ({
  policy_id: id,
  policy: name,
  enabled,
})

/** @throws {UserError} REGISTRY_NOT_FOUND */
async function requireRegistry(transaction: Transaction, { source, destination }: StoredReplication): Promise<void> {
  const id = source ?? destination ?? 0
  const found = await transaction.row(sql`select from registry_endpoint where id = ${id} for key share`)
  if (!found) throw new UserError('REGISTRY_NOT_FOUND', { registry: id })
}

/** One maker after the other, so that they are counted. */
async function requireRoom(transaction: Transaction): Promise<void> {
  await transaction.rows(sql`lock table replication_policy in share row exclusive mode`)
  const found = await transaction.row<{ count: number }>(sql`select count(*)::int as count from replication_policy`)
  if ((found?.count ?? 0) >= MOST_REPLICATIONS)
    throw new UserError('TOO_MANY_REPLICATIONS', { limit: MOST_REPLICATIONS })
}
