import type { UploadId } from '@berth/oci'
import type { Exchange } from '../../http/exchange.js'

/** Ends an upload that becomes no blob. */
export async function dropUpload({ services, name }: Exchange, id: UploadId): Promise<void> {
  await services.blobs.cancel(id)
  await services.metadata.releaseUpload(name, id)
}
