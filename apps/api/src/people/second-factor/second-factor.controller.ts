import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { z } from 'zod'
import { InPerson, inSystemInPerson, Needs } from '../../access/needs.js'
import { type Asking, CurrentAsking, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import {
  type FactorOffer,
  type FactorProof,
  type FactorState,
  type RecoveryCodes,
  SecondFactorService,
} from './second-factor.service.js'

/** What a user signs in with beside the password. */
@Controller('users')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorService) {}

  @Get('current/second_factor')
  @InPerson()
  @Operation({
    id: 'getSecondFactor',
    tag: 'user',
    summary: "Whether the caller's second factor is on",
    answers: { 200: rest.secondFactor },
  })
  state(@CurrentSubject() { id }: Subject): Promise<FactorState> {
    return this.factors.state(id)
  }

  @Post('current/second_factor')
  @HttpCode(200)
  @InPerson()
  @Emits('user.second-factor-offered')
  @Operation({
    id: 'offerSecondFactor',
    tag: 'user',
    summary: 'A secret for an app: it counts once a code of it was given to `enable`',
    answers: { 200: rest.secondFactorOffer },
    refuses: ['WRONG_OLD_PASSWORD', 'SECOND_FACTOR_ON'],
  })
  offer(
    @Body({ schema: rest.passwordProof }) { password }: z.output<typeof rest.passwordProof>,
    @CurrentAsking() asking: Asking,
  ): Promise<FactorOffer> {
    return this.factors.offer(asking, password)
  }

  @Post('current/second_factor/enable')
  @HttpCode(200)
  @InPerson()
  @Emits('user.second-factor-enabled')
  @Operation({
    id: 'enableSecondFactor',
    tag: 'user',
    summary: 'Switch on the second factor, and end all sessions but the one that asks',
    answers: { 200: rest.recoveryCodes },
    refuses: ['NO_SECOND_FACTOR_OFFERED', 'BAD_CODE'],
  })
  enable(
    @Body({ schema: rest.secondFactorCode }) { code }: z.output<typeof rest.secondFactorCode>,
    @CurrentAsking() asking: Asking,
  ): Promise<RecoveryCodes> {
    return this.factors.enable(asking, code)
  }

  @Post('current/second_factor/disable')
  @HttpCode(200)
  @InPerson()
  @Emits('user.second-factor-disabled')
  @Operation({
    id: 'disableSecondFactor',
    tag: 'user',
    summary: 'Switch off the second factor, and end all sessions but the one that asks',
    answers: { 200: 'none' },
    refuses: ['SECOND_FACTOR_OFF', 'WRONG_OLD_PASSWORD', 'BAD_CODE'],
  })
  disable(
    @Body({ schema: rest.secondFactorProof }) proof: FactorProof,
    @CurrentAsking() asking: Asking,
  ): Promise<void> {
    return this.factors.disable(asking, proof)
  }

  @Post('current/second_factor/recovery_codes')
  @HttpCode(200)
  @InPerson()
  @Emits('user.recovery-codes-renewed')
  @Operation({
    id: 'renewRecoveryCodes',
    tag: 'user',
    summary: 'New recovery codes in place of those that there are',
    answers: { 200: rest.recoveryCodes },
    refuses: ['SECOND_FACTOR_OFF', 'WRONG_OLD_PASSWORD', 'BAD_CODE'],
  })
  renewRecoveryCodes(
    @Body({ schema: rest.secondFactorProof }) proof: FactorProof,
    @CurrentAsking() asking: Asking,
  ): Promise<RecoveryCodes> {
    return this.factors.renewRecoveryCodes(asking, proof)
  }

  @Delete(':user_id/second_factor')
  @Needs('user:update', inSystemInPerson)
  @Emits('user.second-factor-disabled')
  @Operation({
    id: 'removeSecondFactorOfUser',
    tag: 'user',
    summary: 'Take away the second factor of a user who has lost it',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'OWN_SECOND_FACTOR', 'SECOND_FACTOR_OFF'],
  })
  remove(@PathId('user_id') id: number, @CurrentAsking() asking: Asking): Promise<void> {
    return this.factors.remove(id, asking)
  }
}
