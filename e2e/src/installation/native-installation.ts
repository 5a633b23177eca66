import { succeed, type CommandResult } from '../clients/command.js'
import type { InstallationFacts } from './facts.js'
import type { Installation, ServiceMemory } from './installation.js'
import { berth, copyLogs, installAgain, memoryOf } from './operations.js'
import type { Service } from './services.js'

/** Ports of a native installation (docs/architecture.md); the proxy's is the installation's own. */
const PORTS: Readonly<Partial<Record<Service, number>>> = {
  registry: 15000,
  api: 15080,
  jobservice: 15081,
  postgresql: 15432,
  redis: 16379,
}

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

  /** The oldest of the processes that listen on the service's port: workers inherit the socket from it. */
  async processId(service: Service): Promise<number> {
    const port = service === 'proxy' ? this.facts.httpPort : PORTS[service]
    const output = await succeed('ss', ['-H', '-ltnp', `sport = :${port}`])
    const ids = [...output.matchAll(/pid=(\d+)/g)].map((match) => Number(match[1]))
    if (ids.length === 0) throw new Error(`Nothing listens on port ${port} of ${service}.`)
    return Math.min(...ids)
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
