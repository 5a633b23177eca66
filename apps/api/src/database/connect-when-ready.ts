import { setTimeout as wait } from 'node:timers/promises'
import { Logger } from '@nestjs/common'
import { readDatabaseFailure } from '@berth/database'
import type { EntityDatabase } from '@berth/database/orm'

/** Services start in any order: waits for PostgreSQL as long as it is merely not there yet. */
export async function connectWhenReady(database: EntityDatabase): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await database.connect()
    } catch (error) {
      if (readDatabaseFailure(error)?.kind !== 'unavailable') throw error
      if (attempt % 20 === 0) new Logger('Database').warn('PostgreSQL cannot be reached yet; trying on')
      await wait(500)
    }
  }
}
