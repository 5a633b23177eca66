import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'

/** The skopeo command line with a login store of its own, against one registry: over plain HTTP, or HTTPS with an authority it trusts. */
export class SkopeoClient {
  readonly #env: NodeJS.ProcessEnv

  /**
   * @param registry host[:port]
   * @param folder an existing folder for the client's logins
   * @param authorities folder of the `.crt` files to trust; without it, plain HTTP is taken too
   */
  constructor(
    readonly registry: string,
    folder: string,
    readonly authorities?: string,
  ) {
    this.#env = { ...process.env, REGISTRY_AUTH_FILE: join(folder, 'skopeo-auth.json') }
  }

  #trust(side = ''): string {
    return this.authorities === undefined ? `--${side}tls-verify=false` : `--${side}cert-dir=${this.authorities}`
  }

  /** Name of an image on the registry in skopeo's spelling. */
  reference(name: string): string {
    return `docker://${this.registry}/${name}`
  }

  run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand('skopeo', args, { env: this.#env, input })
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['login', this.#trust(), '--username', username, '--password-stdin', this.registry]
    return this.run(args, password)
  }

  /** Copies between any two of skopeo's transports; checks every digest on the way. */
  copy(source: string, destination: string): Promise<CommandResult> {
    return this.run(['copy', '--quiet', this.#trust('src-'), this.#trust('dest-'), source, destination])
  }

  /** Digest of the manifest that a name stands for. */
  digest(name: string): Promise<string> {
    const args = ['inspect', this.#trust(), '--no-tags', '--format', '{{.Digest}}', this.reference(name)]
    return succeed('skopeo', args, { env: this.#env })
  }
}
