import { Client } from 'pg'
import type { DatabaseSettings } from './settings.js'

const RETRY_MILLISECONDS = 1_000
const PROBE_MILLISECONDS = 15_000
const PATIENCE_MILLISECONDS = 5_000

export interface NoticeOptions {
  /** An identifier of PostgreSQL. */
  readonly channel: string
  readonly onNotice: (payload: string) => void
  /** It listens, from now on or again: what was told before may have gone by. */
  readonly onListening: () => void
}

/** Hears what is told on a channel (`pg_notify`), on a connection of its own, which is made anew whenever it breaks. */
export class Notices {
  #client: Client | undefined
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(
    private readonly settings: Omit<DatabaseSettings, 'poolSize'>,
    private readonly options: NoticeOptions,
  ) {}

  start(): void {
    const { host, port, user, password, database } = this.settings
    const client = new Client({
      host,
      port,
      user,
      password,
      database,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MILLISECONDS,
      query_timeout: PATIENCE_MILLISECONDS,
      application_name: 'berth notices',
    })
    this.#client = client
    client.on('notification', ({ payload = '' }) => this.options.onNotice(payload))
    client.on('error', () => this.#again(client))
    client.on('end', () => this.#again(client))
    this.#listen(client).catch(() => this.#again(client))
  }

  async #listen(client: Client): Promise<void> {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(this.options.channel)}`)
    this.options.onListening()
    this.#probe(client)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }

  /** A peer that vanished without a word is told only by its silence. */
  #probe(client: Client): void {
    this.#timer = setTimeout(() => {
      client
        .query('select 1')
        .then(() => this.#probe(client))
        .catch(() => this.#again(client))
    }, PROBE_MILLISECONDS)
  }

  #again(client: Client): void {
    if (this.#isStopped || this.#client !== client) return
    this.#client = undefined
    clearTimeout(this.#timer)
    client.end().catch(() => {})
    this.#timer = setTimeout(() => this.start(), RETRY_MILLISECONDS)
  }
}
