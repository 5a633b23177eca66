import type { Digest, UploadId } from '@berth/oci'
import type { Exchange } from '../../http/exchange.js'
import { blobLocation } from '../../http/locations.js'

/** Turns an upload into a blob of the repository. Once it resolves, both survive the loss of power. */
export async function finishUpload({ services, name }: Exchange, id: UploadId, digest: Digest): Promise<void> {
  const sealed = await services.blobs.seal(id, digest)
  await services.metadata.commitUpload({ repository: name, digest, size: sealed.size }, () => sealed.publish())
}

export function sendCreated({ reply, name }: Exchange, digest: Digest): void {
  reply
    .code(201)
    .headers({ location: blobLocation(name, digest), 'docker-content-digest': digest })
    .send()
}
