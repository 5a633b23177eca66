import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startOnLeash, waitUntil } from '@berth/testkit'
import { expectSuccess, runCommand, succeed, type CommandResult } from './command.js'

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** Of its own: without any it would take away the one of the machine's engine. The address is one of those for examples. */
const [BRIDGE, ADDRESS] = ['berth-e2e', '192.0.2.1/30']

const ip = (...args: readonly string[]) => runCommand('ip', args, { env: { ...process.env, PATH } })

/** A Docker Engine beside the machine's, that pulls and runs nothing. */
export class PrivateEngine implements AsyncDisposable {
  private constructor(
    private readonly socket: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /**
   * Needs root.
   *
   * @param folder  its own; short, because of the sockets in it
   * @param mirrors what stands in `registry-mirrors` of its daemon.json
   */
  static async start(folder: string, mirrors: readonly string[]): Promise<PrivateEngine> {
    await mkdir(folder, { recursive: true })
    const socket = join(folder, 'docker.sock')
    const configuration = join(folder, 'daemon.json')
    await writeFile(configuration, JSON.stringify({ 'registry-mirrors': mirrors }))
    await ip('link', 'delete', BRIDGE)
    expectSuccess(await ip('link', 'add', BRIDGE, 'type', 'bridge'))
    expectSuccess(await ip('address', 'add', ADDRESS, 'dev', BRIDGE))
    const leash = startOnLeash({
      command: 'dockerd',
      args: [
        `--host=unix://${socket}`,
        `--data-root=${join(folder, 'data')}`,
        `--exec-root=${join(folder, 'exec')}`,
        `--pidfile=${join(folder, 'pid')}`,
        `--config-file=${configuration}`,
        '--storage-driver=vfs',
        `--bridge=${BRIDGE}`,
        '--iptables=false',
        '--ip6tables=false',
        '--ip-forward=false',
      ],
      env: { ...process.env, PATH },
      stopSignal: 'TERM',
    })
    const engine = new PrivateEngine(socket, async () => {
      await leash.stop()
      await ip('link', 'delete', BRIDGE)
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    })
    await waitUntil(async () => (await engine.run(['version'])).code === 0, {
      what: 'the engine answers',
      givesUp: () => (leash.running ? undefined : leash.output()),
    }).catch(async (error: unknown) => {
      await engine[Symbol.asyncDispose]()
      throw new Error(leash.output(), { cause: error })
    })
    return engine
  }

  run(args: readonly string[]): Promise<CommandResult> {
    return runCommand('docker', ['--host', `unix://${this.socket}`, ...args])
  }

  /** Digest of the configuration of an image that it holds. */
  imageId(name: string): Promise<string> {
    const args = ['--host', `unix://${this.socket}`, 'image', 'inspect', '--format', '{{.Id}}', name]
    return succeed('docker', args)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }
}
