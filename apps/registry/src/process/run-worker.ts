import {
  databaseSettings,
  externalUrlSettings,
  isLocal,
  listenOnSocket,
  outboundSettings,
  registrySettings,
  secretKeySettings,
  serviceSettings,
  SettingsError,
  storageSettings,
  tokenVerifierSettings,
} from '@berth/config'
import { buildServer, createManifestCache, Grants, TokenAuthenticator, UploadIds } from '@berth/data-plane'
import { AdvisoryLocks, Database } from '@berth/database'
import { PostgresMetadata, ProxyRecords } from '@berth/metadata'
import { Endpoints } from '@berth/registry-endpoints'
import { FilesystemBlobStore } from '@berth/storage'
import { Counter, createLogger } from '@berth/telemetry'
import { projectPolicies } from '../policies/project-policies.js'
import { liveRights } from '../rights/live-rights.js'
import { BasicExchange } from '../sign-in/basic-exchange.js'
import { EndpointRest } from '../upstream/endpoint-rest.js'
import { Flights } from '../upstream/flights.js'
import { projectMirrors } from '../upstream/project-mirrors.js'
import { projectUpstream } from '../upstream/project-upstream.js'
import { EXIT_SETTINGS } from './run-cluster.js'
import { onFailure, tellFailure } from './shared-failures.js'
import { createWorkerMetrics } from './worker-metrics.js'

const MANIFEST_CACHE_BYTES = 16 * 1024 * 1024
/** Milliseconds from one look at which connections have become idle to the next, while the service stops. */
const CLOSING_INTERVAL = 50

/** Serves until SIGTERM, then lets requests in flight end. Starts without a database or schema: it answers 503 until they are there. */
export async function runWorker(): Promise<void> {
  const settings = readSettings()
  const logger = createLogger({ service: 'registry', level: settings.service.logLevel })
  const database = new Database(settings.database, { plansOnce: true })
  const metrics = createWorkerMetrics('registry')
  const dropped = new Counter({
    name: 'berth_pulls_not_told_total',
    help: 'Pulls that were to be written down, and were too many.',
    registers: [metrics.registry],
  })
  const metadata = new PostgresMetadata(database, { onPullsDropped: (pulls) => dropped.inc(pulls) })
  const blobs = new FilesystemBlobStore(settings.storage)
  const { socket, apiUrl, apiSocket } = settings.registry
  const tokenService = { url: apiUrl, socket: apiSocket, service: settings.token.service }
  const authenticator = new BasicExchange(new TokenAuthenticator(settings.token), tokenService, tellFailure)
  onFailure((address) => authenticator.forget(address))
  const locks = new AdvisoryLocks(settings.database)
  const flights = new Flights(settings.storage.spool, locks, logger)
  const endpoints = new Endpoints({ database, secretKey: settings.secretKey, allow: settings.outbound.allow })
  const records = new ProxyRecords(database)
  const proxies = { metadata, records, blobs, endpoints, locks, flights, rest: new EndpointRest() }
  const services = {
    metadata,
    blobs,
    authenticator,
    manifests: createManifestCache(MANIFEST_CACHE_BYTES),
    policies: projectPolicies(metadata, (proxy) => projectUpstream(proxies, proxy)),
    mirrors: projectMirrors(metadata),
    rights: liveRights(metadata),
    grants: new Grants(settings.secretKey),
    uploadIds: new UploadIds(settings.secretKey),
    externalUrl: settings.externalUrl,
    allowSparseIndexes: settings.registry.sparse !== 'off',
    allowSparseImages: settings.registry.sparse === 'all',
  }
  await blobs.check()
  const app = buildServer(services, logger, { metrics, ...(socket !== undefined && { isByProxy: isLocal }) })
  await app.listen({ host: settings.service.host, port: settings.service.port })
  const local = socket === undefined ? undefined : await listenOnSocket(app.server, socket)

  const stop = async () => {
    // A connection that is kept alive is to end as soon as the request over it has.
    setInterval(() => app.server.closeIdleConnections(), CLOSING_INTERVAL)
    await Promise.all([app.close(), local?.[Symbol.asyncDispose]()])
    await flights[Symbol.asyncDispose]()
    await locks[Symbol.asyncDispose]()
    await endpoints[Symbol.asyncDispose]()
    await metadata.close()
    await database.close()
    await blobs.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

function readSettings() {
  try {
    return {
      registry: registrySettings(),
      service: serviceSettings(),
      database: databaseSettings(),
      storage: storageSettings(),
      token: tokenVerifierSettings(),
      outbound: outboundSettings(),
      ...secretKeySettings(),
      ...externalUrlSettings(),
    }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    process.stderr.write(`${error.message}\n`)
    return process.exit(EXIT_SETTINGS)
  }
}
