import { readFileSync } from 'node:fs'
import { differencesFromHarbor } from '@berth/testkit'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { z } from 'zod'

const PREFIX = '/api/v2.0'

const content = z.record(z.string(), z.object({ schema: z.unknown() }))
const operation = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.optional() })),
})
const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.unknown(),
})

const text = readFileSync(new URL('../../../../packages/api-client/openapi.json', import.meta.url), 'utf8')
const { paths, components } = documentShape.parse(JSON.parse(text))

const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ $id: 'document', components })

/** Paths with their literal parts first: `/users/current` is no `/users/{user_id}`. */
const templates = Object.entries(paths)
  .map(([path, methods]) => ({
    methods,
    literals: path.split('/').filter((part) => !part.startsWith('{')).length,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  .toSorted((a, b) => b.literals - a.literals)

const validators = new Map<string, ValidateFunction>()

function validatorOf(id: string, schema: unknown): ValidateFunction {
  const known = validators.get(id)
  if (known) return known
  const made = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components/', 'document#/components/')))
  validators.set(id, made)
  return made
}

/** Every operation by `METHOD /path`. */
export const documentedOperations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses }]) => ({
    key: `${method.toUpperCase()} ${path}`,
    operationId,
    statuses: Object.keys(responses).filter((status) => status !== 'default'),
  })),
)

interface Answered {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly type: string
  readonly text: string
}

/**
 * Holds an answer against the API document, and against Harbor's where it has the operation. What neither describes passes.
 *
 * @throws naming the operation and what differs
 */
export function expectDocumented(answered: Answered): void {
  holdAgainstDocument(answered)
  const { method, path, status, text: body } = answered
  const [pathname = ''] = path.split('?')
  if (!pathname.startsWith(`${PREFIX}/`)) return
  const differences = differencesFromHarbor({ method, path: pathname.slice(PREFIX.length), status, text: body }) ?? []
  if (differences.length > 0) throw new Error(`${method} ${path} is not as Harbor has it:\n${differences.join('\n')}`)
}

function holdAgainstDocument({ method, path, status, type, text: body }: Answered): void {
  const [pathname = ''] = path.split('?')
  if (!pathname.startsWith(`${PREFIX}/`)) return
  const found = templates.find(({ pattern }) => pattern.test(pathname.slice(PREFIX.length)))?.methods[
    method.toLowerCase()
  ]
  if (!found) return
  const { operationId, responses } = found
  const fail = (fault: string) => {
    throw new Error(`${operationId} (${method} ${path}) answered ${status} ${body.slice(0, 300)}\n${fault}`)
  }
  const response = responses[String(status)]
  if (!response) return fail(`documented are ${Object.keys(responses).join(', ')}`)
  if (method === 'HEAD') return
  const [media, { schema } = {}] = Object.entries(response.content ?? {})[0] ?? []
  if (media === undefined) return body === '' ? undefined : fail('documented is no body')
  if (body === '' && response.description.endsWith('or no body')) return
  if (!type.startsWith(media)) return fail(`documented is ${media}, not ${type}`)
  if (!media.includes('json')) return
  const json: unknown = JSON.parse(body)
  const validate = validatorOf(`${operationId} ${status}`, schema)
  if (!validate(json)) fail(ajv.errorsText(validate.errors, { dataVar: 'body', separator: '\n' }))
  // One operation lists what it could not do instead of an error.
  if (status < 400 || Array.isArray(json)) return
  const { errors } = z.object({ errors: z.array(z.object({ reason: z.string().optional() })) }).parse(json)
  const documented = response.description.split(', ')
  for (const { reason } of errors)
    if (reason !== undefined && !documented.includes(reason)) fail(`documented are ${documented.join(', ')}`)
}
