import { SetMetadata } from '@nestjs/common'
import type { EventType } from '@berth/contracts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard where the route changes something: the first of the events that the route may write. */
    change?: { readonly type: EventType }
  }
}

export const EMITS = 'berth:emits'

/** Which events a route that changes something writes down, in the transaction of the change. */
export const Emits = (...types: [EventType, ...EventType[]]) => SetMetadata(EMITS, types)
