import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { originOf, parseTarget } from '@berth/data-plane'
import type { RegistryMetadata } from '@berth/metadata'
import {
  documentsAtWork,
  isDigest,
  isRepositoryName,
  mediaTypes,
  parseManifest,
  type Digest,
  type RepositoryName,
} from '@berth/oci'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EventAction, EventDescriptor, EventTarget, RegistryEvent } from './event.js'

export interface RecordOptions {
  readonly metadata: RegistryMetadata
  readonly includeReferences: boolean
  /** The address clients use, where it is fixed. */
  readonly externalUrl: string | undefined
  /** In front of `/v2/`, without a slash at its end. */
  readonly prefix: string
  /** Where this process listens, for the event's source. */
  readonly port: number
  /** Takes each event. */
  readonly send: (event: RegistryEvent) => void
  readonly fail: (error: unknown) => void
}

interface Happening {
  readonly action: EventAction
  readonly repository: RepositoryName
  readonly digest?: Digest | undefined
  readonly tag?: string | undefined
  readonly fromRepository?: string | undefined
  readonly isManifest: boolean
}

/** Tells listeners what requests have done, in Distribution's terms, once they are answered. */
export function recordEvents(app: FastifyInstance, options: RecordOptions): void {
  const source = { addr: `${hostname()}:${options.port}`, instanceID: randomUUID() }
  app.addHook('onResponse', async (request, reply) => {
    try {
      const happening = observe(request, reply)
      if (happening) options.send(await toEvent(happening, request, options, source))
    } catch (error) {
      options.fail(error)
    }
  })
}

const done: Record<string, { readonly status: readonly number[]; readonly action: EventAction }> = {
  'put-manifest': { status: [201], action: 'push' },
  'get-manifest': { status: [200], action: 'pull' },
  'delete-manifest': { status: [202], action: 'delete' },
  'get-blob': { status: [200, 206], action: 'pull' },
  'delete-blob': { status: [202], action: 'delete' },
  'start-upload': { status: [201], action: 'push' },
  'finish-upload': { status: [201], action: 'push' },
}

function observe(request: FastifyRequest, reply: FastifyReply): Happening | undefined {
  const rule = done[request.endpoint]
  if (!rule?.status.includes(reply.statusCode) || request.method === 'HEAD') return undefined
  const { query } = parseTarget(request.url)
  const { name = '', reference = '', digest = '' } = request.parts ?? {}
  if (!isRepositoryName(name)) return undefined
  const named = [String(reply.getHeader('docker-content-digest') ?? ''), digest, reference]
  const fromRepository = query.get('from') ?? undefined
  const isMount = request.endpoint === 'start-upload' && query.has('mount') && !query.has('digest')
  return {
    action: isMount ? 'mount' : rule.action,
    repository: name,
    digest: named.find(isDigest),
    tag: reference !== '' && !reference.includes(':') ? reference : (query.get('tag') ?? undefined),
    isManifest: request.endpoint.endsWith('-manifest'),
    ...(isMount && { fromRepository }),
  }
}

async function toEvent(
  happening: Happening,
  request: FastifyRequest,
  options: RecordOptions,
  source: RegistryEvent['source'],
): Promise<RegistryEvent> {
  const origin = originOf(request, options.externalUrl)
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    action: happening.action,
    target: await toTarget(happening, options, `${origin}${options.prefix}`),
    request: {
      id: request.id,
      addr: `${request.ip}:${request.socket.remotePort ?? 0}`,
      host: request.headers.host ?? '',
      method: request.method,
      useragent: request.headers['user-agent'] ?? '',
    },
    actor: request.subject === undefined ? {} : { name: request.subject },
    source,
  }
}

async function toTarget(happening: Happening, options: RecordOptions, base: string): Promise<EventTarget> {
  const { action, repository, digest, tag, fromRepository, isManifest } = happening
  const place = {
    repository,
    ...(tag !== undefined && { tag }),
    ...(fromRepository !== undefined && { fromRepository }),
    ...(digest !== undefined && { digest }),
  }
  if (digest === undefined || action === 'delete') return place
  const url = `${base}/v2/${repository}/${isManifest ? 'manifests' : 'blobs'}/${digest}`
  const found = isManifest
    ? await describeManifest(repository, digest, options)
    : await describeBlob(repository, digest, options)
  return found === undefined ? { ...place, url } : { ...found, length: found.size, ...place, url }
}

async function describeBlob(
  repository: RepositoryName,
  digest: Digest,
  { metadata }: RecordOptions,
): Promise<EventDescriptor | undefined> {
  const blob = await metadata.findBlob(repository, digest)
  return blob && { mediaType: mediaTypes.octetStream, size: blob.size, digest }
}

async function describeManifest(
  repository: RepositoryName,
  digest: Digest,
  { metadata, includeReferences }: RecordOptions,
): Promise<(EventDescriptor & Pick<EventTarget, 'references'>) | undefined> {
  const found = await metadata.findManifest(repository, { digest })
  if (!found) return undefined
  const { mediaType, size } = found
  if (!includeReferences) return { mediaType, size, digest }
  // Where its turn does not come, the event is told without them: better than not at all.
  using room = await documentsAtWork.take(size).catch(() => undefined)
  const body = room && (await metadata.manifestBody(found))
  if (!body) return { mediaType, size, digest }
  const { blobs, children } = parseManifest(body, mediaType)
  const references = [...blobs, ...children].map((one) => ({
    mediaType: one.mediaType,
    size: one.size,
    digest: one.digest,
  }))
  return { mediaType, size, digest, references }
}
