import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { initializer, page } from './page.js'

const PREFIX = '/devcenter-api-2.0'
const FILES = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png', '/favicon-16x16.png'])

/** The API document and its page. Only the page's own files are served, so that no other host is needed. */
export async function registerDocumentation(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance()
  let document: Promise<string> | undefined
  fastify.get('/api/v2.0/openapi.json', async (_request, reply) => {
    // What makes the document takes memory and time that a start without readers saves.
    document ??= import('./describe-api.js').then(({ describeApi }) => JSON.stringify(describeApi(app)))
    const text = await document
    return reply.header('Cache-Control', 'no-cache').type('application/json; charset=utf-8').send(text)
  })
  fastify.get(PREFIX, (_request, reply) => reply.type('text/html; charset=utf-8').send(page(PREFIX)))
  fastify.get(`${PREFIX}/initializer.js`, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(initializer),
  )
  await app.register(fastifyStatic, {
    root: dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json'))),
    prefix: `${PREFIX}/`,
    index: false,
    allowedPath: (path) => FILES.has(path),
  })
}
