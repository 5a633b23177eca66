import type { RepositoryName } from '@berth/oci'
import type { Page } from '@berth/metadata'
import type { Identity } from './identity.js'

/** What callers hold at this moment, whatever their credentials were given. */
export interface CurrentRights {
  /**
   * The identity without what it holds no more.
   * @param repositories that the request is about, beside those that the credentials name
   * @returns undefined where it is nobody any more: gone, disabled, or with other credentials since
   */
  limit(identity: Identity, repositories: readonly RepositoryName[]): Promise<Identity | undefined>

  /** Names of the repositories that the caller may pull, in byte order. */
  listRepositories(identity: Identity, page: Page): Promise<string[]>
}
