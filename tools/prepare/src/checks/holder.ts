import { spawnSync } from 'node:child_process'
import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../cfg/fault.js'
import { nativeServices } from '../render/runit-files.js'

/** PostgreSQL of a running installation, in a container or not, holds this file's lock: deploy/postgresql/run-postgresql.sh. */
const LOCK = 'database/.lock'

/** @returns a fault where another running installation works on the data */
export function holderFaults(data: string, where: string): Fault[] {
  const lock = join(data, LOCK)
  const refuse = (message: string): Fault[] => [{ where, key: 'data_volume', message }]
  switch (stateOf(lock)) {
    case 'free':
      return []
    case 'held':
      return refuse(`another installation that is running uses ${data}; stop it first`)
    case 'no file':
      return refuse(`${lock} is no file; remove it`)
  }
}

/**
 * What keeps logs in containers holds a lock of its own, deploy/log/run-log.sh; of svlogd each has one.
 *
 * @returns a fault where the logs of another running installation lie: of two svlogd that write to one folder the second waits for ever
 */
export function logHolderFaults(logs: string, where: string): Fault[] {
  const locks = ['.lock', ...nativeServices.map((service) => `${service}/lock`)]
  const held = locks.some((lock) => stateOf(join(logs, lock)) === 'held')
  const message = `another installation that is running logs to ${logs}; give another folder`
  return held ? [{ where, key: 'log_location', message }] : []
}

/** The folder is the services' user's, who could have put there what one waits at, or a link. */
function stateOf(lock: string): 'free' | 'held' | 'no file' {
  let file: number
  try {
    file = openSync(lock, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A link, and a socket. One that is not there is locked by nobody, and one that may not be read is not this caller's to judge.
    return code === 'ELOOP' || code === 'ENXIO' ? 'no file' : 'free'
  }
  try {
    if (!fstatSync(file).isFile()) return 'no file'
    const { status } = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] })
    return status === 1 ? 'held' : 'free'
  } finally {
    closeSync(file)
  }
}
