import type { Action, Scope } from '../auth/identity.js'
import type { Exchange } from './exchange.js'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call an endpoint: any identified caller, one with rights to the repository in the path, or one who may list all. */
export type AccessRule = 'identified' | 'catalog' | { readonly repository: readonly Action[] }

/** One operation of the Distribution API. */
export interface Endpoint {
  /** For logs and metrics. */
  readonly name: string
  readonly methods: readonly Method[]
  /** Matches the whole decoded path. Groups: `name` (repository), `reference`, `digest`, `id`. */
  readonly pattern: RegExp
  readonly access: AccessRule
  /** What a client without credentials is told to ask for beside that. The endpoint does without, but does less. */
  readonly wishes?: (query: URLSearchParams) => readonly Scope[]
  /** Whether a proxy spools the body to a file first, and asks before it does. */
  readonly spoolsBody?: true
  /** Answers through `exchange.reply`, or throws. */
  handle(exchange: Exchange): Promise<void> | void
}
