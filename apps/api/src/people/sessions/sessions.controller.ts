import { Controller, Delete, Get, Param } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { z } from 'zod'
import { AllowedInReadOnly, InPerson, inSystemInPerson, Needs } from '../../access/needs.js'
import { type Asking, CurrentActor, CurrentAsking } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import { type SessionRow, SessionsService } from './sessions.service.js'

const sessionId = z.string().max(64)

/** Where a user is signed in to the portal. */
@Controller('users')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get('current/sessions')
  @InPerson()
  @Operation({
    id: 'listSessions',
    tag: 'user',
    summary: "The caller's sessions of the portal, the last used first",
    answers: { 200: rest.session.array() },
  })
  list(@CurrentAsking() asking: Asking): Promise<SessionRow[]> {
    return this.sessions.list(asking)
  }

  @Delete('current/sessions')
  @InPerson()
  @AllowedInReadOnly()
  @Emits('user.sessions-ended')
  @Operation({
    id: 'endOtherSessions',
    tag: 'user',
    summary: "End the caller's sessions, but for the one that asks",
    answers: { 200: 'none' },
  })
  endOthers(@CurrentAsking() asking: Asking): Promise<void> {
    return this.sessions.endOthers(asking)
  }

  @Delete('current/sessions/:session_id')
  @InPerson()
  @AllowedInReadOnly()
  @Emits('user.sessions-ended')
  @Operation({
    id: 'endSession',
    tag: 'user',
    summary: "End one of the caller's sessions",
    answers: { 200: 'none' },
    refuses: ['SESSION_NOT_FOUND'],
  })
  end(@Param('session_id', { schema: sessionId }) session: string, @CurrentAsking() asking: Asking): Promise<void> {
    return this.sessions.end(session, asking)
  }

  @Delete(':user_id/sessions')
  @Needs('user:update', inSystemInPerson)
  @AllowedInReadOnly()
  @Emits('user.sessions-ended')
  @Operation({
    id: 'endSessionsOfUser',
    tag: 'user',
    summary: 'End all sessions of a user',
    answers: { 200: 'none' },
    refuses: ['USER_NOT_FOUND'],
  })
  endOfUser(@PathId('user_id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endAll(id, actor)
  }
}
