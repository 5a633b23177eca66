import { Body, Controller, Delete, Get, Post } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystemInPerson, Needs, SelfOr } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created } from '../../edge/results.js'
import { type IdentityLink, IdentitiesService, type UserIdentity } from './identities.service.js'

/** Who a user is at the sources that people sign in by. */
@Controller('users/:user_id/identities')
export class IdentitiesController {
  constructor(private readonly identities: IdentitiesService) {}

  @Get()
  @SelfOr('user:read')
  @Operation({
    id: 'listUserIdentities',
    tag: 'user',
    summary: 'Who a user is at the directory and at OpenID providers',
    answers: { 200: rest.userIdentity.array() },
    refuses: ['USER_NOT_FOUND'],
  })
  list(@PathId('user_id') user: number): Promise<UserIdentity[]> {
    return this.identities.list(user)
  }

  @Post()
  @Needs('user:update', inSystemInPerson)
  @Emits('user.identity-linked')
  @Operation({
    id: 'linkUserIdentity',
    tag: 'user',
    summary: 'Let somebody whom an OpenID provider vouches for sign in as this user',
    answers: { 201: 'location' },
    refuses: ['USER_NOT_FOUND', 'IDENTITY_LINKED', 'TOO_MANY_IDENTITIES'],
  })
  link(
    @PathId('user_id') user: number,
    @Body({ schema: rest.userIdentityLink }) body: IdentityLink,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.identities.link(user, body, actor)
  }

  @Delete(':identity_id')
  @Needs('user:update', inSystemInPerson)
  @Emits('user.identity-unlinked')
  @Operation({
    id: 'unlinkUserIdentity',
    tag: 'user',
    summary:
      'End that somebody signs in as this user by a source; the groups that it named and the sessions of the user end with it',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND', 'IDENTITY_NOT_FOUND'],
  })
  unlink(
    @PathId('user_id') user: number,
    @PathId('identity_id') identity: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.identities.unlink(user, identity, actor)
  }
}
