import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Actor } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'

export const anonymous: Subject = { kind: 'anonymous', id: 0, name: '', sysadmin: false, grants: [] }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard, with the grants that count where the route is about. */
    subject?: Subject
    /** Set by the guard where a session asks: what names it in the list of its user. */
    session?: string
  }
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>()

/** Parameter of a route: the {@link Subject} that asks. */
export const CurrentSubject = createParamDecorator((_, context): Subject => requestOf(context).subject ?? anonymous)

/** Whoever asks, as it is written down with what they change. */
export function actorOf({ subject = anonymous, ip, id }: FastifyRequest): Actor {
  const { kind, name } = subject
  return { kind, ...(kind === 'anonymous' ? {} : { id: subject.id }), name, address: ip, requestId: id }
}

/** Parameter of a route: {@link actorOf}. */
export const CurrentActor = createParamDecorator((_, context): Actor => actorOf(requestOf(context)))

/** Who asks for a change of an account, and in which session: what names it in the list of its user. */
export interface Asking {
  readonly subject: Subject
  readonly session: string | undefined
  readonly actor: Actor
}

/** Parameter of a route: {@link Asking}. */
export const CurrentAsking = createParamDecorator((_, context): Asking => {
  const request = requestOf(context)
  return { subject: request.subject ?? anonymous, session: request.session, actor: actorOf(request) }
})
