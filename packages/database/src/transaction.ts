import { hash } from 'node:crypto'
import type { PoolClient, QueryResultRow } from 'pg'

/** A statement that PostgreSQL prepares once per connection, under its name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** What a template makes of SQL and values: `text` names the values as `$1`, `$2`, ... */
export interface SqlTemplate {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The statement of a template, named after its text. */
export const statementOf = ({ text }: SqlTemplate): Statement => ({ name: hash('sha256', text, 'base64url'), text })

/** Something that runs statements: the pool, or one transaction. */
export interface Queryable {
  /** Rows of a statement that runs often. */
  query<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  /** Rows of a statement that is written where it is used. */
  rows<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row[]>
  /** The first of them. */
  row<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row | undefined>
  /**
   * As `rows`, of what every request asks: it is prepared, for planning it costs as much as running it. PostgreSQL keeps each text as long as
   * the connection lasts, so there have to be few of them.
   */
  prepared<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row[]>
}

export interface Transaction extends Queryable {
  /**
   * Has `hook` run once what the transaction did can be seen, before it counts as done: `Database.transaction` waits for it. Hooks run
   * at the same time, and one that is given several times runs once.
   */
  afterCommit(hook: () => Promise<void>): void
  /** Runs `work` so that, where it rejects, what it did is undone and the rest of the transaction goes on. Not two at the same time. */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>
  /** Ends it already, so that the end travels with the last statements. Where one of those fails, PostgreSQL takes it for a rollback. */
  commit(): Promise<void>
}

/** A transaction that has begun on the connection of `client`. */
export class ClientTransaction implements Transaction {
  #hooks = new Set<() => Promise<void>>()
  #isOver = false
  #failure: unknown
  #committed: Promise<void> | undefined

  constructor(protected readonly client: PoolClient) {}

  query<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#run(statement.name, { ...statement, values: [...values] })
  }

  rows<Row extends QueryResultRow>({ text, values }: SqlTemplate): Promise<Row[]> {
    return this.#run(text, { text, values: [...values] })
  }

  async row<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row | undefined> {
    return (await this.rows<Row>(template))[0]
  }

  prepared<Row extends QueryResultRow>(template: SqlTemplate): Promise<Row[]> {
    return this.query<Row>(statementOf(template), template.values)
  }

  afterCommit(hook: () => Promise<void>): void {
    this.#hooks.add(hook)
  }

  async attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    const hooks = new Set(this.#hooks)
    await this.client.query('savepoint attempt')
    try {
      const result = await work()
      await this.client.query('release savepoint attempt')
      return result
    } catch (error) {
      await this.client.query('rollback to savepoint attempt')
      this.#failure = undefined
      this.#hooks = hooks
      throw error
    }
  }

  commit(): Promise<void> {
    return (this.#committed ??= this.#commit())
  }

  /** Takes no statements any more. */
  end(): void {
    this.#isOver = true
  }

  async runHooks(): Promise<void> {
    if (this.#hooks.size > 0) await Promise.all([...this.#hooks].map((hook) => hook()))
  }

  async #run<Row extends QueryResultRow>(
    name: string,
    query: { readonly name?: string; readonly text: string; readonly values: unknown[] },
  ): Promise<Row[]> {
    // Of statements that travel together one has failed, and what follows another one comes too late.
    if (this.#isOver) throw new Error(`${name}: the transaction is over`)
    try {
      return (await this.client.query<Row>(query)).rows
    } catch (error) {
      // Those behind it fail for no reason of their own.
      throw (this.#failure ??= error)
    }
  }

  async #commit(): Promise<void> {
    this.end()
    const { command } = await this.client.query('commit')
    if (command === 'ROLLBACK') throw this.#failure ?? new Error('the transaction had failed, and was rolled back')
  }
}
