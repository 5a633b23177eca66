import { Body, Controller, Put } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { z } from 'zod'
import { SelfOrInPerson } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import { CliSecretService } from './cli-secret.service.js'

@Controller('users')
export class CliSecretController {
  constructor(private readonly secrets: CliSecretService) {}

  @Put(':user_id/cli_secret')
  @SelfOrInPerson('user:update')
  @Emits('user.cli-secret-changed')
  @Operation({
    id: 'setCliSecret',
    tag: 'user',
    summary: 'Give a user of an OIDC provider a new secret for command lines, in place of the one before',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'NO_OIDC_USER', 'BAD_SECRET'],
  })
  set(
    @PathId('user_id') id: number,
    @Body({ schema: rest.cliSecret }) { secret }: z.output<typeof rest.cliSecret>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.secrets.set(id, secret, actor)
  }
}
