import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'

/** The buildah command line with image storage and a login store of its own, against one registry over plain HTTP. */
export class BuildahClient {
  readonly #env: NodeJS.ProcessEnv
  readonly #storage: readonly string[]

  /** @param folder an existing folder for the client's images and logins */
  constructor(
    readonly registry: string,
    folder: string,
  ) {
    const logins = join(folder, 'buildah-auth.json')
    // buildah refuses to start with the name of a file that is not there.
    writeFileSync(logins, '{}')
    this.#env = { ...process.env, REGISTRY_AUTH_FILE: logins }
    const [root, run] = [join(folder, 'buildah-storage'), join(folder, 'buildah-run')]
    this.#storage = ['--root', root, '--runroot', run, '--storage-driver', 'overlay']
  }

  reference(name: string): string {
    return `${this.registry}/${name}`
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['login', '--tls-verify=false', '--username', username, '--password-stdin', this.registry]
    return this.run(args, password)
  }

  /** Builds an image of one platform; nothing of the build may have to run. @param platform as `linux/arm64` */
  async build(context: string, name: string, platform: string): Promise<void> {
    await this.must(['build', '--quiet', '--platform', platform, '--tag', name, context])
  }

  push(localImage: string, name: string): Promise<CommandResult> {
    return this.run(['push', '--quiet', '--tls-verify=false', localImage, `docker://${this.reference(name)}`])
  }

  pull(name: string): Promise<CommandResult> {
    return this.run(['pull', '--quiet', '--tls-verify=false', `docker://${this.reference(name)}`])
  }

  /** Joins local images to an index, and pushes it with all of them. */
  async pushIndex(localImages: readonly string[], name: string): Promise<CommandResult> {
    const list = this.reference(name)
    await this.must(['manifest', 'create', list])
    for (const image of localImages) await this.must(['manifest', 'add', list, `containers-storage:${image}`])
    return this.run(['manifest', 'push', '--all', '--quiet', '--tls-verify=false', list, `docker://${list}`])
  }

  async removeAllImages(): Promise<void> {
    await this.must(['rmi', '--all', '--force'])
  }

  run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand('buildah', [...this.#storage, ...args], { env: this.#env, input })
  }

  must(args: readonly string[]): Promise<string> {
    return succeed('buildah', [...this.#storage, ...args], { env: this.#env })
  }
}
