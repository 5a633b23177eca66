import { existsSync, readdirSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Arguments } from '../arguments.js'
import { hasSecret } from '../cfg/account-sources.js'
import { servedPassword } from '../cfg/changes.js'
import type { Configuration } from '../cfg/configuration.js'
import type { Fault } from '../cfg/fault.js'
import { settingsSchema, type SettingKey } from '../cfg/settings.js'
import type { Places } from '../render/places.js'
import { certificateFaults } from './certificate.js'
import { databaseFaults, hasDatabase } from './database-version.js'
import { findingsOf, reachFaults, realPath, type WantedFolder } from './folders.js'
import { foreignDataFaults, insideDataFaults, shutDataFaults } from './foreign-data.js'
import { holderFaults, logHolderFaults } from './holder.js'
import { portFaults, type WantedPort } from './ports.js'

const MIB = 1024 ** 2
const LEAST_DATA = 1024 * MIB
const LEAST_LOGS = 64 * MIB
const LEAST_MEMORY = 900 * MIB
/** Major version in the postgresql image. */
const CONTAINER_POSTGRESQL = 17

/**
 * What stands in the way on this machine: ports, folders, disk, certificate, an old database. Nothing is changed.
 *
 * @param installed what `.env` says of the installation that is there
 */
export async function machineFaults(
  configuration: Configuration,
  places: Places,
  options: Arguments,
  where: (key: SettingKey) => string,
  installed: ReadonlyMap<string, string>,
): Promise<{ faults: Fault[]; warnings: string[] }> {
  const shut = shutDataFaults(configuration.data_volume, where('data_volume'))
  if (shut.length > 0) return { faults: shut, warnings: [] }
  const faults: Fault[] = []
  const warnings: string[] = []
  const privileged = options.mode === 'docker' || process.getuid?.() === 0
  faults.push(...(await portFaults(wantedPorts(configuration, places, where), options.ownPorts, privileged)))

  const folders: WantedFolder[] = [
    { path: configuration.data_volume, key: 'data_volume', where: where('data_volume'), free: LEAST_DATA },
    { path: configuration.log_location, key: 'log_location', where: where('log_location'), free: LEAST_LOGS },
  ]
  for (const folder of folders) {
    const found = findingsOf(folder, hasDatabase(configuration.data_volume))
    faults.push(...found.faults)
    warnings.push(...found.warnings)
    if (options.user !== undefined) faults.push(...reachFaults(folder))
  }
  // What runs here holds the folders that it was installed with.
  const isHeldHere = (name: string, path: string) =>
    options.ownPorts.length > 0 && realPath(installed.get(name) ?? '') === realPath(path)
  if (!isHeldHere('DATA_VOLUME', configuration.data_volume))
    faults.push(...holderFaults(configuration.data_volume, where('data_volume')))
  if (!isHeldHere('LOG_LOCATION', configuration.log_location))
    faults.push(...logHolderFaults(configuration.log_location, where('log_location')))
  for (const { path, key, where: place } of folders) faults.push(...insideDataFaults(path, key, place))
  faults.push(...foreignDataFaults(configuration.data_volume, where('data_volume')))
  const available = installedMajors()
  const major = options.mode === 'docker' ? CONTAINER_POSTGRESQL : available[0]
  if (major !== undefined)
    faults.push(...databaseFaults(join(configuration.data_volume, 'database'), major, available, where('data_volume')))

  if (configuration.tls !== undefined) {
    const files = {
      ...configuration.tls,
      whereCertificate: where('ssl_cert'),
      whereKey: where('ssl_cert_key'),
    }
    const result = certificateFaults(files, configuration.host, new Date())
    faults.push(...result.faults)
    warnings.push(...result.warnings)
  }
  if (hasDatabase(configuration.data_volume)) warnings.push(...servedPassword(configuration))
  if (isReadByAll(options.conf) && holdsSecret(configuration))
    warnings.push(
      `${options.conf} holds a password, and every user of this machine may read it: chmod 600 ${options.conf}, or take the password out once Berth is installed`,
    )
  if (totalmem() < LEAST_MEMORY)
    warnings.push(`this machine has ${Math.floor(totalmem() / MIB)} MiB of memory; Berth wants 1 GiB or more`)
  return { faults, warnings }
}

function isReadByAll(conf: string): boolean {
  return (statSync(conf).mode & 0o004) !== 0
}

/** Whether a password that somebody has chosen is among the settings. */
function holdsSecret({ harbor_admin_password: password, accounts }: Configuration): boolean {
  return hasSecret(accounts) || password !== settingsSchema.shape.harbor_admin_password.parse(undefined)
}

function wantedPorts(configuration: Configuration, places: Places, where: (key: SettingKey) => string): WantedPort[] {
  const front: WantedPort[] = [
    { port: configuration.http_port, protocol: 'tcp', where: where('http_port'), key: 'http_port' },
  ]
  if (configuration.tls !== undefined)
    front.push({ port: configuration.https_port, protocol: 'tcp', where: where('https_port'), key: 'https_port' })
  const host = '127.0.0.1'
  if (places.mode === 'docker')
    return [
      ...front,
      {
        port: configuration.log_port,
        protocol: 'udp',
        host,
        where: where('log_port'),
        key: 'log_port',
        service: 'log',
      },
    ]
  const key = 'native_port_base'
  const services = ['registry', 'api', 'jobservice', 'postgresql', 'redis'] as const
  return [
    ...front,
    ...services.map((service): WantedPort => ({
      port: places[service].port,
      protocol: 'tcp',
      host,
      where: where(key),
      key,
      service,
    })),
  ]
}

/** Major versions of PostgreSQL whose programs Debian's packages put on this machine, newest first. */
export function installedMajors(): number[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const majors = readdirSync(root).filter((name) => existsSync(join(root, name, 'bin', 'postgres')))
  return majors.map(Number).sort((a, b) => b - a)
}
