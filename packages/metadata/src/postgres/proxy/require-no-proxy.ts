import { UserError } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import { projectOf, type RepositoryName } from '@berth/oci'

const findProxy = {
  name: 'find_proxy_to_change',
  text: 'select from project where name = $1 and registry_id is not null',
}

/** What a proxy cache says an image is has to be what its registry says. @throws {UserError} PROXY_CACHE_ONLY */
export async function requireNoProxy(transaction: Transaction, repository: RepositoryName): Promise<void> {
  const project = projectOf(repository)
  const [proxy] = await transaction.query(findProxy, [project])
  if (proxy) throw new UserError('PROXY_CACHE_ONLY', { project })
}
