import { succeed, type CommandResult } from '../clients/command.js'
import type { InstallationPlan } from './facts.js'
import type { DatabaseAddress, Installation, ServiceMemory } from './installation.js'
import { copyLogs, environmentOf, runInstaller, memoryOf } from './operations.js'
import type { Service } from './services.js'

export class ComposeInstallation implements Installation {
  constructor(readonly plan: InstallationPlan) {}

  /** Runs docker-compose in the folder of the installation. */
  compose(...args: readonly string[]): Promise<string> {
    return succeed('docker-compose', args, { cwd: this.plan.folder, env: environmentOf(this.plan) })
  }

  async stop(): Promise<void> {
    await this.compose('stop')
  }

  async start(): Promise<void> {
    await this.compose('start')
  }

  async restart(): Promise<void> {
    await this.compose('restart')
  }

  install(): Promise<CommandResult> {
    return runInstaller(this.plan)
  }

  /** @throws {Error} while the container does not run */
  async processId(service: Service): Promise<number> {
    const pid = Number(await this.#inspect(service, '{{.State.Pid}}'))
    if (!(pid > 0)) throw new Error(`The container of ${service} does not run.`)
    return pid
  }

  memory(): Promise<ServiceMemory> {
    return memoryOf(this.plan)
  }

  async databaseAddress(): Promise<DatabaseAddress> {
    const host = await this.#inspect('postgresql', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}')
    return { host, port: 5432 }
  }

  /** The engine mounts each into its container. */
  hostsFiles(): Promise<readonly string[]> {
    const services: readonly Service[] = ['api', 'registry', 'jobservice']
    return Promise.all(services.map((service) => this.#inspect(service, '{{.HostsPath}}')))
  }

  saveLogs(folder: string): Promise<void> {
    return copyLogs(this.plan, folder)
  }

  /** Once more where the engine still counts a container that is gone to the network, as it may on a busy machine. */
  async down(...args: string[]): Promise<void> {
    try {
      await this.compose('down', ...args)
    } catch (error) {
      if (!String(error).includes('active endpoints')) throw error
      await this.compose('down', ...args)
    }
  }

  async remove(): Promise<void> {
    await this.down('-v')
  }

  /** Asks the engine alone: docker-compose takes a second to start. */
  async #inspect(service: Service, format: string): Promise<string> {
    const labels = { 'project.working_dir': this.plan.folder, service, oneoff: 'False' }
    const filters = Object.entries(labels).flatMap(([name, value]) => [
      '--filter',
      `label=com.docker.compose.${name}=${value}`,
    ])
    const container = await succeed('docker', ['ps', '--all', '--quiet', '--no-trunc', ...filters])
    return succeed('docker', ['inspect', '--format', format, ...container.split('\n').filter(Boolean)])
  }
}
