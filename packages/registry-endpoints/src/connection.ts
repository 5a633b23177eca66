import { BY_OUTBOUND_ALLOW, Outbound } from '@berth/outbound'
import { RegistryClient, RegistryError } from '@berth/registry-client'
import type { RepositoryName, Tag } from '@berth/oci'
import type { Endpoint } from './endpoint.js'
import type { ListedArtifact, Reach } from './provider.js'
import { SignInGuard } from './sign-in-guard.js'

export interface ConnectionOptions {
  readonly endpoint: Endpoint
  /** Hosts, addresses and networks inside that it may be at. */
  readonly allow: readonly string[]
  /** Until when nobody signs in, because it was refused. */
  readonly restsUntil?: Date | undefined
  readonly onRefused?: (until: Date) => void
}

/** Repositories of a registry, and artifacts of a repository, that are listed: each is kept in mind, and may become a task. */
const MOST_LISTED = 200_000

async function* bounded<Listed>(list: AsyncIterable<Listed>, of: string): AsyncGenerator<Listed> {
  let place = 0
  for await (const listed of list) {
    if (++place > MOST_LISTED)
      throw new RegistryError(200, 'UNKNOWN', `${of} lists more than ${MOST_LISTED}: let the rule choose fewer`)
    yield listed
  }
}

/** A way to an endpoint: its connections stay open, and what was let in stays so, until it is disposed of. */
export class Connection implements AsyncDisposable {
  readonly endpoint: Endpoint
  readonly #out: Outbound
  readonly #outbound: SignInGuard
  readonly #registry: RegistryClient

  constructor({ endpoint, allow, restsUntil, onRefused = () => {} }: ConnectionOptions) {
    const { access, provider, verifyCertificate, authority } = endpoint
    this.endpoint = endpoint
    this.#out = new Outbound({ allow, allowed: BY_OUTBOUND_ALLOW, verifyCertificates: verifyCertificate, authority })
    this.#outbound = new SignInGuard(this.#out, restsUntil?.getTime() ?? 0, onRefused)
    const plain = access.accessKey === '' ? undefined : { username: access.accessKey, password: access.secret }
    this.#registry = new RegistryClient({
      url: (provider.registryUrl?.(access.url) ?? access.url).href,
      credentials: () => provider.credentials?.(access, this.#outbound) ?? Promise.resolve(plain),
      outbound: this.#outbound,
    })
  }

  /** Another process was refused: nobody signs in until then. */
  restUntil(time: Date): void {
    this.#outbound.restUntil(time)
  }

  /**
   * @param signal   ends what is under way
   * @param attempts how often it is asked before a fault that may pass is one
   */
  registry(signal?: AbortSignal, attempts?: number): RegistryClient {
    return this.#registry.within(signal, attempts)
  }

  /** Names of repositories, some of which may not begin with `under`: nothing, or components with their slashes. */
  repositories(under: string, signal?: AbortSignal): AsyncIterable<RepositoryName> {
    const list = this.endpoint.provider.repositories?.(this.#reach(signal), under)
    return bounded(list ?? this.registry(signal).repositories(), this.endpoint.access.url.host)
  }

  /** What a repository holds: artifacts with their tags, or one for each tag. */
  artifacts(name: RepositoryName, signal?: AbortSignal): AsyncGenerator<ListedArtifact> {
    const list = this.endpoint.provider.artifacts?.(this.#reach(signal), name)
    return bounded(list ?? this.#tags(name, signal), name)
  }

  async *#tags(name: RepositoryName, signal: AbortSignal | undefined): AsyncGenerator<ListedArtifact> {
    for await (const tag of this.registry(signal).tags(name)) yield { tags: [tag] }
  }

  /** Makes what has to be there before anybody can push to a repository. */
  async prepare(name: RepositoryName, signal?: AbortSignal): Promise<void> {
    await this.endpoint.provider.prepare?.(this.#reach(signal), name)
  }

  /** Deletes a tag, and nothing else. @returns false where there was none */
  deleteTag(name: RepositoryName, tag: Tag, signal?: AbortSignal): Promise<boolean> {
    return (
      this.endpoint.provider.deleteTag?.(this.#reach(signal), name, tag) ??
      this.registry(signal).deleteManifest(name, tag)
    )
  }

  #reach(signal: AbortSignal | undefined): Reach {
    return { access: this.endpoint.access, outbound: this.#outbound, registry: this.registry(signal), signal }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#out[Symbol.asyncDispose]()
  }
}
