import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../cfg/fault.js'

/** PostgreSQL of a running installation, in a container or not, holds this file's lock: deploy/postgresql/run-postgresql.sh. */
const LOCK = 'database/.lock'

/** @returns a fault where another running installation works on the data */
export function holderFaults(data: string, where: string): Fault[] {
  const lock = join(data, LOCK)
  if (!existsSync(lock)) return []
  const isHeld = spawnSync('flock', ['--nonblock', lock, 'true']).status === 1
  if (!isHeld) return []
  return [{ where, key: 'data_volume', message: `another installation that is running uses ${data}; stop it first` }]
}
