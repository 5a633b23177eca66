import type { Action } from '../auth/identity.js'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call an endpoint: any identified caller, one with rights to the repository in the path, or one who may list all. */
export type AccessRule = 'identified' | 'catalog' | { readonly repository: readonly Action[] }

/** What is done to the registry, whatever way. */
export interface Operation {
  /** For logs and metrics. */
  readonly name: string
  readonly methods: readonly Method[]
  readonly access: AccessRule
}
