import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'

const PERIOD_MS = 15_000
/** Credentials that wait to be written down. What comes on top of them is told the next time it is used. */
const MOST = 10_000

interface Use {
  readonly at: Date
  readonly address: string
}

/** Writes down when and from where credentials were used last: now and then, all at once, and while nobody waits for it. */
@Injectable()
export class LastUses implements BeforeApplicationShutdown {
  private readonly logger = new Logger('LastUses')
  private uses = new Map<number, Use>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly database: Database) {}

  note(credential: number, address: string): void {
    if (this.uses.size >= MOST && !this.uses.has(credential)) return
    this.uses.set(credential, { at: new Date(), address })
    this.timer ??= setTimeout(() => void this.write(), PERIOD_MS).unref()
  }

  /** A row that somebody holds waits for the next time. */
  async write(): Promise<void> {
    clearTimeout(this.timer)
    const uses = this.uses
    this.uses = new Map()
    try {
      if (uses.size > 0) for (const id of await this.update(uses)) this.keep(uses, id)
    } catch (error) {
      this.logger.warn(`The last uses of credentials could not be written down: ${String(error)}`)
      for (const id of uses.keys()) this.keep(uses, id)
    }
    this.timer = this.uses.size > 0 ? setTimeout(() => void this.write(), PERIOD_MS).unref() : undefined
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write()
    clearTimeout(this.timer)
  }

  private keep(uses: ReadonlyMap<number, Use>, id: number): void {
    const use = uses.get(id)
    if (use && !this.uses.has(id) && this.uses.size < MOST) this.uses.set(id, use)
  }

  /** @returns ids of those that are held by somebody else */
  private async update(uses: ReadonlyMap<number, Use>): Promise<number[]> {
    const ids = [...uses.keys()]
    const told = [...uses.values()]
    const held = await this.database.rows<{ id: number }>(sql`
      with used as (
        select * from unnest(${ids}::int[], ${told.map(({ at }) => at.toISOString())}::timestamptz[],
          ${told.map(({ address }) => address)}::text[]) as used (id, at, address)
      ), free as (
        select id from credential where id = any (${ids}::int[]) for no key update skip locked
      ), written as (
        update credential c set last_used_at = greatest(c.last_used_at, u.at), last_used_address = u.address
        from used u join free f on f.id = u.id where c.id = u.id
      )
      select id from credential where id = any (${ids}::int[]) and id not in (select id from free)`)
    return held.map(({ id }) => id)
  }
}
