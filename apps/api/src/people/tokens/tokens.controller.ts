import { Body, Controller, Delete, Get, Post } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { AllowedInReadOnly, InPerson, inSystemInPerson, Needs } from '../../access/needs.js'
import { type Asking, CurrentActor, CurrentAsking, CurrentSubject } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { TokenCreated, TokenCreation, TokenRow } from './tokens.schema.js'
import { TokensService } from './tokens.service.js'

@Controller('users')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get('current/tokens')
  @InPerson()
  @Operation({
    id: 'listAccessTokens',
    tag: 'user',
    summary: "The caller's access tokens, the newest first, without their secrets",
    answers: { 200: rest.accessToken.array() },
  })
  list(@CurrentSubject() { id }: Subject): Promise<TokenRow[]> {
    return this.tokens.list(id)
  }

  @Post('current/tokens')
  @InPerson()
  @Emits('user.token-created')
  @Operation({
    id: 'createAccessToken',
    tag: 'user',
    summary: 'Make an access token: it may do what its owner may at the time, and no more than was chosen',
    answers: { 201: rest.accessTokenCreated },
    refuses: [
      'TOKEN_NAME_NEEDED',
      'TOKEN_EXISTS',
      'TOO_MANY_TOKENS',
      'TOKEN_LIVES_TOO_LONG',
      'TOKEN_WITHOUT_RIGHTS',
      'PERMISSION_UNKNOWN',
      'BAD_PATTERN',
      'NO_SUCH_PROJECT',
    ],
  })
  create(
    @Body({ schema: rest.accessTokenCreation }) body: TokenCreation,
    @CurrentAsking() asking: Asking,
  ): Promise<TokenCreated> {
    return this.tokens.create(body, asking)
  }

  @Delete('current/tokens/:token_id')
  @InPerson()
  @AllowedInReadOnly()
  @Emits('user.token-deleted')
  @Operation({
    id: 'deleteAccessToken',
    tag: 'user',
    summary: "Revoke one of the caller's access tokens",
    answers: { 200: 'none' },
    refuses: ['TOKEN_NOT_FOUND'],
  })
  delete(
    @PathId('token_id') token: number,
    @CurrentSubject() { id }: Subject,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tokens.delete(id, token, actor)
  }

  @Get(':user_id/tokens')
  @Needs('user:read', inSystemInPerson)
  @Operation({
    id: 'listAccessTokensOfUser',
    tag: 'user',
    summary: 'Access tokens of a user',
    answers: { 200: rest.accessToken.array() },
    refuses: ['USER_NOT_FOUND'],
  })
  listOfUser(@PathId('user_id') id: number): Promise<TokenRow[]> {
    return this.tokens.list(id)
  }

  @Delete(':user_id/tokens/:token_id')
  @Needs('user:update', inSystemInPerson)
  @AllowedInReadOnly()
  @Emits('user.token-deleted')
  @Operation({
    id: 'deleteAccessTokenOfUser',
    tag: 'user',
    summary: 'Revoke an access token of a user',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'TOKEN_NOT_FOUND'],
  })
  deleteOfUser(
    @PathId('user_id') id: number,
    @PathId('token_id') token: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tokens.delete(id, token, actor)
  }
}
