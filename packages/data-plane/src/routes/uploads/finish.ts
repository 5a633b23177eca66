import { UserError } from '@berth/contracts'
import type { Digest, UploadId } from '@berth/oci'
import type { Exchange } from '../../http/exchange.js'
import { blobLocation } from '../../http/locations.js'
import { dropUpload } from './drop-upload.js'

/** Turns an upload into a blob of the repository. Once it resolves, both survive the loss of power. */
export async function finishUpload(exchange: Exchange, id: UploadId, digest: Digest): Promise<void> {
  const { services, name } = exchange
  const sealed = await services.blobs.seal(id, digest)
  try {
    await services.metadata.commitUpload({ repository: name, digest, size: sealed.size, id }, () => sealed.publish())
  } catch (error) {
    // It does not fit in the project, now or later.
    if (error instanceof UserError) await dropUpload(exchange, id)
    throw error
  }
}

export function sendCreated({ reply, name }: Exchange, digest: Digest): void {
  reply
    .code(201)
    .headers({ location: blobLocation(name, digest), 'docker-content-digest': digest })
    .send()
}
