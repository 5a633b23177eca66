import { readFileSync } from 'node:fs'
import {
  array,
  type Arbitrary,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  record,
  sample,
  string,
} from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { StandInRegistry } from '../testing/stand-in-registry.test.support.js'

/** Requests of each operation. The seed makes them the same ones each time. */
const [REQUESTS, SEED] = [40, 20_261_126]
const CPU_MILLISECONDS = 2000

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

const schema: z.ZodType<Schema> = z.looseObject({})
const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema })
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
})
const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

const file = new URL('../../../../packages/api-client/openapi.json', import.meta.url)
const { paths, components } = documentShape.parse(JSON.parse(readFileSync(file, 'utf8')))

const texts = [
  ['', ' ', '\0', 'a\0b', '\ud800', 'a\udfffb', '\u202e', 'é', '😀'.repeat(200), 'x'.repeat(5000), 'x'.repeat(256)],
  [
    "'; drop table tag; --",
    '%',
    '%00',
    '%ff',
    '\\',
    '*',
    '..',
    '../..',
    '/',
    '__proto__',
    'constructor',
    'null',
    'true',
  ],
  ['-1', '0', '1', '2147483647', '2147483648', '9007199254740993', '9223372036854775808', '1e999', '0x10', 'NaN', '١'],
  ['0000-01-01', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-02-30T25:61:61Z', '1000000-01-01'],
  [`sha256:${'0'.repeat(64)}`, 'sha256:', 'v1', '* * * * *', '0 0 0 31 2 *', 'a@b', '[', '{', '(', '"'],
].flat()
const numbers = [0, -1, 0.5, 32_767, 32_768, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308]
const odd = oneof(constantFrom<unknown>(null, true, false, [], {}, [[]], { a: 1 }), constantFrom(...texts, ...numbers))

const fields = [
  'id',
  'name',
  'public',
  'owner',
  'username',
  'email',
  'creation_time',
  'update_time',
  'push_time',
  'pull_time',
]
const field = constantFrom(
  ...fields,
  'size',
  'tags',
  'digest',
  'type',
  'kind',
  'media_type',
  'status',
  'deleted_at',
  'labels',
  'x',
)
const value = constantFrom(...texts)
const condition = oneof(
  array(oneof(field, value), { minLength: 2, maxLength: 2 }).map(([name, text]) => `${name}=${text}`),
  ...['=~', '=[~', '=[', '={', '=(', '="'].map((opening) =>
    array(value, { minLength: 2, maxLength: 2 }).chain(([a, b]) =>
      field.map(
        (name) => `${name}${opening}${a}${{ '=[': `~${b}]`, '=[~': ']', '={': ` ${b}}`, '=(': ')' }[opening] ?? ''}`,
      ),
    ),
  ),
)
/** For parameters that are more than their type. */
const special: Readonly<Record<string, Arbitrary<unknown>>> = {
  q: oneof(
    condition,
    array(condition, { maxLength: 5 }).map((all) => all.join(',')),
  ),
  sort: oneof(
    field,
    field.map((name) => `-${name}`),
    array(field).map((all) => all.join(',')),
    value,
  ),
  after: oneof(
    value,
    value.map((text) => Buffer.from(JSON.stringify(['', text, 1])).toString('base64url')),
  ),
}

function like(given: Schema): Arbitrary<unknown> {
  if (given.$ref) return like(components.schemas[given.$ref.split('/').at(-1) ?? ''] ?? {})
  if (given.enum) return oneof(constantFrom(...given.enum), odd)
  const parts = [...(given.anyOf ?? []), ...(given.allOf ?? [])]
  if (parts.length > 0) return oneof(...parts.map(like))
  switch (Array.isArray(given.type) ? given.type[0] : given.type) {
    case 'string':
      return oneof(constantFrom(...texts), string({ unit: 'binary', maxLength: 40 }), odd)
    case 'integer':
    case 'number':
      return oneof(integer(), constantFrom(...numbers), odd)
    case 'boolean':
      return oneof(boolean(), odd)
    case 'array':
      return oneof(array(like(given.items ?? {}), { maxLength: 4 }), odd)
    case 'object': {
      const more = typeof given.additionalProperties === 'object' ? like(given.additionalProperties) : odd
      const known = Object.entries(given.properties ?? {}).map(([name, property]) => [name, like(property)])
      const model: Record<string, Arbitrary<unknown>> = Object.fromEntries(known)
      const some = oneof(
        { weight: 4, arbitrary: constant({}) },
        { weight: 1, arbitrary: dictionary(value, more, { maxKeys: 3 }) },
      )
      return record({ known: record(model, { requiredKeys: [] }), some }).map((both) => ({
        ...both.some,
        ...both.known,
      }))
    }
    default:
      return odd
  }
}

/** Escapes also half a character, as clients that do not know better. */
const escaped = (text: unknown) =>
  typeof text === 'string' && !text.isWellFormed()
    ? '%ED%A0%80'
    : encodeURIComponent(typeof text === 'string' ? text : (JSON.stringify(text) ?? ''))

let api: ApiUnderTest
let there: Readonly<Record<string, string>>
const stack = new AsyncDisposableStack()
beforeAll(async () => {
  const registry = stack.use(await StandInRegistry.start())
  api = await ApiUnderTest.start({ components: registry.components })
  const { content } = api
  const user = await api.createUser('fuzzed')
  const project = await api.createProject('fuzz', 'admin')
  await api.addMember('fuzz', 'admin', 'fuzzed', 2)
  for (const tag of ['v1', 'v2']) await content.pushImage('fuzz/app', `image ${tag}`, [tag])
  there = {
    user_id: String(user),
    project_id: String(project),
    project_name: 'fuzz',
    project_name_or_id: 'fuzz',
    repository_name: 'app',
    reference: 'v1',
    tag_name: 'v2',
  }
})
afterAll(async () => {
  await stack.disposeAsync()
  await api[Symbol.asyncDispose]()
})

/** What is deleted is missed by those that come after. */
const operations = Object.entries(paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, found]) => ({ method, path, ...found })))
  .toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))

it.each(operations)(
  '$operationId takes whatever comes, in bounded time',
  async ({ method, path, parameters, requestBody }) => {
    const body = Object.values(requestBody?.content ?? {})[0]?.schema
    const one = record({
      place: record(
        Object.fromEntries(
          parameters
            .filter((known) => known.in === 'path')
            .map(({ name }) => [
              name,
              oneof(
                { weight: 3, arbitrary: constant(there[name] ?? '1') },
                { weight: 1, arbitrary: value.filter((text) => text !== '..') },
              ),
            ]),
        ),
      ),
      query: record(
        Object.fromEntries(
          parameters
            .filter((known) => known.in === 'query')
            .map(({ name, schema: of }) => [name, special[name] ?? like(of)]),
        ),
        { requiredKeys: [] },
      ),
      body: body ? like(body) : constant(undefined),
    })
    const faults: string[] = []
    for (const asked of sample(one, { seed: SEED, numRuns: REQUESTS })) {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => escaped(asked.place[name]))
      const query = Object.entries(asked.query).map(([name, of]) => `${name}=${escaped(of)}`)
      const request = {
        method: method.toUpperCase() as 'GET',
        path: `/api/v2.0${filled}?${query.join('&')}`,
        as: 'admin',
        ...(asked.body === undefined ? {} : { body: asked.body }),
      }
      const begun = process.cpuUsage()
      const answer = await api.call(request).catch((error: unknown) => ({ status: 999, text: String(error) }))
      const { user, system } = process.cpuUsage(begun)
      const took = (user + system) / 1000
      if (answer.status >= 500 || took > CPU_MILLISECONDS)
        faults.push(
          `${request.method} ${request.path} ${JSON.stringify(request.body)?.slice(0, 300)}: ${answer.status} ${answer.text.slice(0, 500)} in ${took} ms`,
        )
    }
    expect(faults).toEqual([])
  },
)
