import { distinguishedNameKey } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { Settings } from './table/settings-table.js'

/** Keeps the table of groups whose members are administrators as the settings that are given say. */
export async function keepAdminGroups(transaction: Transaction, values: Partial<Settings>): Promise<void> {
  const { ldap_group_admin_dn: dn, oidc_admin_group: name } = values
  if (dn !== undefined) await keep(transaction, 1, distinguishedNameKey(dn))
  if (name !== undefined) await keep(transaction, 3, name)
}

async function keep(transaction: Transaction, type: number, key: string | undefined): Promise<void> {
  await transaction.rows(
    key
      ? sql`insert into admin_group (type, key) values (${type}, ${key}) on conflict (type) do update set key = excluded.key`
      : sql`delete from admin_group where type = ${type}`,
  )
}
