import type { z } from 'zod'

/** What the API document says of a route. */
export interface OperationDescription {
  /** Harbor's operationId, where it has the operation. */
  readonly id: string
  readonly summary: string
  /** What 200 carries. */
  readonly answers?: z.ZodType
  /** 200 carries a page of it. */
  readonly lists?: z.ZodType
  /** 201 with `Location`. */
  readonly creates?: boolean
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
