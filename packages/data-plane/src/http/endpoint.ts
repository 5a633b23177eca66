import type { Scope } from '../auth/identity.js'
import type { Exchange } from './exchange.js'
import type { Operation } from './operation.js'

/** One operation of the Distribution API. */
export interface Endpoint extends Operation {
  /** Matches the whole decoded path. Groups: `name` (repository), `reference`, `digest`, `id`. */
  readonly pattern: RegExp
  /** What a client without credentials is told to ask for beside that. The endpoint does without, but does less. */
  readonly wishes?: (query: URLSearchParams) => readonly Scope[]
  /** Whether a proxy spools the body to a file first, and asks before it does. */
  readonly spoolsBody?: true
  /** Answers through `exchange.reply`, or throws. */
  handle(exchange: Exchange): Promise<void> | void
}
