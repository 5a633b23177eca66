import type { CommandResult } from '../clients/command.js'
import type { InstallationPlan } from './facts.js'
import type { Service } from './services.js'

export interface ServiceMemory {
  /** Sum of the proportional set sizes of the whole stack, in MB. */
  readonly totalMb: number
  /** What `./berth status` printed. */
  readonly output: string
}

export interface DatabaseAddress {
  readonly host: string
  readonly port: number
}

/** What an operator does to an installation, in the same words for both kinds. */
export interface Installation {
  readonly plan: InstallationPlan
  stop(): Promise<void>
  /** Starts after `stop`; returns before everything is healthy. */
  start(): Promise<void>
  restart(): Promise<void>
  /** Runs `install.sh` again; the exit code is the caller's to judge. */
  install(): Promise<CommandResult>
  /** Process id of a service's first process, as the machine sees it. */
  processId(service: Service): Promise<number>
  memory(): Promise<ServiceMemory>
  /** Where its PostgreSQL takes connections from this machine. */
  databaseAddress(): Promise<DatabaseAddress>
  /** Files in which its services look names up before they ask DNS. */
  hostsFiles(): Promise<readonly string[]>
  /** Keeps each service's log in a folder. */
  saveLogs(folder: string): Promise<void>
  /** Stops the installation and undoes what it did to the machine; the folder and the data stay. */
  remove(): Promise<void>
}
