export type ServerId = 'berth' | 'berth-beside' | 'docker-registry' | 'registry-3' | 'nginx'

/** Something that is measured, running on a port of 127.0.0.1. */
export interface Server extends AsyncDisposable {
  readonly id: ServerId
  /** Name and version, for people. */
  readonly title: string
  readonly url: string
  /** Processes whose descendants are the server's. */
  readonly processRoots: readonly number[]
  /** Path of a blob's bytes. */
  blobPath(repository: string, digest: string): string
  /**
   * Value of an `Authorization` header that is good for a whole round, or undefined when everybody may do everything.
   *
   * @param scopes as the token service takes them, such as `repository:bench/pull:pull`
   */
  authorization(scopes: readonly string[]): Promise<string | undefined>
}

/** A server that images are pushed to. */
export interface RegistryServer extends Server {
  readonly id: Exclude<ServerId, 'nginx'>
  /** Gives further tags to an image manifest that the repository holds. */
  addTags(repository: string, manifest: Buffer, tags: readonly string[]): Promise<void>
  /**
   * Makes repositories with one tag, `latest`, and the projects that they lie in.
   *
   * @param model a repository with one tag, to copy where that is quicker than to push
   */
  addRepositories(model: string, repositories: readonly string[]): Promise<void>
}

export function isRegistry(server: Server): server is RegistryServer {
  return server.id !== 'nginx'
}

export function v2BlobPath(repository: string, digest: string): string {
  return `/v2/${repository}/blobs/${digest}`
}
