import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'

/** The podman command line with image storage and a login store of its own, against one registry over plain HTTP. */
export class PodmanClient {
  readonly #env: NodeJS.ProcessEnv
  readonly #storage: readonly string[]

  /**
   * @param registry host[:port]
   * @param folder an existing folder for the client's images and logins
   */
  constructor(
    readonly registry: string,
    readonly folder: string,
  ) {
    const logins = join(folder, 'podman-auth.json')
    // podman refuses to start with the name of a file that is not there.
    writeFileSync(logins, '{}')
    this.#env = { ...process.env, REGISTRY_AUTH_FILE: logins }
    this.#storage = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), '--storage-driver', 'overlay']
  }

  reference(name: string): string {
    return `${this.registry}/${name}`
  }

  run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand('podman', [...this.#storage, ...args], { env: this.#env, input })
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['login', '--tls-verify=false', '--username', username, '--password-stdin', this.registry]
    return this.run(args, password)
  }

  /** Takes an image over from the Docker Engine. */
  async takeFromDocker(localImage: string): Promise<void> {
    await this.must(['pull', '--quiet', `docker-daemon:${localImage}`])
  }

  async push(localImage: string, name: string): Promise<CommandResult> {
    await this.must(['tag', localImage, this.reference(name)])
    return this.run(['push', '--tls-verify=false', this.reference(name)])
  }

  pull(name: string): Promise<CommandResult> {
    return this.run(['pull', '--tls-verify=false', this.reference(name)])
  }

  /** The image's id in docker's spelling: `sha256:<hex>`. */
  async imageId(localImage: string): Promise<string> {
    return `sha256:${await this.must(['image', 'inspect', '--format', '{{.Id}}', localImage])}`
  }

  async removeAllImages(): Promise<void> {
    await this.must(['rmi', '--all', '--force'])
  }

  must(args: readonly string[]): Promise<string> {
    return succeed('podman', [...this.#storage, ...args], { env: this.#env })
  }
}
