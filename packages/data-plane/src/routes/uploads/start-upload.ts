import { isRepositoryName, parseDigest, type Digest, type RepositoryName, type UploadId } from '@berth/oci'
import type { Scope } from '../../auth/identity.js'
import { ChallengeError } from '../../http/challenge-error.js'
import type { Endpoint } from '../../http/endpoint.js'
import type { Exchange } from '../../http/exchange.js'
import { describeUpload } from './describe-upload.js'
import { dropUpload } from './drop-upload.js'
import { finishUpload, sendCreated } from './finish.js'
import { receiveChunk } from './receive-chunk.js'

/** Specification: "Pushing blobs": begins an upload, takes a whole blob (`?digest=`), or mounts one (`?mount=`). */
export const startUpload: Endpoint = {
  name: 'start-upload',
  methods: ['POST'],
  pattern: /^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/,
  access: { repository: ['pull', 'push'] },
  wishes: (query) => {
    const from = query.get('from') ?? ''
    return query.has('mount') && isRepositoryName(from) ? [toPull(from)] : []
  },
  spoolsBody: true,
  async handle(exchange) {
    const { query, reply } = exchange
    const mount = query.get('mount')
    if (mount !== null) {
      const digest = parseDigest(mount)
      if (await tryMount(exchange, digest)) {
        sendCreated(exchange, digest)
        return
      }
    }
    const whole = query.get('digest')
    if (whole !== null) {
      await takeWhole(exchange, parseDigest(whole))
      return
    }
    const id = await begin(exchange)
    describeUpload(exchange, id, 0)
    reply.code(202).send()
  },
}

async function begin({ services, name }: Exchange): Promise<UploadId> {
  await services.blobs.admit()
  await services.metadata.admitUpload(name)
  return services.uploadIds.issue(name)
}

async function takeWhole(exchange: Exchange, digest: Digest): Promise<void> {
  const id = await begin(exchange)
  try {
    await receiveChunk(exchange, { id, size: 0 })
    await finishUpload(exchange, id, digest)
  } catch (error) {
    // The client never learns this upload's address.
    await dropUpload(exchange, id)
    throw error
  }
  sendCreated(exchange, digest)
}

/** @returns false where the client has to upload */
async function tryMount(exchange: Exchange, digest: Digest): Promise<boolean> {
  const { services, query, name, identity } = exchange
  const from = query.get('from')
  if (from === null) {
    const from = identity.named.filter((source) => identity.may(toPull(source)))
    return services.metadata.mountBlob(name, digest, { from, fromPublic: true })
  }
  if (!isRepositoryName(from)) return false
  const source = sourceOf(exchange, from)
  return source.length > 0 && services.metadata.mountBlob(name, digest, { from: source, fromPublic: false })
}

/**
 * The source, if it may be pulled. A caller whose credentials say nothing of it is to get some that do; where they say that
 * it may not be pulled, there is none.
 *
 * @throws {ChallengeError} for both repositories
 */
function sourceOf({ identity, name }: Exchange, from: RepositoryName): RepositoryName[] {
  if (identity.may(toPull(from))) return [from]
  if (identity.mentions(from)) return []
  throw new ChallengeError(
    [{ type: 'repository', name, actions: ['pull', 'push'] }, toPull(from)],
    'insufficient_scope',
  )
}

function toPull(name: RepositoryName): Scope {
  return { type: 'repository', name, actions: ['pull'] }
}
