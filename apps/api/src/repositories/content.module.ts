import { Module, type OnApplicationShutdown } from '@nestjs/common'
import { PostgresMetadata } from '@berth/metadata'
import { ArtifactFinder } from '../artifacts/artifact-finder.js'
import { ArtifactsController } from '../artifacts/artifacts.controller.js'
import { ArtifactsService } from '../artifacts/artifacts.service.js'
import { DeletedController } from '../deleted/deleted.controller.js'
import { DeletedService } from '../deleted/deleted.service.js'
import { type ApiSettings, SETTINGS } from '../settings.js'
import { TagsController } from '../tags/tags.controller.js'
import { TagsService } from '../tags/tags.service.js'
import { RepositoriesController } from './repositories.controller.js'
import { RepositoriesService } from './repositories.service.js'
import { RepositoryFinder } from './repository-finder.js'

/** Deletes, restores and new tags are rare here: two connections beside the api's own are plenty. */
const CONNECTIONS = 2

/** What the registry holds, as people see and delete it. */
@Module({
  controllers: [RepositoriesController, ArtifactsController, TagsController, DeletedController],
  providers: [
    RepositoriesService,
    RepositoryFinder,
    ArtifactsService,
    ArtifactFinder,
    TagsService,
    DeletedService,
    {
      provide: PostgresMetadata,
      inject: [SETTINGS],
      useFactory: ({ database }: ApiSettings) => new PostgresMetadata({ ...database, poolSize: CONNECTIONS }),
    },
  ],
})
export class ContentModule implements OnApplicationShutdown {
  constructor(private readonly metadata: PostgresMetadata) {}

  async onApplicationShutdown(): Promise<void> {
    await this.metadata.close()
  }
}
