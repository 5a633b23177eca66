import { SetMetadata } from '@nestjs/common'
import type { EventType } from '@berth/contracts'

export const EMITS = 'berth:emits'

/** Which events a route that changes something writes down, in the transaction of the change. */
export const Emits = (...types: [EventType, ...EventType[]]) => SetMetadata(EMITS, types)
