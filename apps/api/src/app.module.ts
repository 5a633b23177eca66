import { type DynamicModule, Global, Module } from '@nestjs/common'
import { AuthModule } from './auth/auth.module.js'
import { BootstrapModule } from './bootstrap/bootstrap.module.js'
import { DatabaseModule } from './database/database.module.js'
import { GarbageCollectionModule } from './garbage-collection/garbage-collection.module.js'
import { ListingModule } from './listing/listing.module.js'
import { ProjectsModule } from './projects/projects.module.js'
import { RedisModule } from './redis/redis.module.js'
import { ContentModule } from './repositories/content.module.js'
import { type ApiSettings, SETTINGS } from './settings.js'
import { SystemModule } from './system/system.module.js'
import { TokenModule } from './token/token.module.js'
import { UsersModule } from './users/users.module.js'

/** Everything that has routes; the API document is made of these. */
export const featureModules = [
  AuthModule,
  TokenModule,
  SystemModule,
  UsersModule,
  ProjectsModule,
  ContentModule,
  GarbageCollectionModule,
]

@Global()
@Module({})
export class AppModule {
  static of(settings: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule, RedisModule, ListingModule, ...featureModules, BootstrapModule],
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    }
  }
}
