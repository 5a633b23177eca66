export const eventsMediaType = 'application/vnd.docker.distribution.events.v1+json'

export type EventAction = 'pull' | 'push' | 'mount' | 'delete'

export interface EventDescriptor {
  readonly mediaType: string
  readonly size: number
  readonly digest: string
}

/** What an event is about; which fields are there depends on the action, as in Distribution. */
export interface EventTarget extends Partial<EventDescriptor> {
  /** Same as `size`. */
  readonly length?: number
  readonly repository: string
  readonly fromRepository?: string
  readonly url?: string
  readonly tag?: string
  readonly references?: readonly EventDescriptor[]
}

/** One entry of Distribution's event envelope. */
export interface RegistryEvent {
  readonly id: string
  /** RFC 3339. */
  readonly timestamp: string
  readonly action: EventAction
  readonly target: EventTarget
  readonly request: {
    readonly id: string
    readonly addr: string
    readonly host: string
    readonly method: string
    readonly useragent: string
  }
  readonly actor: { readonly name?: string }
  readonly source: { readonly addr: string; readonly instanceID: string }
}
