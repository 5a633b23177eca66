import { Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import { createDataSource } from '@berth/database'
import { DataSource } from 'typeorm'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { connectWhenReady } from './connect-when-ready.js'
import { Database } from './database.js'

@Global()
@Module({
  providers: [
    Database,
    {
      provide: DataSource,
      inject: [SETTINGS],
      useFactory: (settings: ApiSettings) => connectWhenReady(createDataSource(settings.database)),
    },
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy()
  }
}
