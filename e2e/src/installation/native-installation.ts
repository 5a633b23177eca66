import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandResult } from '../clients/command.js'
import type { InstallationFacts } from './facts.js'
import type { Installation, ServiceMemory } from './installation.js'
import { berth, copyLogs, installAgain, memoryOf } from './operations.js'
import type { Service } from './services.js'

export class NativeInstallation implements Installation {
  constructor(readonly facts: InstallationFacts) {}

  async stop(): Promise<void> {
    await berth(this.facts, ['stop'])
  }

  async start(): Promise<void> {
    await berth(this.facts, ['start'])
  }

  async restart(): Promise<void> {
    await berth(this.facts, ['restart'])
  }

  install(): Promise<CommandResult> {
    return installAgain(this.facts)
  }

  /** @throws {Error} while the service does not run */
  async processId(service: Service): Promise<number> {
    const file = join(this.facts.dataVolume, 'native/service', service, 'supervise/pid')
    const pid = Number(await readFile(file, 'utf8'))
    if (!(pid > 0)) throw new Error(`The process of ${service} does not run.`)
    return pid
  }

  memory(): Promise<ServiceMemory> {
    return memoryOf(this.facts)
  }

  saveLogs(folder: string): Promise<void> {
    return copyLogs(this.facts, folder)
  }

  async remove(): Promise<void> {
    await this.stop()
  }
}
