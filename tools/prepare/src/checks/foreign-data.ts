import { accessSync, constants, existsSync, readdirSync, statSync, type Dirent } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '../cfg/fault.js'
import { DATA_FOLDERS } from '../cfg/read-cfg.js'
import { hasDatabase } from './database-version.js'
import { ancestors, isLink, realPath } from './folders.js'

/** What a start that was cut short leaves among the databases, and what a disk of their own brings along. */
const OWN = /^(\.|\d+$|transfer\.dump|lost\+found$)/

/**
 * Harbor keeps its data in folders of the same names. Taking them would break it, and would not bring over what it holds.
 *
 * @returns a fault where the data are another program's
 */
export function foreignDataFaults(data: string, where: string): Fault[] {
  if (hasDatabase(data)) return []
  const database = entriesOf(join(data, 'database')).find(({ name }) => !OWN.test(name))
  const secret = entriesOf(join(data, 'secret')).find((entry) => entry.isDirectory())
  const found = database ?? secret
  if (found === undefined) return []
  return [
    {
      where,
      key: 'data_volume',
      message:
        `${join(found.parentPath, found.name)} is not Berth's, as if Harbor kept its data in ${data}: give another folder. ` +
        'Once Berth runs, ./berth import harbor brings over what a running Harbor holds',
    },
  ]
}

/** @returns a fault where the data are another user's, or no folders, so that nothing can be said of them */
export function shutDataFaults(data: string, where: string): Fault[] {
  const folders = ['database', 'secret'].map((name) => join(data, name))
  const other = folders.find((folder) => (existsSync(folder) ? !statSync(folder).isDirectory() : isLink(folder)))
  if (other !== undefined) return [{ where, key: 'data_volume', message: `${other} is not a folder` }]
  const shut = folders.find((folder) => existsSync(folder) && !isRead(folder))
  if (shut === undefined) return []
  const message = `this user may not read ${shut}: run this as root, or as the user who installed Berth`
  return [{ where, key: 'data_volume', message }]
}

/**
 * Whose data those are shows without reading them, which may be root's alone to do.
 *
 * @returns a fault where a folder lies among the data of an installation, of Berth or of Harbor, or is to hold logs and is where they lie
 */
export function insideDataFaults(path: string, key: string, where: string): Fault[] {
  const real = realPath(path)
  const around = [real, ...ancestors(real)]
  const refuse = (message: string): Fault[] => [{ where, key, message }]
  if (key === 'log_location' && holdsData(real))
    return refuse(`${path} holds the data of an installation; give another folder`)
  const within = around.find((folder) => DATA_FOLDERS.includes(basename(folder)) && holdsData(dirname(folder)))
  return within === undefined ? [] : refuse(`lies in ${within}, where data are kept; give another folder`)
}

function holdsData(folder: string): boolean {
  return ['database', 'registry', 'secret'].every((name) => existsSync(join(folder, name)))
}

function isRead(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function entriesOf(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
}
