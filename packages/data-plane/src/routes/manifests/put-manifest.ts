import { MAX_CONFIG_SIZE, readImageConfig } from '@berth/metadata'
import {
  digestAlgorithm,
  digestOf,
  documentsAtWork,
  DistributionError,
  parseManifest,
  parseReference,
  parseTag,
  SMALL_DOCUMENT,
  type Digest,
  type ParsedManifest,
  type Reference,
  type Tag,
  typeIn,
} from '@berth/oci'
import { receiveManifest } from '../../http/body.js'
import type { Endpoint } from '../../http/endpoint.js'
import type { Exchange } from '../../http/exchange.js'
import { manifestLocation } from '../../http/locations.js'
import { manifestPath } from './manifest-path.js'

const MAX_TAGS = 100

/** Specification: "Pushing Manifests". 201 means that manifest and tags survive the loss of power. */
export const putManifest: Endpoint = {
  name: 'put-manifest',
  methods: ['PUT'],
  pattern: manifestPath,
  access: { repository: ['pull', 'push'] },
  async handle(exchange) {
    const { reply, services, name } = exchange
    const reference = parseReference(exchange.group('reference'))
    const tags = tagsOf(exchange, reference)
    await services.blobs.admit()
    using room = new DisposableStack()
    const bytes = await receiveManifest(exchange, room)
    const digest = verifiedDigest(bytes, reference)
    const manifest = parseManifest(bytes, mediaTypeOf(exchange))
    // Beside a large manifest its config is little.
    if (bytes.length <= SMALL_DOCUMENT) room.use(await documentsAtWork.take(configBytes(manifest), exchange.gone))
    const summary = await readImageConfig(services, name, manifest)
    await services.metadata.pushManifest({
      repository: name,
      digest,
      bytes,
      manifest,
      tags,
      pushedBy: exchange.actor,
      platform: summary?.platform,
      config: summary?.config,
      allowMissingChildren: services.allowSparseIndexes,
      allowMissingBlobs: services.allowSparseImages,
      mayReplace: (named) => exchange.mayChange(named && `"${named}"`),
    })
    reply.code(201).headers({ location: manifestLocation(name, digest), 'docker-content-digest': digest })
    if (manifest.subject !== undefined) reply.header('oci-subject', manifest.subject)
    if (exchange.query.has('tag')) reply.header('oci-tag', tags.join(', '))
    reply.send()
  },
}

/** Of a config that is larger than what is read of one, none is read. */
const configBytes = ({ config }: ParsedManifest) => Math.min(config?.size ?? 0, MAX_CONFIG_SIZE)

/** @throws {DistributionError} MANIFEST_INVALID without one: what the bytes are is for the client to say */
function mediaTypeOf(exchange: Exchange): string {
  const mediaType = typeIn(exchange.header('content-type'))
  if (mediaType === '')
    throw new DistributionError('MANIFEST_INVALID', 'Content-Type does not name the type of the manifest')
  return mediaType
}

/** @throws {DistributionError} TAG_INVALID */
function tagsOf({ query }: Exchange, reference: Reference): Tag[] {
  if ('tag' in reference) return [reference.tag]
  const tags = new Set(query.getAll('tag').map(parseTag))
  if (tags.size > MAX_TAGS) throw new DistributionError('TAG_INVALID', `at most ${MAX_TAGS} tags in one push`)
  return [...tags]
}

/** @throws {DistributionError} DIGEST_INVALID */
function verifiedDigest(bytes: Buffer, reference: Reference): Digest {
  if ('tag' in reference) return digestOf(bytes)
  const digest = digestOf(bytes, digestAlgorithm(reference.digest))
  if (digest !== reference.digest) throw new DistributionError('DIGEST_INVALID')
  return digest
}
