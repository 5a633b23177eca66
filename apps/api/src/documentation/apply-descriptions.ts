import { ApiExtension, ApiIncludeEndpoint, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { RequestMethod } from '@nestjs/common'
import type { AnswerContent, DescribedRoute } from '../edge/openapi.js'
import { refusalsOf } from './refusals-of.js'
import { ruleOf } from './rule-of.js'

const text = { type: 'string' } as const
const pageHeaders = {
  'X-Total-Count': { description: 'Rows of all pages together.', schema: { type: 'integer' as const } },
  Link: { description: 'Previous and next page.', schema: text },
}
const location = { Location: { description: 'Path of what was made.', schema: text } }
const READING: ReadonlySet<unknown> = new Set([RequestMethod.GET, RequestMethod.HEAD])
const ERRORS = { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } }

/** Path parameters that access rules read, so that no handler takes them. */
const placeParameters = [
  { name: 'project_name_or_id', description: 'Name or id; with X-Is-Resource-Name: true always a name.', schema: text },
  { name: 'project_name', description: 'Name.', schema: text },
  { name: 'repository_name', schema: { ...text, maxLength: 1024 } },
  { name: 'reference', schema: { ...text, maxLength: 300 } },
]

const DESCRIPTIONS: Readonly<Record<string, string>> = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No content' }

function answerOf(status: number, answer: AnswerContent): MethodDecorator {
  const base = { status, description: DESCRIPTIONS[status] ?? '' }
  if (answer === 'none') return ApiResponse(base)
  if (answer === 'location') return ApiResponse({ ...base, headers: location })
  if (answer === 'file') {
    const schema = { ...text, format: 'binary' }
    return ApiResponse({ ...base, content: { 'application/octet-stream': { schema } } })
  }
  if (answer === 'events') return ApiResponse({ ...base, content: { 'text/event-stream': { schema: text } } })
  if (answer === 'text' || answer === 'markdown' || answer === 'csv') {
    return ApiResponse({
      ...base,
      content: { [answer === 'text' ? 'text/plain' : `text/${answer}`]: { schema: text } },
    })
  }
  if ('rows' in answer) {
    return ApiResponse({ ...base, standardSchema: answer.rows, isArray: true, headers: pageHeaders })
  }
  if ('maybe' in answer) return ApiResponse({ ...base, standardSchema: answer.maybe, description: 'OK, or no body' })
  return ApiResponse({ ...base, standardSchema: answer })
}

/** Tells Nest's document builder what the routes say of themselves. */
export function applyDescriptions(routes: readonly DescribedRoute[]): void {
  for (const { prototype, method, operation } of routes) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method)
    const handler: unknown = descriptor?.value
    if (!descriptor || typeof handler !== 'function') throw new Error(`${method} is no method.`)
    const rule = ruleOf(handler)
    const changes = !READING.has(Reflect.getMetadata(METHOD_METADATA, handler))
    const paths = [
      Reflect.getMetadata(PATH_METADATA, prototype.constructor),
      Reflect.getMetadata(PATH_METADATA, handler),
    ]
    const segments = paths.join('/').split('/')
    const decorators = [
      ApiIncludeEndpoint(),
      ApiOperation({ operationId: operation.id, summary: operation.summary, tags: [operation.tag] }),
      ApiExtension('x-berth-permission', rule.permission ?? rule.kind),
      ...Object.entries(operation.answers).map(([status, answer]) => answerOf(Number(status), answer)),
      ...[...refusalsOf(operation, rule, changes)].map(([status, reasons]) =>
        ApiResponse({ status, description: reasons.join(', '), content: ERRORS }),
      ),
      ...placeParameters.filter(({ name }) => segments.includes(`:${name}`)).map((parameter) => ApiParam(parameter)),
    ]
    for (const decorate of decorators) decorate(prototype, method, descriptor)
  }
}
