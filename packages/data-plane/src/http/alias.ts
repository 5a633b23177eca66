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

/** The last of each identity: one image is asked for again and again, and others remember what they know of an identity by the object. */
const last = new WeakMap<Identity, Alias & { readonly identity: Identity }>()

/** Clients ask for a token for the name that they know. What it says of that, it says of the repository that answers. */
export function withAlias(identity: Identity, { name, asked }: Alias): Identity {
  const known = last.get(identity)
  if (known?.name === name && known.asked === asked) return known.identity
  const aliased: Identity = {
    ...identity,
    may: (scope) =>
      identity.may(scope) ||
      (scope.type === 'repository' &&
        scope.name === name &&
        scope.actions.every((action) => action === 'pull') &&
        identity.may({ ...scope, name: asked })),
  }
  last.set(identity, { name, asked, identity: aliased })
  return aliased
}
