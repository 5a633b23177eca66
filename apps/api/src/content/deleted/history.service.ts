import { Inject, Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { takeTagBack } from '@berth/metadata'
import { isTag } from '@berth/oci'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { RepositoryContext } from '../../access/context.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { historyView } from './history-view.js'
import { type Restored, toRestored } from './to-restored.js'

export type TagEventRow = z.output<typeof rest.tagEvent>

@Injectable()
export class HistoryService {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'reclaimDelaySeconds'>,
  ) {}

  /** Nothing of a tag that there never was. */
  async list({ id }: RepositoryContext, tag: string, query: ListQuery): Promise<Page<TagEventRow>> {
    if (!isTag(tag)) return new Page([], 0, query.page, query.page_size)
    const where = [sql`e.repository_id = ${id}`, sql`e.tag = ${tag}`]
    return this.lists.page(historyView(this.settings.reclaimDelaySeconds), query, { where })
  }

  async restore({ name }: RepositoryContext, tag: string, event: number, actor: Actor): Promise<Restored> {
    const { reclaimDelaySeconds } = this.settings
    const outcome = isTag(tag)
      ? await this.database.transaction((transaction) =>
          takeTagBack(transaction, name, tag, event, actor, reclaimDelaySeconds),
        )
      : ({ outcome: 'nothing' } as const)
    if (outcome.outcome === 'nothing') throw new UserError('TAG_EVENT_NOT_FOUND', { event: String(event), tag })
    if (outcome.outcome === 'gone')
      throw new UserError('CONTENT_GONE', { tag, digest: outcome.digest, until: outcome.until.toISOString() })
    return toRestored(outcome, tag)
  }
}
