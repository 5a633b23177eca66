import { succeed, type CommandResult } from '../clients/command.js'
import type { InstallationFacts } from './facts.js'
import type { Installation, ServiceMemory } from './installation.js'
import { copyLogs, environmentOf, installAgain, memoryOf } from './operations.js'
import type { Service } from './services.js'

export class ComposeInstallation implements Installation {
  constructor(readonly facts: InstallationFacts) {}

  /** Runs docker-compose in the folder of the installation. */
  compose(...args: readonly string[]): Promise<string> {
    return succeed('docker-compose', args, { cwd: this.facts.folder, env: environmentOf(this.facts) })
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
    return installAgain(this.facts)
  }

  /** @throws {Error} while the container does not run */
  async processId(service: Service): Promise<number> {
    const container = await this.compose('ps', '-q', service)
    const pid = Number(await succeed('docker', ['inspect', '--format', '{{.State.Pid}}', container]))
    if (!(pid > 0)) throw new Error(`The container of ${service} does not run.`)
    return pid
  }

  memory(): Promise<ServiceMemory> {
    return memoryOf(this.facts)
  }

  saveLogs(folder: string): Promise<void> {
    return copyLogs(this.facts, folder)
  }

  async remove(): Promise<void> {
    await this.compose('down', '-v')
  }
}
