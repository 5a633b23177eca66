import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'

/** The skopeo command line with a login store of its own, against one registry over plain HTTP. */
export class SkopeoClient {
  readonly #env: NodeJS.ProcessEnv

  constructor(
    readonly registry: string,
    folder: string,
  ) {
    this.#env = { ...process.env, REGISTRY_AUTH_FILE: join(folder, 'skopeo-auth.json') }
  }

  /** Name of an image on the registry in skopeo's spelling. */
  reference(name: string): string {
    return `docker://${this.registry}/${name}`
  }

  run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand('skopeo', args, { env: this.#env, input })
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['login', '--tls-verify=false', '--username', username, '--password-stdin', this.registry]
    return this.run(args, password)
  }

  /** Copies between any two of skopeo's transports; checks every digest on the way. */
  copy(source: string, destination: string): Promise<CommandResult> {
    return this.run(['copy', '--quiet', '--src-tls-verify=false', '--dest-tls-verify=false', source, destination])
  }

  /** Digest of the manifest that a name stands for. */
  digest(name: string): Promise<string> {
    const args = ['inspect', '--tls-verify=false', '--no-tags', '--format', '{{.Digest}}', this.reference(name)]
    return succeed('skopeo', args, { env: this.#env })
  }
}
