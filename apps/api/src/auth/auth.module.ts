import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccessGuard } from '../access/access.guard.js'
import { ProjectFinder } from '../access/project-finder.js'
import { SettingStore } from '../system/settings/setting-store.js'
import { AccountFinder } from './account-finder.js'
import { AuthController } from './auth.controller.js'
import { AuthService } from './auth.service.js'
import { Authenticator } from './authenticator.js'
import { Csrf } from './csrf.service.js'
import { PasswordLogin } from './password-login.js'
import { Sessions } from './sessions.js'
import { Throttle } from './throttle.js'

/** Who calls and what they may: every route depends on it. */
@Global()
@Module({
  controllers: [AuthController],
  providers: [
    AccountFinder,
    AuthService,
    Authenticator,
    Csrf,
    PasswordLogin,
    ProjectFinder,
    Sessions,
    SettingStore,
    Throttle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Csrf, ProjectFinder, SettingStore, Throttle],
})
export class AuthModule {}
