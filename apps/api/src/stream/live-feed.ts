import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { LIVE_CHANNEL, type LiveChange, liveChanges } from '@berth/contracts'
import { Notices } from '@berth/database'
import { type ApiSettings, SETTINGS } from '../api-settings.js'

/** Changes that a browser whose line broke can still be told. */
const KEPT = 1_000

interface Hearer {
  readonly hear: (changes: readonly LiveChange[]) => void
  /** Changes may have gone by unheard. */
  readonly miss: () => void
}

/** What the jobservice tells of events, to every stream of this process. Each process hears the same in the same order. */
@Injectable()
export class LiveFeed implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('LiveFeed')
  private readonly hearers = new Set<Hearer>()
  private readonly notices: Notices
  private kept: LiveChange[] = []

  constructor(@Inject(SETTINGS) { database }: Pick<ApiSettings, 'database'>) {
    this.notices = new Notices(database, {
      channel: LIVE_CHANNEL,
      onNotice: (text) => this.take(text),
      onListening: () => {
        this.kept = []
        for (const { miss } of this.hearers) miss()
      },
    })
  }

  /** @returns how to end it */
  add(hearer: Hearer): () => void {
    this.hearers.add(hearer)
    return () => void this.hearers.delete(hearer)
  }

  /** What came after the change with this id; undefined where that is not known any more. */
  since(id: string): readonly LiveChange[] | undefined {
    const at = this.kept.findLastIndex((change) => change.id === id)
    return at < 0 ? undefined : this.kept.slice(at + 1)
  }

  onModuleInit(): void {
    this.notices.start()
  }

  onApplicationShutdown(): Promise<void> {
    return this.notices.stop()
  }

  private take(text: string): void {
    const changes = parse(text)
    if (!changes) {
      this.logger.warn('a message of changes was not understood')
      return
    }
    this.kept = [...this.kept, ...changes].slice(-KEPT)
    for (const { hear } of this.hearers) hear(changes)
  }
}

function parse(text: string): readonly LiveChange[] | undefined {
  try {
    return liveChanges.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
