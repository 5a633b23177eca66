import 'reflect-metadata'
import { generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { AppModule } from '../app.module.js'
import type { ApiSettings } from '../api-settings.js'
import { describeApi } from './describe-api.js'

/** The file that the portal's types are made of. */
const file = new URL('../../../../packages/api-client/openapi.json', import.meta.url)

/** Enough to build the application without connecting to anything. */
const settings: ApiSettings = {
  service: { host: '127.0.0.1', port: 1, logLevel: 'error' },
  database: { host: '127.0.0.1', port: 1, user: 'berth', database: 'berth', poolSize: 1 },
  redis: { host: '127.0.0.1', port: 1, database: 0 },
  secretKey: '0'.repeat(64),
  externalUrl: undefined,
  proxyHops: 1,
  components: {
    registryUrl: 'http://127.0.0.1:1',
    jobserviceUrl: 'http://127.0.0.1:1',
    portalUrl: 'http://127.0.0.1:1',
  },
  seed: { reload: false },
  reclaimDelaySeconds: 0,
  token: {
    privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    service: 'harbor-registry',
    issuer: 'harbor-token-issuer',
  },
}

async function describe(): Promise<string> {
  DataSource.prototype.initialize = function initialize() {
    return Promise.resolve(this)
  }
  const app = await NestFactory.create(AppModule.of(settings), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  })
  app.setGlobalPrefix('api/v2.0')
  return `${JSON.stringify(describeApi(app), undefined, 2)}\n`
}

const described = await describe()
if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '')
  if (written !== described) {
    process.stderr.write(
      'packages/api-client/openapi.json is not what the routes say: run `pnpm --filter @berth/api document`.\n',
    )
    process.exit(1)
  }
} else {
  await writeFile(file, described)
}
process.exit(0)
