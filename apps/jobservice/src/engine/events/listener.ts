import type { Actor, EventPayload, EventType, JobSubject } from '@berth/contracts'
import type { Transaction } from '@berth/database'

/** An event as those who listen get it: what it tells, when it happened, and who did it. */
export type DispatchedEvent<Type extends EventType = EventType> = {
  readonly [One in Type]: {
    readonly id: string
    readonly type: One
    readonly at: Date
    readonly payload: EventPayload<One>
    readonly actor: Actor
  }
}[Type]

export interface NewExecution {
  readonly job: string
  /** The platform as a whole where nothing else is said. */
  readonly subject?: JobSubject
  readonly payload: unknown
}

/** What follows from events. */
export interface Listener<Type extends EventType = EventType> {
  readonly name: string
  readonly events: readonly Type[]
  /** Those that it may start. */
  readonly jobs: readonly string[]
  /**
   * Asks once for the whole batch, in one statement, who wants to know: a policy, an endpoint. Where nobody does there is no execution.
   * Runs in the transaction that takes the events from the outbox, so what it adds is there exactly once. Where it rejects, what it
   * did is undone, and it is asked again for each of the events, alone and later: until then they may come out of their order.
   *
   * @param events those of its types, in the order in which they happened; at least one
   * @returns what to run, in the order in which to begin it
   */
  find(transaction: Transaction, events: readonly DispatchedEvent<Type>[]): Promise<readonly NewExecution[]>
}
