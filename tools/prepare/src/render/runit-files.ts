import { join } from 'node:path'
import type { Configuration } from '../cfg/configuration.js'
import { nativeFolders, type Places } from './places.js'

export interface NativeMachine {
  /** The user that services become; undefined where the installation runs as the caller. */
  readonly user: string | undefined
  /** Folder of PostgreSQL's programs. */
  readonly postgresqlBin: string
}

export const nativeServices = ['postgresql', 'redis', 'registry', 'api', 'jobservice', 'proxy'] as const
export type NativeService = (typeof nativeServices)[number]

/** runit's scripts, by path below the service folder. Every one is to be executable. */
/** What a program needs of root to bind a port below this. */
const FIRST_FREE_PORT = 1024

export function runitFiles(
  configuration: Configuration,
  places: Places,
  machine: NativeMachine,
): Record<string, string> {
  const files: Record<string, string> = {}
  const keeper = join(nativeFolders(configuration.data_volume).app, 'log-or-drop.pl')
  for (const service of nativeServices) {
    files[`${service}/run`] = script('exec 2>&1', ...runLines(service, configuration, places, machine))
    files[`${service}/log/run`] = script(
      `exec ${become(machine)}${keeper} svlogd -tt ${join(configuration.log_location, service)}`,
    )
  }
  // TERM makes PostgreSQL wait until every client has gone.
  files['postgresql/control/t'] = script('read -r pid < supervise/pid', 'kill -INT "$pid"')
  return files
}

/** svlogd's own configuration: size and number of rotated logs, the rotated ones compressed. It takes none to mean all. */
export function svlogdConfig({ log_rotate_size: size, log_rotate_count: count }: Configuration): string {
  return `s${size}\nn${Math.max(count, 1)}\n!gzip\n`
}

function runLines(
  service: NativeService,
  configuration: Configuration,
  places: Places,
  machine: NativeMachine,
): string[] {
  const { app, etc } = nativeFolders(configuration.data_volume)
  const batch = join(app, 'run-batch.sh')
  const start = `exec ${batch} ${become(machine)}`
  switch (service) {
    case 'postgresql':
      return [
        `export PG_BASE=${join(configuration.data_volume, 'database')}`,
        `export PG_CONFIG=${join(etc, 'postgresql')}`,
        `export PG_PASSWORD_FILE=${places.secret('database-password')}`,
        `export PG_BIN=${machine.postgresqlBin}`,
        `cd /`,
        `${start}${join(app, 'run-postgresql.sh')}`,
      ]
    case 'redis':
      return [`${start}redis-server ${join(etc, 'redis', 'redis.conf')}`]
    case 'proxy':
      // Workers outlive a master that was killed, and keep its ports: so each run has a process group of its own, and ends the last one's.
      return [
        '[ ! -s group ] || pkill -KILL -g "$(cat group)" -x nginx',
        'echo $$ > group',
        ...proxyFolder(places.proxyRun, machine),
        `exec ${batch} ${becomeProxy(configuration, machine)}chpst -P nginx -c ${join(places.proxyConfig, 'nginx.conf')} -e stderr`,
      ]
    default:
      return [
        'set -a',
        `. ${join(etc, service, 'env')}`,
        'set +a',
        `cd ${join(app, 'services')}`,
        `${start}${join(app, 'bin', 'node')} --enable-source-maps apps/${service}/dist/main.js`,
      ]
  }
}

/** Made anew, and given to the user, as is the pipe to the log: nginx opens that by its name. */
function proxyFolder(folder: string, { user }: NativeMachine): string[] {
  if (user === undefined) return [`mkdir -p -m 700 ${folder}`]
  return [`rm -rf ${folder}`, `install -d -m 700 -o ${user} ${folder}`, `chown ${user} /dev/stdout`]
}

/**
 * No process of nginx is root's: its master makes folders and opens files below paths that the user may change. Of root's rights it keeps
 * the one to bind low ports, where there are any.
 */
function becomeProxy({ http_port, https_port, tls }: Configuration, { user }: NativeMachine): string {
  if (user === undefined) return ''
  const isLow = Math.min(http_port, tls === undefined ? http_port : https_port) < FIRST_FREE_PORT
  const binds = isLow ? ',+net_bind_service' : ''
  const caps = ['inh', 'ambient'].map((set) => `--${set}-caps=-all${binds}`).join(' ')
  return `setpriv --reuid=${user} --regid=${user} --init-groups --no-new-privs ${caps} --bounding-set=-all${binds} `
}

function become(machine: NativeMachine): string {
  return machine.user === undefined ? '' : `chpst -u ${machine.user} `
}

function script(...lines: string[]): string {
  return `#!/bin/sh\n# Rendered by prepare; changes made here are lost.\n${lines.join('\n')}\n`
}
