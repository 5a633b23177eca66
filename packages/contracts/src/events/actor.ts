/** Who made a change, as it is written down. `system`: the platform itself, such as a scheduled job. */
export interface Actor {
  readonly kind: 'user' | 'robot' | 'anonymous' | 'system'
  /** Of a user or robot, within its kind; of a job of the system, the execution that is at it. */
  readonly id?: number
  readonly name: string
  /** Where the request came from. */
  readonly address?: string
  readonly requestId?: string
}
