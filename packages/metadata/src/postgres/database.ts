import type { DatabaseSettings } from '@berth/database'
import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { isRetryable, translate } from './driver-errors.js'
import { GatheringSocket } from './gathering-socket.js'
import { leasesEnd, type LeaseKind } from './lease.js'

/** A statement that PostgreSQL prepares once per connection, under its name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Something that runs statements: the pool, or one transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
}

export interface Transaction extends Queryable {
  /** Says that it takes away what look-ups find: once committed, it counts as done when nobody can be told the old state any more. */
  endLeases(kind: LeaseKind): void
  /** Ends it already, so that the end travels with the last statements. Where one of those fails, PostgreSQL takes it for a rollback. */
  commit(): Promise<void>
}

export interface DatabaseOptions {
  /**
   * Whether PostgreSQL plans a prepared statement once per connection, instead of again whenever it takes the values to matter. For who
   * asks by key alone: there, planning costs as much as running.
   */
  readonly plansOnce?: boolean
}

const ATTEMPTS = 4
const CONNECT_MILLISECONDS = 3_000
const STATEMENT_MILLISECONDS = 60_000
/** Rows that a snapshot reads at a time. */
const FETCH = 1000

export class Database implements Queryable {
  readonly #pool: Pool

  constructor(settings: DatabaseSettings, { plansOnce = false }: DatabaseOptions = {}) {
    this.#pool = new Pool({
      host: settings.host,
      port: settings.port,
      user: settings.user,
      password: settings.password,
      database: settings.database,
      max: settings.poolSize,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      statement_timeout: STATEMENT_MILLISECONDS,
      application_name: 'berth-metadata',
      ...(plansOnce && { options: '-c plan_cache_mode=force_generic_plan' }),
      // Statements of a transaction that do not need each other's answers travel together.
      pipeline: true,
      stream: () => new GatheringSocket(),
    })
    // An idle connection that breaks is replaced at the next query, which reports it if it lasts.
    this.#pool.on('error', () => {})
  }

  async query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return (await this.#pool.query<Row>({ ...statement, values: [...values] })).rows
    } catch (error) {
      throw translate(error)
    }
  }

  /**
   * Runs `work` in one transaction. Where PostgreSQL cancels it for the sake of another (deadlock), it runs again:
   * so `work` must be repeatable up to there.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, endedLeases } = await this.#once(work)
        if (endedLeases) await leasesEnd(endedLeases)
        return result
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw translate(error)
      }
    }
  }

  /**
   * Reads any number of rows, some at a time. All statements of `read` see one state of the database, and lock nothing. The connection
   * is held until the generator ends.
   */
  async *snapshot<T>(read: (rows: ReadRows) => AsyncGenerator<T>): AsyncGenerator<T> {
    const connection = await this.#connect().catch((error: unknown) => {
      throw translate(error)
    })
    try {
      await connection.client.query('begin isolation level repeatable read read only')
      yield* read((statement, values) => readRows(connection.client, statement, values))
    } catch (error) {
      throw translate(error)
    } finally {
      await connection.rollback()
      connection.release()
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #once<T>(
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<{ result: T; endedLeases: LeaseKind | undefined }> {
    const { client, rollback, release } = await this.#connect()
    const transaction = new ClientTransaction(client)
    try {
      const begun = client.query('begin')
      const [result] = await Promise.all([work(transaction), begun])
      await transaction.commit()
      return { result, endedLeases: transaction.endedLeases }
    } catch (error) {
      transaction.end()
      await rollback()
      throw error
    } finally {
      release()
    }
  }

  async #connect() {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    // A connection that breaks says so beside failing its statement, and would end the process with nobody listening.
    const onBroken = (error: Error) => {
      broken = error
    }
    client.on('error', onBroken)
    return {
      client,
      rollback: async () => {
        // A connection that cannot even roll back is not given back to the pool.
        await client.query('rollback').catch((cause: unknown) => {
          broken = cause instanceof Error ? cause : new Error(String(cause))
        })
      },
      release: () => {
        client.off('error', onBroken)
        client.release(broken)
      },
    }
  }
}

/** Rows of one statement. Read to the end before the next one. */
type ReadRows = <Row extends QueryResultRow>(statement: string, values: readonly unknown[]) => AsyncGenerator<Row>

async function* readRows<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  await client.query(`declare reader no scroll cursor for ${statement}`, [...values])
  for (let count = FETCH; count === FETCH;) {
    const { rows } = await client.query<Row>(`fetch ${FETCH} from reader`)
    yield* rows
    count = rows.length
  }
  await client.query('close reader')
}

class ClientTransaction implements Transaction {
  endedLeases: LeaseKind | undefined
  #isOver = false
  #failure: unknown
  #committed: Promise<void> | undefined

  constructor(private readonly client: PoolClient) {}

  async query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    // Of statements that travel together one has failed, and what follows another one comes too late.
    if (this.#isOver) throw new Error(`${statement.name}: the transaction is over`)
    try {
      return (await this.client.query<Row>({ ...statement, values: [...values] })).rows
    } catch (error) {
      // Those behind it fail for no reason of their own.
      throw (this.#failure ??= error)
    }
  }

  endLeases(kind: LeaseKind): void {
    // Those of pulls end last.
    if (this.endedLeases !== 'pull') this.endedLeases = kind
  }

  commit(): Promise<void> {
    return (this.#committed ??= this.#commit())
  }

  /** Takes no statements any more. */
  end(): void {
    this.#isOver = true
  }

  async #commit(): Promise<void> {
    this.end()
    await this.client.query('commit')
  }
}
