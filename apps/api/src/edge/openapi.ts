import { applyDecorators } from '@nestjs/common'
import { ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger'
import type { z } from 'zod'

interface Operation {
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

const pageHeaders = {
  'X-Total-Count': { description: 'Rows of all pages together.', schema: { type: 'integer' as const } },
  Link: { description: 'Previous and next page.', schema: { type: 'string' as const } },
}
const location = { Location: { description: 'Path of what was made.', schema: { type: 'string' as const } } }

/** What the API document says of a route. Errors are the same for all and added to each by {@link describeApi}. */
export function Operation({ id, summary, answers, lists, creates }: Operation): MethodDecorator {
  const answer = creates
    ? ApiResponse({ status: 201, description: 'Created', headers: location })
    : lists
      ? ApiResponse({ status: 200, description: 'OK', standardSchema: lists, isArray: true, headers: pageHeaders })
      : ApiResponse({ status: 200, description: 'OK', ...(answers ? { standardSchema: answers } : {}) })
  return applyDecorators(ApiOperation({ operationId: id, summary }), answer)
}

/** The path's project, which the access rule reads. */
export const ProjectParameter = () =>
  ApiParam({
    name: 'project_name_or_id',
    description: 'Name or id; with X-Is-Resource-Name: true always a name.',
    schema: { type: 'string' },
  })
export const ProjectNameParameter = () => ApiParam({ name: 'project_name', schema: { type: 'string' } })
