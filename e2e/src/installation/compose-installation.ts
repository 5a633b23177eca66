import { succeed, type CommandResult } from '../clients/command.js'
import type { InstallationPlan } from './facts.js'
import type { Installation, ServiceMemory } from './installation.js'
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
    const container = await this.compose('ps', '-q', service)
    const pid = Number(await succeed('docker', ['inspect', '--format', '{{.State.Pid}}', container]))
    if (!(pid > 0)) throw new Error(`The container of ${service} does not run.`)
    return pid
  }

  memory(): Promise<ServiceMemory> {
    return memoryOf(this.plan)
  }

  saveLogs(folder: string): Promise<void> {
    return copyLogs(this.plan, folder)
  }

  async remove(): Promise<void> {
    await this.compose('down', '-v')
  }
}
