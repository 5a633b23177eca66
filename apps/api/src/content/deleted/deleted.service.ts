import { Inject, Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { purgeArtifact, restoreArtifact, restoreTag, type RestoreOutcome } from '@berth/metadata'
import { isDigest, isTag, type RepositoryName } from '@berth/oci'
import type { z } from 'zod'
import type { RepositoryContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { deletedView } from './deleted-view.js'
import { type Restored, toRestored } from './to-restored.js'

export type DeletedRow = z.output<typeof rest.deleted>

@Injectable()
export class DeletedService {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'reclaimDelaySeconds'>,
  ) {}

  async list({ id }: RepositoryContext, query: ListQuery): Promise<Page<DeletedRow>> {
    return this.lists.page(deletedView(id, this.settings.reclaimDelaySeconds), query, { where: [] })
  }

  /** @param reference a digest, or a tag */
  async restore({ name }: RepositoryContext, reference: string, actor: Actor): Promise<Restored> {
    const restored = await this.bringBack(name, reference, actor)
    if (restored.outcome === 'gone') throw new UserError('NOTHING_TO_RESTORE', { reference, repository: name })
    return toRestored(restored, reference)
  }

  async purge({ name }: RepositoryContext, digest: string, actor: Actor): Promise<void> {
    const purged = isDigest(digest)
      ? await this.database.transaction((transaction) => purgeArtifact(transaction, name, digest, actor))
      : undefined
    if (purged === undefined) throw new UserError('NOTHING_TO_PURGE', { reference: digest, repository: name })
  }

  private async bringBack(repository: RepositoryName, reference: string, actor: Actor): Promise<RestoreOutcome> {
    const { reclaimDelaySeconds } = this.settings
    return this.database.transaction(async (transaction) => {
      if (isDigest(reference)) return restoreArtifact(transaction, repository, reference, actor, reclaimDelaySeconds)
      if (isTag(reference)) return restoreTag(transaction, repository, reference, actor, reclaimDelaySeconds)
      return { outcome: 'gone' }
    })
  }
}
