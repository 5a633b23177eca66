import { Injectable } from '@nestjs/common'
import { permissionTitle, roleTitle, UserError } from '@berth/contracts'
import { beyondOwn, PermissionSet, type Role, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'
import type { ProjectContext } from './context.js'
import { type GrantRow, grantsOf } from './grants.js'
import { inWords } from './in-words.js'

interface Row {
  readonly id: number
  readonly name: string
  readonly permissions: readonly string[]
}

/** More than these are read for nobody. */
const MOST = 200
/** PostgreSQL's `smallint`. */
const MAX_ROLE = 32_767

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

  /**
   * For whoever gives a role to somebody: they hold everything in the project that it gives.
   * @throws {UserError} ROLE_NOT_FOUND, ROLE_BEYOND_OWN
   */
  async requireGivable(id: number, subject: Subject, { id: project }: ProjectContext): Promise<void> {
    const role = await this.find(id)
    if (!role) throw new UserError('ROLE_NOT_FOUND', { role: id })
    const given = grantsOf(project, role.grants)
    const beyond = beyondOwn(subject, given, project)
    if (beyond.length === 0) return
    const rights = inWords(beyond.map((name) => permissionTitle(name)))
    throw new UserError('ROLE_BEYOND_OWN', { role: roleTitle(role.name), rights }, { lacks: beyond })
  }

  private async find(id: number): Promise<{ name: string; grants: GrantRow[] } | undefined> {
    if (id < 1 || id > MAX_ROLE) return undefined
    return this.database.row(sql`
      select r.name, (select json_agg(json_build_object('permissions', g.permissions, 'repositories', g.repositories, 'tags', null))
        from role_grant g where g.role_id = r.id) as grants
      from role r where r.id = ${id}`)
  }
}
