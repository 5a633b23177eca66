import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandResult } from '../clients/command.js'
import type { InstallationPlan } from './facts.js'
import type { DatabaseAddress, Installation, ServiceMemory } from './installation.js'
import { berth, copyLogs, runInstaller, memoryOf } from './operations.js'
import type { Service } from './services.js'

/** Beyond `native_port_base` of harbor.cfg. */
const POSTGRESQL = 432

export class NativeInstallation implements Installation {
  constructor(readonly plan: InstallationPlan) {}

  async stop(): Promise<void> {
    await berth(this.plan, ['stop'])
  }

  async start(): Promise<void> {
    await berth(this.plan, ['start'])
  }

  async restart(): Promise<void> {
    await berth(this.plan, ['restart'])
  }

  install(): Promise<CommandResult> {
    return runInstaller(this.plan)
  }

  /** @throws {Error} while the service does not run */
  async processId(service: Service): Promise<number> {
    const file = join(this.plan.dataVolume, 'native/service', service, 'supervise/pid')
    const pid = Number(await readFile(file, 'utf8'))
    if (!(pid > 0)) throw new Error(`The process of ${service} does not run.`)
    return pid
  }

  memory(): Promise<ServiceMemory> {
    return memoryOf(this.plan)
  }

  async databaseAddress(): Promise<DatabaseAddress> {
    return { host: '127.0.0.1', port: this.plan.portBase + POSTGRESQL }
  }

  hostsFiles(): Promise<readonly string[]> {
    return Promise.resolve(['/etc/hosts'])
  }

  saveLogs(folder: string): Promise<void> {
    return copyLogs(this.plan, folder)
  }

  async remove(): Promise<void> {
    await this.stop()
  }
}
