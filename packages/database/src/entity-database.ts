import type { Pool, PoolClient } from 'pg'
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm'
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js'
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js'
import { Database } from './database.js'
import { entities } from './entities/index.js'
import type { DatabaseSettings } from './settings.js'
import { ClientTransaction } from './transaction.js'

/** A `Database` that knows the entities as well: TypeORM works on the same pool, and in the same transactions. */
export class EntityDatabase extends Database {
  readonly #dataSource: DataSource

  constructor(settings: DatabaseSettings) {
    super(settings)
    this.#dataSource = new DataSource({
      type: 'postgres',
      driver: driverOver(this.pool),
      // The pool has its own handler.
      poolErrorHandler: () => {},
      entities,
    })
  }

  /** Has to be called once, before anything that has to do with entities. @throws where PostgreSQL cannot be reached */
  async connect(): Promise<void> {
    await this.#dataSource.initialize()
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.#dataSource.getRepository(entity)
  }

  override transaction<T>(work: (transaction: EntityTransaction) => Promise<T>): Promise<T> {
    return this.run((client) => new EntityTransaction(client, this.#dataSource), work)
  }
}

/** A transaction that may change entities, too. */
export class EntityTransaction extends ClientTransaction {
  readonly #runner: TransactionRunner
  readonly entities: EntityManager

  constructor(client: PoolClient, dataSource: DataSource) {
    super(client)
    this.#runner = new TransactionRunner(client, dataSource)
    this.entities = this.#runner.manager
  }

  override end(): void {
    super.end()
    this.#runner.isReleased = true
  }
}

/** TypeORM's way to one connection. It takes part in a transaction that it neither begins nor ends. */
class TransactionRunner extends PostgresQueryRunner {
  override readonly manager: EntityManager

  constructor(client: PoolClient, dataSource: DataSource) {
    if (!(dataSource.driver instanceof PostgresDriver)) throw new TypeError('the data source is none of PostgreSQL')
    super(dataSource.driver, 'master')
    this.databaseConnection = client
    this.isTransactionActive = true
    // What TypeORM begins itself becomes a savepoint.
    this.transactionDepth = 1
    this.manager = dataSource.createEntityManager(this)
  }
}

/** What TypeORM takes for node-postgres: its pool is the one that is there. */
function driverOver(pool: Pool) {
  return {
    // What `new` gives is what this returns.
    Pool: function () {
      return pool
    },
  }
}
