import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { z } from 'zod'
import { rest } from '@berth/contracts'
import { describedRoutes } from '../edge/openapi.js'
import { BERTH_VERSION } from '../operation/system-info/versions.js'
import { applyDescriptions } from './apply-descriptions.js'

const ERRORS = {
  description: 'Any error: code, message and reason.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
}

/** The API document. Made from the routes themselves, so it cannot say what they do not do. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Berth')
    .setDescription('The REST API of Berth. Clients of Harbor v2.0 find their operations here under the same names.')
    .setVersion(BERTH_VERSION)
    .addServer('/api/v2.0')
    .addBasicAuth()
    .addCookieAuth('sid')
    .build()
  applyDescriptions(describedRoutes)
  const document = SwaggerModule.createDocument(app, config, {
    ignoreGlobalPrefix: true,
    onlyIncludeDecoratedEndpoints: true,
    autoTagControllers: false,
  })
  Object.assign(((document.components ??= {}).schemas ??= {}), errorSchemas())
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.head, path.post, path.put, path.delete]) {
      if (operation) operation.responses['default'] = ERRORS
    }
  }
  document.paths = sortedByName(document.paths)
  document.components.schemas = sortedByName(document.components.schemas ?? {})
  document.security = [{ basic: [] }, { cookie: [] }]
  return withoutNoise(document)
}

/** The order of modules is no concern of a reader. */
function sortedByName<Value>(named: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function errorSchemas(): unknown {
  const { definitions } = z
    .object({ definitions: z.record(z.string(), z.unknown()) })
    .parse(z.toJSONSchema(rest.errorBody, { target: 'openapi-3.0' }))
  return JSON.parse(JSON.stringify(definitions).replaceAll('#/definitions/', '#/components/schemas/'))
}

/** The bounds of every JavaScript integer and the pattern of every time say nothing to a reader. */
function withoutNoise(document: OpenAPIObject): OpenAPIObject {
  const text = JSON.stringify(document, (key, value: unknown) => {
    if ((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER)
      return undefined
    if (key === 'pattern' && typeof value === 'string' && value.length > 200) return undefined
    return value
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same document, two kinds of key left out
  return JSON.parse(text) as OpenAPIObject
}
