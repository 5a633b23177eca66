import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccessGuard } from '../access/access.guard.js'
import { ProjectFinder } from '../access/project-finder.js'
import { AccountFinder } from './account-finder.js'
import { SignInController } from './sign-in.controller.js'
import { SignInService } from './sign-in.service.js'
import { Authenticator } from './authenticator.js'
import { Csrf } from './csrf/csrf.service.js'
import { PasswordLogin } from './password-login.js'
import { Sessions } from './sessions/sessions.js'
import { Throttle } from './limits/throttle.js'

/** Who calls and what they may: every route depends on it. */
@Global()
@Module({
  controllers: [SignInController],
  providers: [
    AccountFinder,
    SignInService,
    Authenticator,
    Csrf,
    PasswordLogin,
    ProjectFinder,
    Sessions,
    Throttle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Csrf, ProjectFinder, Throttle],
})
export class IdentityModule {}
