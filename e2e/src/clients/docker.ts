import { join } from 'node:path'
import { runCommand, startCommand, succeed, type CommandResult, type RunningCommand } from './command.js'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** The docker command line with a login store of its own, against one registry. */
export class DockerClient {
  readonly #env: NodeJS.ProcessEnv

  /**
   * @param registry host[:port]
   * @param folder an existing folder for the client's configuration
   */
  constructor(
    readonly registry: string,
    folder: string,
  ) {
    this.#env = { ...process.env, DOCKER_CONFIG: join(folder, 'docker'), DOCKER_BUILDKIT: '0' }
  }

  /** Name of an image on the registry, e.g. `reference('dev/httpd:v7')`. */
  reference(name: string): string {
    return `${this.registry}/${name}`
  }

  run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand('docker', args, { env: this.#env, input })
  }

  start(args: readonly string[]): RunningCommand {
    return startCommand('docker', args, { env: this.#env })
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    return this.run(['login', '--username', username, '--password-stdin', this.registry], password)
  }

  logout(): Promise<CommandResult> {
    return this.run(['logout', this.registry])
  }

  /** Tags a local image for the registry and pushes it. */
  async push(localImage: string, name: string): Promise<CommandResult> {
    await this.tag(localImage, name)
    return this.run(['push', this.reference(name)])
  }

  tag(localImage: string, name: string): Promise<string> {
    return this.must(['tag', localImage, this.reference(name)])
  }

  pull(name: string): Promise<CommandResult> {
    return this.run(['pull', this.reference(name)])
  }

  /** Removes the local image with all its names, so that a pull has to fetch every layer that no other image holds. */
  async forget(localImage: string): Promise<void> {
    const id = await this.imageId(localImage).catch(() => undefined)
    if (id !== undefined) await this.run(['rmi', '--force', id])
  }

  /** The image's id: the digest of its configuration. */
  imageId(localImage: string): Promise<string> {
    return this.must(['image', 'inspect', '--format', '{{.Id}}', localImage])
  }

  must(args: readonly string[]): Promise<string> {
    return succeed('docker', args, { env: this.#env })
  }
}
