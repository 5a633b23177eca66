import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { DatabaseUnavailableError, readDatabaseFailure } from './database-failure.js'
import { GatheringSocket } from './gathering-socket.js'
import { readRows, type ReadRows } from './read-rows.js'
import type { DatabaseSettings } from './settings.js'
import {
  ClientTransaction,
  type Queryable,
  type SqlTemplate,
  type Statement,
  statementOf,
  type Transaction,
} from './transaction.js'

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

/**
 * The pool of a process: `settings.poolSize` connections, opened when first needed. Where PostgreSQL cannot be reached, or has no such
 * schema yet, its methods throw a {@link DatabaseUnavailableError}.
 */
export class Database implements Queryable {
  protected readonly pool: Pool

  constructor(settings: DatabaseSettings, { plansOnce = false }: DatabaseOptions = {}) {
    this.pool = new Pool({
      host: settings.host,
      port: settings.port,
      user: settings.user,
      password: settings.password,
      database: settings.database,
      max: settings.poolSize,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      statement_timeout: STATEMENT_MILLISECONDS,
      application_name: 'berth',
      ...(plansOnce && { options: '-c plan_cache_mode=force_generic_plan' }),
      // Statements of a transaction that do not need each other's answers travel together.
      pipeline: true,
      stream: () => new GatheringSocket(),
    })
    // An idle connection that breaks is replaced at the next query, which reports it if it lasts.
    this.pool.on('error', () => {})
  }

  async query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>({ ...statement, values: [...values] })).rows
    } catch (error) {
      throw translate(error)
    }
  }

  async rows<Row extends QueryResultRow>({ text, values }: SqlTemplate): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>({ text, values: [...values] })).rows
    } catch (error) {
      throw translate(error)
    }
  }

  async row<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row | undefined> {
    return (await this.rows<Row>(template))[0]
  }

  prepared<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row[]> {
    return this.query<Row>(statementOf(template), template.values)
  }

  /**
   * Runs `work` in one transaction. Where PostgreSQL cancels it for the sake of another (deadlock), it runs again: so `work` must be
   * repeatable up to there. So it does, once, where a foreign key refused it: a row may have gone that it was about to name. What is refused
   * again was no chance, and is thrown as it is.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run((client) => new ClientTransaction(client), work)
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
    await this.pool.end()
  }

  /** @param begin wraps a connection on which the transaction begins */
  protected async run<Begun extends ClientTransaction, T>(
    begin: (client: PoolClient) => Begun,
    work: (transaction: Begun) => Promise<T>,
  ): Promise<T> {
    const { result, transaction } = await this.#untilCommitted(begin, work)
    // What is committed is not done again, whatever a hook meets.
    await transaction.runHooks()
    return result
  }

  async #untilCommitted<Begun extends ClientTransaction, T>(
    begin: (client: PoolClient) => Begun,
    work: (transaction: Begun) => Promise<T>,
  ): Promise<{ result: T; transaction: Begun }> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(begin, work)
      } catch (error) {
        if (attempt >= attemptsOf(error)) throw translate(error)
      }
    }
  }

  async #once<Begun extends ClientTransaction, T>(
    begin: (client: PoolClient) => Begun,
    work: (transaction: Begun) => Promise<T>,
  ): Promise<{ result: T; transaction: Begun }> {
    const { client, rollback, release } = await this.#connect()
    const transaction = begin(client)
    try {
      const begun = client.query('begin')
      const [result] = await Promise.all([work(transaction), begun])
      await transaction.commit()
      return { result, transaction }
    } catch (error) {
      transaction.end()
      await rollback()
      throw error
    } finally {
      release()
    }
  }

  async #connect() {
    const client: PoolClient = await this.pool.connect()
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

function attemptsOf(error: unknown): number {
  const kind = readDatabaseFailure(error)?.kind
  if (kind === 'retry') return ATTEMPTS
  return kind === 'foreign-key' ? 2 : 1
}

/** Names the driver's ways of saying that the database is not there; passes every other error on as it is. */
function translate(error: unknown): unknown {
  if (error instanceof DatabaseUnavailableError) return error
  const failure = readDatabaseFailure(error)
  return failure === undefined || 'constraint' in failure ? error : new DatabaseUnavailableError(error)
}
