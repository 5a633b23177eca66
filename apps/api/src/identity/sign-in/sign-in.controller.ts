import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Subject } from '@berth/rbac'
import { AllowedInReadOnly, Anyone } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { type LoginForm, loginForm, type UserExistsForm, userExistsForm } from './sign-in.schema.js'
import { SignInService } from './sign-in.service.js'

/** Harbor's form routes of the portal, outside the REST API. */
@Controller('c')
export class SignInController {
  constructor(private readonly auth: SignInService) {}

  @Post('login')
  @Emits('user.signed-in', 'user.recovery-code-used')
  @HttpCode(200)
  @Anyone()
  @AllowedInReadOnly()
  login(
    @Body({ schema: loginForm }) form: LoginForm,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.auth.login(form, request, reply)
  }

  @Get('log_out')
  @Emits('user.signed-out')
  @Anyone()
  logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.auth.logout(request, reply)
  }

  @Post('userExists')
  @HttpCode(200)
  @Anyone()
  @AllowedInReadOnly()
  userExists(
    @Body({ schema: userExistsForm }) form: UserExistsForm,
    @CurrentSubject() subject: Subject,
    @Req() request: FastifyRequest,
  ): Promise<boolean> {
    return this.auth.userExists(form, subject, request.ip)
  }
}
