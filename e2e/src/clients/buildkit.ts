import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntil } from '@berth/testkit'
import { runCommand, startCommand, succeed, type RunningCommand } from './command.js'
import type { Credentials } from './docker.js'
import { buildGoTools } from './go-program.js'

export interface Build {
  /** A folder with a Dockerfile. */
  readonly context: string
  /** Where it is pushed. */
  readonly name: string
  readonly platforms: readonly string[]
  /** A name on the registry: what looks at a built image and writes its SBOM. */
  readonly scanner: string
}

/** BuildKit, which builds and pushes images with attestations of how they were built and what they hold; against one registry over plain HTTP. */
export class BuildKit implements AsyncDisposable {
  private constructor(
    readonly registry: string,
    private readonly buildctl: string,
    private readonly address: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly daemon: RunningCommand,
  ) {}

  /**
   * Starts its daemon, which needs root and the engine's runc.
   *
   * @throws {NoGoProgram} where it cannot be built
   */
  static async start(registry: string, folder: string, { username, password }: Credentials): Promise<BuildKit> {
    const tools = await buildGoTools('buildkit')
    const home = join(folder, 'buildkit')
    await mkdir(home)
    const auth = Buffer.from(`${username}:${password}`).toString('base64')
    await writeFile(join(home, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }))
    await writeFile(join(home, 'buildkitd.toml'), `[registry."${registry}"]\n  http = true\n`)
    const env = { ...process.env, DOCKER_CONFIG: home, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` }
    const address = `unix://${home}/buildkitd.sock`
    const worker = ['--containerd-worker=false', '--oci-worker-net=host', '--oci-worker-snapshotter=native']
    const place = ['--config', join(home, 'buildkitd.toml'), '--root', join(home, 'root'), '--addr', address]
    const daemon = startCommand(join(tools, 'buildkitd'), [...place, ...worker], { env, timeoutMs: 1_800_000 })
    const buildKit = new BuildKit(registry, join(tools, 'buildctl'), address, env, daemon)
    try {
      await waitUntil(() => buildKit.#answers(), { what: 'BuildKit to answer', timeoutMs: 30_000 })
    } catch (error) {
      await buildKit[Symbol.asyncDispose]()
      throw new Error(`BuildKit did not start: ${(await daemon.finished).stderr.slice(-2_000)}`, { cause: error })
    }
    return buildKit
  }

  /** Builds an image for each platform, and pushes an index of them with an attestation for each. */
  async push({ context, name, platforms, scanner }: Build): Promise<void> {
    const target = `type=image,name=${this.registry}/${name},push=true,oci-mediatypes=true`
    const inputs = ['context', 'dockerfile'].flatMap((input) => ['--local', `${input}=${context}`])
    const options = [
      `platform=${platforms.join(',')}`,
      'attest:provenance=mode=max',
      `attest:sbom=generator=${this.registry}/${scanner}`,
    ].flatMap((option) => ['--opt', option])
    await this.#control([
      'build',
      '--progress=plain',
      '--frontend=dockerfile.v0',
      ...inputs,
      ...options,
      '--output',
      target,
    ])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.daemon.process.kill('SIGTERM')
    await this.daemon.finished
  }

  async #answers(): Promise<boolean> {
    return (await runCommand(this.buildctl, ['--addr', this.address, 'debug', 'workers'], { env: this.env })).code === 0
  }

  #control(args: readonly string[]): Promise<string> {
    return succeed(this.buildctl, ['--addr', this.address, ...args], { env: this.env })
  }
}
