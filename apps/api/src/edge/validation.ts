import { StandardSchemaValidationPipe } from '@nestjs/common'
import { UserError } from '@berth/contracts'

interface Issue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

const pathOf = ({ path = [] }: Issue) =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')

/** Every body, query and path value goes through its schema; unknown keys are dropped there. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly Issue[]) => {
      const faults = issues.slice(0, 5).map((issue) => [pathOf(issue), issue.message].filter(Boolean).join(': '))
      return new UserError('INVALID_FIELD', { detail: faults.join('; ') })
    },
  })
}
