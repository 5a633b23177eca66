import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AllowedInReadOnly, Anyone } from '../../access/needs.js'
import { Emits } from '../../edge/emits.js'
import { type LoginQuery, loginQuery, type OnboardForm, onboardForm } from './oidc.schema.js'
import { OidcSignIn } from './oidc-sign-in.service.js'

/** Harbor's routes of signing in by an OpenID provider, where the browser itself goes. */
@Controller('c/oidc')
export class OidcController {
  constructor(private readonly signIn: OidcSignIn) {}

  @Get('login')
  @Anyone()
  login(
    @Query({ schema: loginQuery }) { redirect_url: target }: LoginQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.begin(target, request, reply)
  }

  @Get('callback')
  @Emits('user.created', 'user.signed-in')
  @Anyone()
  callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signIn.finish(request, reply)
  }

  @Post('onboard')
  @Emits('user.created', 'user.signed-in')
  @HttpCode(200)
  @Anyone()
  @AllowedInReadOnly()
  onboard(
    @Body({ schema: onboardForm }) { username }: OnboardForm,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.onboard(username, request, reply)
  }

  @Get('logout')
  @Emits('user.signed-out')
  @Anyone()
  logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signIn.logout(request, reply)
  }

  /** Why the last sign-in of this browser failed, as an error, for the portal's page about it. */
  @Get('failure')
  @Anyone()
  failure(@Req() request: FastifyRequest): void {
    this.signIn.tellFailure(request)
  }
}
