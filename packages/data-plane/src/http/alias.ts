import type { RepositoryName } from '@berth/oci'
import type { Identity } from '../auth/identity.js'

/** Names by which this registry answers for others. */
export interface Mirrors {
  /**
   * Where a name leads.
   *
   * @param host that the client says the name to be of; undefined: it says none
   * @returns the name itself where it is one of ours
   * @throws {DistributionError} NAME_UNKNOWN where nothing here answers for the host, or more than one project does
   */
  find(name: RepositoryName, host: string | undefined): Promise<RepositoryName>
}

/** A repository that answers for the one that was asked for. */
export interface Alias {
  readonly name: RepositoryName
  readonly asked: RepositoryName
}

/** Clients ask for a token for the name that they know. What it says of that, it says of the repository that answers. */
export const withAlias = (identity: Identity, { name, asked }: Alias): Identity => ({
  ...identity,
  may: (scope) =>
    identity.may(scope) ||
    (scope.type === 'repository' &&
      scope.name === name &&
      scope.actions.every((action) => action === 'pull') &&
      identity.may({ ...scope, name: asked })),
})
