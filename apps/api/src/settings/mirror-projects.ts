import { readNames, UserError } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import { findMirrorsOfOneHost } from '@berth/metadata'
import sql from 'sql-template-tag'
import type { Settings } from './table/settings-table.js'

/**
 * Part of each change of settings, once they are written: each mirror is a proxy cache, and no two answer for the same registry.
 * @throws {UserError} MIRROR_NO_PROXY, MIRRORS_OF_ONE
 */
export async function requireMirrors(transaction: Transaction, values: Partial<Settings>): Promise<void> {
  if (values.mirror_projects === undefined) return
  const names = readNames(values.mirror_projects)
  const proxies = await transaction.rows<{ name: string }>(
    sql`select name from project where name = any (${names}::text[]) and registry_id is not null`,
  )
  const other = names.find((name) => !proxies.some((proxy) => proxy.name === name))
  if (other !== undefined) throw new UserError('MIRROR_NO_PROXY', { project: other })
  const twice = await findMirrorsOfOneHost(transaction)
  if (twice) throw new UserError('MIRRORS_OF_ONE', { host: twice.host, projects: twice.names.join(', ') })
}
