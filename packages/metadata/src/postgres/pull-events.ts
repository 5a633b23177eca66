import type { Actor } from '@berth/contracts'
import { type Database, emitAll } from '@berth/database'
import type { Digest, RepositoryName, Tag } from '@berth/oci'
import type { ToldPull } from '../registry-metadata.js'

const FLUSH_MILLISECONDS = 5_000
/** Different pulls that wait to be written. */
export const MOST_WAITING = 2_000

interface Waiting {
  readonly repository: RepositoryName
  readonly digest: Digest
  readonly tag?: Tag | undefined
  readonly actor: Actor
  count: number
}

const findRepositories = {
  name: 'find_repositories_of_pulls',
  text: `select id, project_id, name from repository where name = any ($1::text[])`,
}

/** Writes pulls down, those of one caller from one address together. No pull waits for it. */
export class PullEvents {
  #waiting = new Map<string, Waiting>()
  #timer: NodeJS.Timeout | undefined

  /** @param onDropped told of how many pulls nothing is written down */
  constructor(
    private readonly db: Database,
    private readonly onDropped: (pulls: number) => void,
  ) {}

  add(digest: Digest, { repository, tag, by }: ToldPull): void {
    // Of many requests: none of them is the one.
    const { requestId: _, ...actor } = by
    this.#keep({ repository, digest, tag, actor, count: 1 })
    this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), FLUSH_MILLISECONDS)
  }

  /** Where PostgreSQL cannot be reached, what waits goes on waiting. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const pulls = [...this.#waiting.values()]
    this.#waiting = new Map()
    if (pulls.length === 0) return
    try {
      await this.#write(pulls)
    } catch (error) {
      for (const pull of pulls) this.#keep(pull)
      this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), FLUSH_MILLISECONDS)
      throw error
    }
  }

  #keep(pull: Waiting): void {
    const { repository, digest, tag = '', actor } = pull
    const key = [repository, digest, tag, actor.kind, actor.id, actor.name, actor.address].join('\0')
    const known = this.#waiting.get(key)
    if (known) known.count += pull.count
    else if (this.#waiting.size < MOST_WAITING) this.#waiting.set(key, pull)
    else this.onDropped(pull.count)
  }

  async #write(pulls: readonly Waiting[]): Promise<void> {
    const names = [...new Set(pulls.map(({ repository }) => repository))]
    await this.db.transaction(async (transaction) => {
      const rows = await transaction.query<{ id: string; project_id: number; name: string }>(findRepositories, [names])
      const places = new Map(rows.map(({ id, project_id, name }) => [name, { repository_id: Number(id), project_id }]))
      const events = pulls.flatMap(({ repository, digest, tag, actor, count }) => {
        const place = places.get(repository)
        // Where it has gone meanwhile there is nothing to tell it of.
        return place
          ? [{ payload: { ...place, repository, digest, ...(tag !== undefined && { tag }), count }, actor }]
          : []
      })
      if (events.length > 0) await emitAll(transaction, 'artifact.pulled', events)
    })
  }
}
