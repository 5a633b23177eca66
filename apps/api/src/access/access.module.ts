import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccessGuard } from './access.guard.js'
import { OwnRights } from './own-rights.js'
import { PlaceFinder } from './place-finder.js'
import { PlaceGuard } from './place-guard.js'
import { RoleFinder } from './role-finder.js'

/** What callers may do: every route depends on it. */
@Global()
@Module({
  providers: [OwnRights, PlaceFinder, PlaceGuard, RoleFinder, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [OwnRights, PlaceFinder, RoleFinder],
})
export class AccessModule {}
