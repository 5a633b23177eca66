import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { z } from 'zod'
import { rest } from '@berth/contracts'
import { BERTH_VERSION } from '../system/versions.js'

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
  const document = SwaggerModule.createDocument(app, config, { ignoreGlobalPrefix: true })
  const { $defs: errorSchemas = {}, ...errors } = z.toJSONSchema(rest.errorBody, { target: 'openapi-3.0' })
  const schemas = { ...errorSchemas, Errors: errors }
  const rewritten: unknown = JSON.parse(JSON.stringify(schemas).replaceAll('#/$defs/', '#/components/schemas/'))
  Object.assign(((document.components ??= {}).schemas ??= {}), rewritten)
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.head, path.post, path.put, path.delete]) {
      if (operation) operation.responses['default'] = ERRORS
    }
  }
  document.security = [{ basic: [] }, { cookie: [] }]
  return document
}
