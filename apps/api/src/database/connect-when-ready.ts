import { setTimeout as wait } from 'node:timers/promises'
import { Logger } from '@nestjs/common'
import { readDatabaseFailure } from '@berth/database'
import type { DataSource } from 'typeorm'

/** Services start in any order: waits for PostgreSQL as long as it is merely not there yet. */
export async function connectWhenReady(dataSource: DataSource): Promise<DataSource> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await dataSource.initialize()
    } catch (error) {
      if (readDatabaseFailure(error)?.kind !== 'unavailable') throw error
      if (attempt % 20 === 0) new Logger('Database').warn('PostgreSQL cannot be reached yet; trying on')
      await wait(500)
    }
  }
}
