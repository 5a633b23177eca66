import type { Configuration } from '@berth/distribution-config'
import { DistributionError } from '@berth/oci'

type Storage = Configuration['storage']

const upload = /\/blobs\/uploads\//

/**
 * What `storage.maintenance.readonly` and `storage.delete` leave of the API. Ending an upload deletes nothing that anybody has.
 * @throws {DistributionError} UNSUPPORTED
 */
export function checkMethod(storage: Storage, method: string, path: string): void {
  const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  if (isWrite && storage.maintenance.readonly.enabled)
    throw new DistributionError('UNSUPPORTED', 'the registry is in read-only mode')
  if (method === 'DELETE' && !storage.delete.enabled && !upload.test(path))
    throw new DistributionError('UNSUPPORTED', 'deleting is not enabled (storage.delete.enabled)')
}
