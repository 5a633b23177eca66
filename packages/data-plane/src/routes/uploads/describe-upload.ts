import type { UploadId } from '@berth/oci'
import type { Exchange } from '../../http/exchange.js'
import { uploadLocation } from '../../http/locations.js'

/** Headers that tell a client how far its upload is. An empty one has to read `0-0`: the header knows no empty range. */
export function describeUpload({ reply, name }: Exchange, id: UploadId, size: number): void {
  reply.headers({
    location: uploadLocation(name, id),
    range: `0-${Math.max(0, size - 1)}`,
    'docker-upload-uuid': id,
  })
}
