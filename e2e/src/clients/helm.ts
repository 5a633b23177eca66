import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'

const SCRIPT = join(import.meta.dirname, '../../docker-host/helm.sh')

/** The helm command line with a login store of its own, against one registry over plain HTTP. */
export class HelmClient {
  readonly #env: NodeJS.ProcessEnv

  private constructor(
    readonly registry: string,
    readonly folder: string,
    private readonly program: string,
  ) {
    const home = join(folder, 'helm')
    const folders = ['CACHE', 'CONFIG', 'DATA'].map((name) => [`HELM_${name}_HOME`, join(home, name.toLowerCase())])
    this.#env = { ...process.env, ...Object.fromEntries(folders) }
  }

  /** Fetches the program where it is not there yet. */
  static async open(registry: string, folder: string): Promise<HelmClient> {
    return new HelmClient(registry, folder, await succeed('bash', [SCRIPT]))
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['registry', 'login', '--plain-http', '--username', username, '--password-stdin', this.registry]
    return this.#run(args, password)
  }

  /**
   * Makes a chart of one empty template.
   *
   * @param more of its Chart.yaml, and other files of it by their names
   * @returns the path of its package
   */
  async package(name: string, version: string, more = '', files: Readonly<Record<string, string>> = {}) {
    const chart = join(this.folder, 'charts', name)
    await mkdir(join(chart, 'templates'), { recursive: true })
    await writeFile(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: ${version}\n${more}`)
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(chart, file)), { recursive: true })
      await writeFile(join(chart, file), text)
    }
    await writeFile(join(chart, 'templates', 'nothing.yaml'), '')
    await succeed(this.program, ['package', chart, '--destination', this.folder], { env: this.#env })
    return join(this.folder, `${name}-${version}.tgz`)
  }

  push(chart: string, project: string): Promise<CommandResult> {
    return this.#run(['push', '--plain-http', chart, `oci://${this.registry}/${project}`])
  }

  async pull(project: string, name: string, version: string): Promise<CommandResult> {
    const pulled = join(this.folder, 'pulled')
    await mkdir(pulled, { recursive: true })
    const args = ['pull', '--plain-http', '--version', version, '--destination', pulled]
    return this.#run([...args, `oci://${this.registry}/${project}/${name}`])
  }

  #run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand(this.program, args, { env: this.#env, input })
  }
}
