import { createHash, createHmac, type Hash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Configuration } from './cfg/configuration.js'
import { hasDatabase } from './checks/database-version.js'
import { ensureFolder, ensureGuardedFolder, ensureOwnFolder, type Owner, writeOwned } from './files.js'
import type { Places } from './render/places.js'
import { nativeFolders } from './render/places.js'
import { proxyFiles, type ProxyMachine } from './render/proxy-files.js'
import { nativeServices, runitFiles, svlogdConfig, type NativeMachine } from './render/runit-files.js'
import { connectionLimit, serviceEnv } from './render/service-env.js'
import { postgresqlFiles, redisFile } from './render/store-files.js'
import { envFile, fillTemplate } from './render/template.js'
import { ensureSecrets, readSecret, secretFiles } from './secrets/secrets.js'

export type Rendered = Readonly<Record<string, string>>

export interface Target {
  /** Folder of docker-compose.yml and deploy/. */
  readonly root: string
  /** Who runs the services; undefined: whoever calls. */
  readonly owner: Owner | undefined
  readonly proxy: Omit<ProxyMachine, 'cores'>
  readonly native: NativeMachine
}

/**
 * Makes folders and missing secrets and renders every service's files. Data and secrets that exist stay as they are.
 *
 * @param say receives one line for each file, in the words of Harbor's prepare
 * @returns of each service a hash over what was rendered for it: as long as it stays, the service may go on as it is
 */
export async function apply(
  configuration: Configuration,
  places: Places,
  target: Target,
  say: (line: string) => void,
): Promise<Rendered> {
  const { owner } = target
  const data = configuration.data_volume
  ensureOwnFolder(data)
  ensureGuardedFolder(join(data, 'secret'), owner)
  for (const name of ['database', 'redis']) ensureFolder(join(data, name), 0o700, owner)
  for (const name of ['registry', 'registry/spool', 'job_logs', 'ca_download'])
    ensureFolder(join(data, name), 0o750, owner)

  const secret = join(data, 'secret')
  for (const line of await ensureSecrets(secret, owner)) say(line)
  writeAdminPassword(join(secret, secretFiles.adminPassword), configuration, owner)
  const firstSettings = JSON.stringify(configuration.accounts)
  writeFirstSettings(join(secret, secretFiles.firstSettings), firstSettings, configuration, owner)
  const hashes = new Map<string, Hash>()
  const count = (service: string, content: string | Buffer) => {
    const hash = hashes.get(service) ?? createHash('sha256')
    hashes.set(service, hash.update(content))
  }
  // Keyed, because everybody may read the hash, and a password may be among the settings.
  count('api', createHmac('sha256', readSecret(secret, secretFiles.secretKey)).update(firstSettings).digest())
  if (configuration.tls !== undefined) {
    const pair = [readFileSync(configuration.tls.certificate), readFileSync(configuration.tls.key)] as const
    writeOwned(join(secret, secretFiles.tlsCertificate), pair[0], 0o444, owner)
    writeOwned(join(secret, secretFiles.tlsKey), pair[1], 0o400, owner)
    for (const file of pair) count('proxy', file)
  }

  const config = places.mode === 'docker' ? join(target.root, 'common', 'config') : nativeFolders(data).etc
  ensureOwnFolder(config)
  const write = (name: string, content: string, mode: number, to: Owner | undefined) => {
    const path = join(config, name)
    writeOwned(path, content, mode, to)
    count(name.slice(0, name.indexOf('/')), content)
    say(`Generated configuration file: ${path}`)
  }
  const read = (name: string) => readFileSync(join(target.root, 'deploy', name), 'utf8')
  const cores = availableParallelism()

  for (const [service, env] of Object.entries(serviceEnv(configuration, places, cores))) {
    ensureOwnFolder(join(config, service))
    write(`${service}/env`, envFile(env), 0o644, undefined)
  }
  for (const name of ['proxy', 'postgresql', 'redis']) ensureOwnFolder(join(config, name))
  for (const [name, text] of Object.entries(proxyFiles(configuration, places, { ...target.proxy, cores }, read)))
    write(`proxy/${name}`, text, 0o644, undefined)
  for (const [name, text] of Object.entries(postgresqlFiles(places, connectionLimit(configuration, cores), read)))
    write(`postgresql/${name}`, text, 0o644, undefined)
  const redis = redisFile(places, readSecret(secret, secretFiles.redisPassword), read)
  write('redis/redis.conf', redis, 0o400, owner)

  if (places.mode === 'docker') {
    ensureFolder(configuration.log_location, 0o750, owner)
    chmodSync(configuration.log_location, 0o750)
    ensureOwnFolder(join(config, 'log'))
    write('log/rsyslog.conf', read('log/rsyslog.conf'), 0o644, undefined)
    const rotation = { ROTATE_SIZE: configuration.log_rotate_size, ROTATE_COUNT: configuration.log_rotate_count }
    write('log/logrotate.conf', fillTemplate(read('log/logrotate.conf'), rotation), 0o644, undefined)
  } else {
    applyNative(configuration, places, target, say, count)
  }
  return Object.fromEntries([...hashes].map(([service, hash]) => [service, hash.digest('hex').slice(0, 16)]))
}

/** The first start reads it, and install.sh empties the file then: it is written until that has happened. */
function writeAdminPassword(path: string, configuration: Configuration, owner: Owner | undefined): void {
  const isUsed = existsSync(path) && statSync(path).size === 0 && hasDatabase(configuration.data_volume)
  if (!isUsed) writeOwned(path, configuration.harbor_admin_password, 0o400, owner)
}

/** As above. An installation that was there before the file has been started already. With `reload_config` they count each time. */
function writeFirstSettings(
  path: string,
  settings: string,
  { data_volume: data, reload_config: reload }: Configuration,
  owner: Owner | undefined,
): void {
  const isUsed = hasDatabase(data) && (!existsSync(path) || statSync(path).size === 0)
  if (reload || !isUsed) writeOwned(path, settings, 0o400, owner)
  else if (!existsSync(path)) writeOwned(path, '', 0o400, owner)
}

function applyNative(
  configuration: Configuration,
  places: Places,
  target: Target,
  say: (line: string) => void,
  count: (service: string, content: string) => void,
): void {
  const folders = nativeFolders(configuration.data_volume)
  ensureOwnFolder(configuration.log_location)
  for (const service of nativeServices) {
    const logs = join(configuration.log_location, service)
    ensureFolder(logs, 0o750, target.owner)
    chmodSync(logs, 0o750)
    writeOwned(join(logs, 'config'), svlogdConfig(configuration), 0o644, target.owner)
    for (const name of ['log', 'control']) ensureOwnFolder(join(folders.service, service, name))
  }
  for (const name of ['registry', 'api', 'postgresql']) ensureFolder(join(folders.run, name), 0o750, target.owner)
  for (const [name, text] of Object.entries(runitFiles(configuration, places, target.native))) {
    const path = join(folders.service, name)
    writeOwned(path, text, 0o755, undefined)
    // What keeps a service's log runs on while the service is started again.
    count(name.endsWith('/log/run') ? 'log' : name.slice(0, name.indexOf('/')), text)
    say(`Generated configuration file: ${path}`)
  }
}
