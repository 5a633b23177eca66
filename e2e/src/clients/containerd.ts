import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startOnLeash, waitUntil } from '@berth/testkit'
import { runCommand, type CommandResult } from './command.js'

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** A containerd of the test's own, spoken to by `ctr`. */
export class Containerd implements AsyncDisposable {
  private constructor(
    private readonly socket: string,
    private readonly hosts: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /**
   * Needs root.
   *
   * @param folder its own; short, because of the socket in it
   * @param hosts  `hosts.toml` for every registry
   */
  static async start(folder: string, hosts: string): Promise<Containerd> {
    const [socket, certs, configuration] = [join(folder, 'sock'), join(folder, 'certs.d'), join(folder, 'config.toml')]
    await mkdir(join(certs, '_default'), { recursive: true })
    await writeFile(join(certs, '_default/hosts.toml'), hosts)
    await writeFile(configuration, 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n')
    const leash = startOnLeash({
      command: 'containerd',
      args: [
        '--config',
        configuration,
        '--address',
        socket,
        '--root',
        join(folder, 'root'),
        '--state',
        join(folder, 'state'),
      ],
      env: { ...process.env, PATH },
      stopSignal: 'TERM',
    })
    const containerd = new Containerd(socket, certs, async () => {
      await leash.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    })
    await waitUntil(async () => (await containerd.#ctr(['version'])).code === 0, {
      what: 'containerd answers',
      givesUp: () => (leash.running ? undefined : leash.output()),
    })
    return containerd
  }

  /** @param name as containerd takes it, with its registry @param user `name:password` to sign in with */
  pull(name: string, user?: string): Promise<CommandResult> {
    const args = ['--hosts-dir', this.hosts, '--snapshotter', 'native', ...(user === undefined ? [] : ['--user', user])]
    return this.#ctr(['images', 'pull', ...args, name])
  }

  /** Lets go of an image and its content. */
  forget(name: string): Promise<CommandResult> {
    return this.#ctr(['images', 'rm', '--sync', name])
  }

  #ctr(args: readonly string[]): Promise<CommandResult> {
    return runCommand('ctr', ['--address', this.socket, ...args])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }
}
