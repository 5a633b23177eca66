import 'reflect-metadata'
import { readFile, writeFile } from 'node:fs/promises'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { AppModule } from '../app.module.js'
import type { ApiSettings } from '../api-settings.js'
import { describeApi } from '../documentation/describe-api.js'
import { settingsPage } from '../documentation/settings-page.js'

const root = new URL('../../../../', import.meta.url)

/** What the application asks for; in preview nothing uses it. */
const settings: ApiSettings = {
  service: { host: '127.0.0.1', port: 1, logLevel: 'error' },
  database: { host: '127.0.0.1', port: 1, user: 'berth', database: 'berth', poolSize: 1 },
  redis: { host: '127.0.0.1', port: 1, database: 0 },
  secretKey: '0'.repeat(64),
  externalUrl: undefined,
  proxyHops: 1,
  outboundAllow: [],
  components: {
    registryUrl: 'http://127.0.0.1:1',
    jobserviceUrl: 'http://127.0.0.1:1',
    portalUrl: 'http://127.0.0.1:1',
  },
  caDownload: undefined,
  seed: { reload: false, settings: {} },
  reclaimDelaySeconds: 0,
  token: { privateKey: '', service: '', issuer: '' },
}

/** In Nest's preview mode nothing is made and nothing connects: the routes alone are read. */
async function describe(): Promise<string> {
  const app = await NestFactory.create(AppModule.of(settings), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  })
  app.setGlobalPrefix('api/v2.0')
  return `${JSON.stringify(describeApi(app), undefined, 2)}\n`
}

/** What is made of the code: the portal's types come from the first, people read the second. */
const written = new Map([
  ['packages/api-client/openapi.json', await describe()],
  ['docs/settings.md', settingsPage()],
])

for (const [name, text] of written) {
  const file = new URL(name, root)
  if (!process.argv.includes('--check')) await writeFile(file, text)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} is not what the code says: run \`pnpm --filter @berth/api document\`.\n`)
    process.exitCode = 1
  }
}
process.exit()
