import type { Configuration } from '@berth/distribution-config'
import type { Operation } from '@berth/data-plane'

type Storage = Configuration['storage']

/**
 * Why an operation is switched off by `storage.maintenance.readonly` or `storage.delete`; undefined where it is not. Ending an upload
 * deletes nothing that anybody has.
 */
export function switchedOff(
  { maintenance, delete: deleting }: Storage,
  { methods, access }: Operation,
): string | undefined {
  const isWrite = methods.some((method) => method !== 'GET' && method !== 'HEAD')
  if (isWrite && maintenance.readonly.enabled) return 'the registry is in read-only mode'
  const deletes = typeof access === 'object' && access.repository.includes('delete')
  return deletes && !deleting.enabled ? 'deleting is not enabled (storage.delete.enabled)' : undefined
}
