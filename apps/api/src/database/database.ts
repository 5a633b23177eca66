import { Injectable } from '@nestjs/common'
import { readDatabaseFailure } from '@berth/database'
import type { BerthError } from '@berth/contracts'
import type { Sql } from 'sql-template-tag'
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm'

/** What a violated constraint means to the caller, by the constraint's name. */
export type Violations = Readonly<Record<string, () => BerthError>>

/** The one way to PostgreSQL: entities for changes, SQL for what pages show. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows of a statement. */
  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return this.dataSource.query<Row[]>(statement.text, statement.values)
  }

  /** The first row of a statement. */
  async row<Row extends object>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0]
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.dataSource.getRepository(entity)
  }

  /** All or nothing. A violated constraint that `violations` names is thrown as what it means. */
  async transaction<Result>(
    work: (manager: EntityManager) => Promise<Result>,
    violations: Violations = {},
  ): Promise<Result> {
    try {
      return await this.dataSource.transaction(work)
    } catch (error) {
      const failure = readDatabaseFailure(error)
      const meaning = failure && 'constraint' in failure ? violations[failure.constraint] : undefined
      throw meaning?.() ?? error
    }
  }

  /** Rejects when PostgreSQL does not answer. */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1')
  }
}
