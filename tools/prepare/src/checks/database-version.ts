import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../cfg/fault.js'

/** Major versions of PostgreSQL whose clusters lie in the folder, newest first. */
function databaseMajors(folder: string): number[] {
  if (!existsSync(folder)) return []
  const majors = readdirSync(folder).filter(
    (name) => /^[1-9]\d*$/.test(name) && existsSync(join(folder, name, 'PG_VERSION')),
  )
  return majors.map(Number).sort((a, b) => b - a)
}

/** Whether a folder of data holds a database already. */
export function hasDatabase(data: string): boolean {
  return databaseMajors(join(data, 'database')).length > 0
}

/**
 * A cluster that another major version wrote cannot be opened; a newer one can also not be filled into an older.
 *
 * @param major     version that the installation will run
 * @param available versions whose programs are on this machine, so that they can hand over the data
 */
export function databaseFaults(folder: string, major: number, available: readonly number[], where: string): Fault[] {
  const majors = databaseMajors(folder)
  const [newest] = majors
  if (newest === undefined || majors.includes(major)) return []
  const refuse = (message: string): Fault[] => [{ where, key: 'data_volume', message }]
  if (newest > major)
    return refuse(
      `the database in ${folder} belongs to PostgreSQL ${newest}, and this installation would run ${major}: ` +
        `install with Docker as before, or install the package postgresql-${newest}`,
    )
  if (available.includes(newest)) return []
  return refuse(
    `the database in ${folder} belongs to PostgreSQL ${newest}, and this installation runs ${major}: ` +
      `install the package postgresql-${newest} on this machine, so that ./install.sh can move the data`,
  )
}
