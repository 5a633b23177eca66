import type { ErrorReason } from '@berth/contracts'
import type { z } from 'zod'

/** A page of a list: its rows, with `X-Total-Count` and `Link`. */
export interface PageAnswer {
  readonly rows: z.ZodType
}

/** JSON of a schema, or no body at all. */
export interface MaybeAnswer {
  readonly maybe: z.ZodType
}

export const orNothing = (maybe: z.ZodType): MaybeAnswer => ({ maybe })
export const pageOf = (rows: z.ZodType): PageAnswer => ({ rows })

/** What an answer carries: JSON of a schema, the same or nothing, a page, text, Markdown, a table as CSV, server-sent events, a file, nothing, or nothing but `Location`. */
export type AnswerContent =
  | z.ZodType
  | PageAnswer
  | MaybeAnswer
  | 'text'
  | 'markdown'
  | 'csv'
  | 'events'
  | 'file'
  | 'none'
  | 'location'

/** What Harbor's API files its operations under. */
export type OperationTag =
  | 'Ldap'
  | 'Retention'
  | 'SystemCVEAllowlist'
  | 'artifact'
  | 'auditlog'
  | 'configure'
  | 'gc'
  | 'health'
  | 'icon'
  | 'immutable'
  | 'jobservice'
  | 'label'
  | 'member'
  | 'oidc'
  | 'permissions'
  | 'ping'
  | 'project'
  | 'projectMetadata'
  | 'quota'
  | 'purge'
  | 'registry'
  | 'replication'
  | 'repository'
  | 'role'
  | 'robot'
  | 'robotv1'
  | 'schedule'
  | 'search'
  | 'statistic'
  | 'systeminfo'
  | 'user'
  | 'usergroup'
  | 'webhook'
  | 'webhookjob'

/** What the API document says of a route. */
export interface OperationDescription {
  /** Harbor's operationId, where it has the operation. */
  readonly id: string
  readonly tag: OperationTag
  readonly summary: string
  /** What each status of success carries. */
  readonly answers: Readonly<Record<number, AnswerContent>>
  /** Reasons of its own. Those that follow from its access rule, its method and its parameters need not be said. */
  readonly refuses?: readonly ErrorReason[]
}

/** A method of a controller with its description. */
export interface DescribedRoute {
  readonly prototype: object
  readonly method: string
  readonly operation: OperationDescription
}

/** Every described route. Kept apart from what makes the document of it, which is loaded only when someone asks. */
export const describedRoutes: DescribedRoute[] = []

/** Puts a route into the API document. */
export function Operation(operation: OperationDescription) {
  return (prototype: object, method: string): void => {
    describedRoutes.push({ prototype, method, operation })
  }
}
