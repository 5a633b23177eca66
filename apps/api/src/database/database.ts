import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import type { BerthError } from '@berth/contracts'
import { readDatabaseFailure } from '@berth/database'
import { EntityDatabase, type EntityTransaction } from '@berth/database/orm'
import sql from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { connectWhenReady } from './connect-when-ready.js'

/** What a violated constraint means to the caller, by the constraint's name. */
export type Violations = Readonly<Record<string, () => BerthError>>

/** The one way to PostgreSQL: entities for changes of what people administer, SQL for everything else. */
@Injectable()
export class Database extends EntityDatabase implements OnModuleInit, OnApplicationShutdown {
  constructor(@Inject(SETTINGS) { database }: Pick<ApiSettings, 'database'>) {
    super(database)
  }

  /** All or nothing, as {@link EntityDatabase.transaction}. A violated constraint that `violations` names is thrown as what it means. */
  override async transaction<Result>(
    work: (transaction: EntityTransaction) => Promise<Result>,
    violations: Violations = {},
  ): Promise<Result> {
    try {
      return await super.transaction(work)
    } catch (error) {
      const failure = readDatabaseFailure(error)
      const meaning = failure && 'constraint' in failure ? violations[failure.constraint] : undefined
      throw meaning?.() ?? error
    }
  }

  /** Rejects when PostgreSQL does not answer. */
  async ping(): Promise<void> {
    await this.rows(sql`select 1`)
  }

  async onModuleInit(): Promise<void> {
    await connectWhenReady(this)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close()
  }
}
