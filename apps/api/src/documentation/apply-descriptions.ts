import { ApiIncludeEndpoint, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger'
import { PATH_METADATA } from '@nestjs/common/constants.js'
import type { DescribedRoute, OperationDescription } from '../edge/openapi.js'

const text = { type: 'string' } as const
const pageHeaders = {
  'X-Total-Count': { description: 'Rows of all pages together.', schema: { type: 'integer' as const } },
  Link: { description: 'Previous and next page.', schema: text },
}
const location = { Location: { description: 'Path of what was made.', schema: text } }

/** Path parameters that access rules read, so that no handler takes them. */
const placeParameters = [
  { name: 'project_name_or_id', description: 'Name or id; with X-Is-Resource-Name: true always a name.', schema: text },
  { name: 'project_name', description: 'Name.', schema: text },
  { name: 'repository_name', schema: { ...text, maxLength: 1024 } },
  { name: 'reference', schema: { ...text, maxLength: 300 } },
]

function answerOf({ answers, lists, creates }: OperationDescription): MethodDecorator {
  if (creates) return ApiResponse({ status: 201, description: 'Created', headers: location })
  if (lists) {
    return ApiResponse({ status: 200, description: 'OK', standardSchema: lists, isArray: true, headers: pageHeaders })
  }
  return ApiResponse({ status: 200, description: 'OK', ...(answers ? { standardSchema: answers } : {}) })
}

/** Tells Nest's document builder what the routes say of themselves. */
export function applyDescriptions(routes: readonly DescribedRoute[]): void {
  for (const { prototype, method, operation } of routes) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method)
    const handler: unknown = descriptor?.value
    if (!descriptor || typeof handler !== 'function') throw new Error(`${method} is no method.`)
    const paths = [
      Reflect.getMetadata(PATH_METADATA, prototype.constructor),
      Reflect.getMetadata(PATH_METADATA, handler),
    ]
    const segments = paths.join('/').split('/')
    const decorators = [
      ApiIncludeEndpoint(),
      ApiOperation({ operationId: operation.id, summary: operation.summary, tags: [tagOf(segments)] }),
      answerOf(operation),
      ...placeParameters.filter(({ name }) => segments.includes(`:${name}`)).map((parameter) => ApiParam(parameter)),
    ]
    for (const decorate of decorators) decorate(prototype, method, descriptor)
  }
}

/** Harbor's tag: what the innermost part of the path is about. */
function tagOf(segments: readonly string[]): string {
  const collections: Readonly<Record<string, string>> = {
    users: 'user',
    projects: 'project',
    members: 'member',
    repositories: 'repository',
    artifacts: 'artifact',
    tags: 'tag',
    configurations: 'configure',
    gc: 'gc',
  }
  const innermost = segments.findLast((segment) => segment in collections)
  return innermost === undefined ? 'system' : (collections[innermost] ?? 'system')
}
