import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { PostgresMetadata } from '@berth/metadata'
import { type ApiSettings, SETTINGS } from '../api-settings.js'

/** Deletes, restores and new tags are rare here: two connections beside the api's own are plenty. */
const CONNECTIONS = 2

/** What the registry holds. */
@Module({
  providers: [
    {
      provide: PostgresMetadata,
      inject: [SETTINGS],
      useFactory: ({ database }: ApiSettings) => new PostgresMetadata({ ...database, poolSize: CONNECTIONS }),
    },
  ],
  exports: [PostgresMetadata],
})
export class MetadataModule implements OnApplicationShutdown {
  constructor(private readonly metadata: PostgresMetadata) {}

  async onApplicationShutdown(): Promise<void> {
    await this.metadata.close()
  }
}
