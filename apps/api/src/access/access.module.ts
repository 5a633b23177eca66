import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccessGuard } from './access.guard.js'
import { PlaceFinder } from './place-finder.js'
import { PlaceGuard } from './place-guard.js'

/** What callers may do: every route depends on it. */
@Global()
@Module({
  providers: [PlaceFinder, PlaceGuard, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [PlaceFinder],
})
export class AccessModule {}
