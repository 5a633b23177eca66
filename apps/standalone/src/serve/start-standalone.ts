import { hash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { registrySettings } from '@berth/config'
import { buildServer, createManifestCache, sendError, type Services, UploadIds } from '@berth/data-plane'
import { parseAddress, type Configuration } from '@berth/distribution-config'
import { announceServer, LayoutMetadata } from '@berth/metadata'
import { DistributionError } from '@berth/oci'
import { FilesystemBlobStore } from '@berth/storage'
import type { Logger } from '@berth/telemetry'
import type { FastifyInstance } from 'fastify'
import { createAuthenticator } from '../auth/create-authenticator.js'
import { configuredChecks } from '../health/checks.js'
import { HealthMonitor } from '../health/monitor.js'
import { accessLine } from '../log/access-line.js'
import { recordEvents } from '../notifications/record-events.js'
import { EventSender } from '../notifications/sender.js'
import { createAddresses } from './addresses.js'
import { buildDebugServer } from './debug-server.js'
import { measure } from './metrics.js'
import { purgeUploads } from './purge-uploads.js'
import { switchedOff } from './switched-off.js'
import { tidyPath } from './tidy-path.js'
import { tlsOptions } from './tls-options.js'

const manifestCacheBytes = 16 * 1024 * 1024
/** Blobs as Distribution leaves them: whichever user runs the one or the other may read them. */
const blobMode = 0o644
const eventsGrace = 5000

export interface StandaloneRegistry extends AsyncDisposable {
  /** Where it listens: `host:port`, or the path of a socket. */
  readonly address: string
  readonly debugAddress: string | undefined
}

/**
 * Serves a folder tree of Docker Distribution as its configuration says. Disposal lets requests in flight end first.
 *
 * @param writeAccess takes each line of the access log
 * @throws where a file that the configuration names cannot be used, or the address is taken
 */
export async function startStandalone(
  settings: Configuration,
  log: Logger,
  writeAccess: (line: string) => void,
): Promise<StandaloneRegistry> {
  const { http, storage } = settings
  const { sparse } = registrySettings()
  const root = storage.filesystem.rootdirectory
  const isReadOnly = storage.maintenance.readonly.enabled
  await using stack = new AsyncDisposableStack()
  const tls = await tlsOptions(http.tls)
  const authenticator = await createAuthenticator(settings.auth, log)
  const metadata = new LayoutMetadata(root, { blobsArePublic: settings.auth?.token === undefined })
  const spool = join(root, 'berth/spool')
  const blobs = stack.adopt(
    new FilesystemBlobStore({ root, spool, fileMode: blobMode, syncBeforeNaming: true }),
    (store) => store.close(),
  )
  if (!isReadOnly) {
    await metadata.check()
    await blobs.check()
    stack.use(await announceServer(root))
    stack.use(purgeUploads(storage.maintenance.uploadpurging, metadata, blobs, log))
  }
  const services: Services = {
    metadata,
    blobs,
    authenticator,
    manifests: createManifestCache(manifestCacheBytes),
    uploadIds: new UploadIds(uploadKey(http.secret)),
    externalUrl: http.host,
    allowSparseIndexes: sparse !== 'off',
    allowSparseImages: sparse === 'all',
    refuses: (endpoint) => switchedOff(storage, endpoint),
  }
  const addresses = createAddresses(http)
  const app = buildServer(services, log, { tls, logsAccess: false, rewriteUrl: (url) => addresses.rewrite(url) })
  const senders = settings.notifications.endpoints
    .filter(({ disabled }) => !disabled)
    .map((endpoint) => stack.adopt(new EventSender(endpoint, log), (sender) => sender.close(eventsGrace)))
  // First, so that it counts requests that the next hooks refuse.
  const metrics = measure(app, senders)
  const monitor = stack.use(new HealthMonitor(configuredChecks(settings.health, root)))
  app.addHook('onRequest', (request, reply, done) => {
    for (const [name, values] of Object.entries(http.headers)) reply.header(name, values)
    const tidy = tidyPath(request.url)
    if (tidy !== undefined)
      reply
        .code(request.method === 'GET' || request.method === 'HEAD' ? 301 : 308)
        .header('location', tidy)
        .send()
    else if (request.url.startsWith('/v2') && !monitor.healthy)
      sendError(services, request, reply, new DistributionError('UNAVAILABLE', 'a health check of the registry fails'))
    else done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    const [location, link] = [reply.getHeader('location'), reply.getHeader('link')]
    if (typeof location === 'string') reply.header('location', addresses.location(location))
    if (typeof link === 'string') reply.header('link', addresses.link(link))
    done()
  })
  // Whoever watches a registry of Distribution asks for its root.
  app.get('/', (_request, reply) => reply.code(200).send())
  if (!settings.log.accesslog.disabled) logAccess(app, writeAccess)

  if (senders.length > 0)
    recordEvents(app, {
      metadata,
      includeReferences: settings.notifications.events.includereferences,
      externalUrl: http.host,
      prefix: http.prefix.replace(/\/$/, ''),
      port: parseAddress(http.addr)?.port ?? 0,
      send: (event) => senders.forEach((sender) => sender.send(event)),
      fail: (error) => log.warn({ err: error }, 'an event could not be described'),
    })

  const debugAddress = await startDebugServer(http.debug, stack, monitor, metrics)
  stack.defer(() => close(app, http.draintimeout))
  const address = await listen(app, http)
  const resources = stack.move()
  return { address, debugAddress, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** Without a secret of the configuration, an upload does not outlive the process that began it. */
function uploadKey(secret: string | undefined): string {
  return secret === undefined ? randomBytes(32).toString('hex') : hash('sha256', secret)
}

async function startDebugServer(
  debug: Configuration['http']['debug'],
  stack: AsyncDisposableStack,
  monitor: HealthMonitor,
  metrics: ReturnType<typeof measure>,
): Promise<string | undefined> {
  if (debug?.addr === undefined) return undefined
  const server = stack.adopt(buildDebugServer(debug, monitor, metrics), (one) => one.close())
  return server.listen({ port: debug.addr.port, host: debug.addr.host ?? '::' })
}

async function listen(app: FastifyInstance, { net, addr }: Configuration['http']): Promise<string> {
  if (net === 'unix') return app.listen({ path: addr })
  const { host, port = 5000 } = parseAddress(addr) ?? {}
  if (host !== undefined) return app.listen({ host, port })
  try {
    return await app.listen({ host: '::', port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAFNOSUPPORT')) throw error
    return app.listen({ host: '0.0.0.0', port })
  }
}

/** Waits for requests in flight, for at most `milliseconds` where it is not 0. */
async function close(app: FastifyInstance, milliseconds: number): Promise<void> {
  const deadline = milliseconds > 0 ? setTimeout(() => app.server.closeAllConnections(), milliseconds) : undefined
  await app.close()
  clearTimeout(deadline)
}

function logAccess(app: FastifyInstance, write: (line: string) => void): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { ip, subject, method, originalUrl, raw, headers } = request
    write(
      accessLine({
        address: ip,
        user: subject,
        at: new Date(),
        method,
        url: originalUrl,
        httpVersion: raw.httpVersion,
        status: reply.statusCode,
        size: method === 'HEAD' ? 0 : Number(reply.getHeader('content-length') ?? 0),
        referer: headers.referer,
        userAgent: headers['user-agent'],
      }),
    )
    done()
  })
}
