import { Injectable } from '@nestjs/common'
import { PermissionSet, type Role } from '@berth/rbac'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'

interface Row {
  readonly id: number
  readonly name: string
  readonly permissions: readonly string[]
}

/** More than these are read for nobody. */
const MOST = 200

@Injectable()
export class RoleFinder {
  constructor(private readonly database: Database) {}

  /** Every role there is, built in or not, strongest first. */
  async all(): Promise<Role[]> {
    const rows = await this.database.rows<Row>(
      sql`select id, name, permissions from role order by built_in desc, cardinality(permissions) desc, id limit ${MOST}`,
    )
    return rows.map(({ id, name, permissions }) => ({
      id,
      name,
      level: 'project',
      permissions: new PermissionSet('project', permissions),
    }))
  }
}
