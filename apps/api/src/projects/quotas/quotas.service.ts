import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import sql, { type Sql } from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { idOrNone } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { Lists } from '../../listing/lists.js'
import { quotaView } from './quota-view.js'
import type { QuotaListQuery, QuotaRow, QuotaUpdate } from './quotas.schema.js'

/** The limit that a client gives. @throws {UserError} BAD_STORAGE_LIMIT */
function limitOf({ storage, ...others }: QuotaUpdate['hard']): number {
  const isGood = storage !== undefined && (storage === -1 || storage > 0) && Object.keys(others).length === 0
  if (!isGood) throw new UserError('BAD_STORAGE_LIMIT')
  return storage
}

const isReferred = (id: string): Sql => sql`q.project_id = ${idOrNone(id)}`

@Injectable()
export class QuotasService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list({ reference, reference_id: id, ...query }: QuotaListQuery): Promise<Page<QuotaRow>> {
    const filters = [
      ...(reference === '' || reference === 'project' ? [] : [sql`false`]),
      ...(id === '' ? [] : [isReferred(id)]),
    ]
    return this.lists.page(quotaView, query, { where: [], filters })
  }

  async get(id: number): Promise<QuotaRow> {
    const row = await this.lists.row(quotaView, [sql`q.project_id = ${id}`])
    if (!row) throw new UserError('QUOTA_NOT_FOUND', { quota: id })
    return row
  }

  /** It may be less than what is used: then nothing more can be pushed, and everything deleted. */
  async update(id: number, { hard }: QuotaUpdate, actor: Actor): Promise<void> {
    const limit = limitOf(hard)
    await this.database.transaction(async (transaction) => {
      const changed = await transaction.row<{ project: string; before: string }>(sql`
        update quota q set hard_bytes = ${limit}::bigint, updated_at = now() from project p, (
          select project_id, hard_bytes from quota where project_id = ${id} for update) old
        where q.project_id = old.project_id and p.id = q.project_id
        returning p.name as project, old.hard_bytes as before`)
      if (!changed) throw new UserError('QUOTA_NOT_FOUND', { quota: id })
      const { project, before } = changed
      const told = { project_id: id, project, storage: limit, before: Number(before) }
      await emit(transaction, 'quota.changed', told, actor)
    })
  }
}
