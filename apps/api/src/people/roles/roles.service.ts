import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { OwnRights } from '../../access/own-rights.js'
import type { Asking } from '../../access/subject.js'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import { type ListResult, listStatement } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { readRole, type RoleColumns, type RoleDefinition } from './role-definition.js'
import { roleHolderView } from './role-holder-view.js'
import { roleView } from './role-view.js'

export type RoleRow = z.output<typeof rest.role>
export type RoleHolderRow = z.output<typeof rest.roleHolder>

/** Each refusal reads every role. */
const MOST = 100
/** A refusal names so many of those who have a role. */
const NAMED = 10

const isHolder = (role: number) => sql`m.role_id = ${role}::int`

/** "ada (dev), bo (ops), …" */
function named({ rows, total }: { readonly rows: readonly RoleHolderRow[]; readonly total: number }): string {
  const names = rows.map(({ entity_name: name, project_name: project }) => `${name} (${project})`)
  return [...names, ...(total > rows.length ? ['…'] : [])].join(', ')
}

const told = (id: number, { name, permissions, repositories }: RoleColumns) => ({
  role_id: id,
  role: name,
  permissions,
  repositories,
})

const taken = ({ name: role }: RoleColumns) => {
  const refuse = () => new UserError('ROLE_NAME_TAKEN', { role })
  return { role_name_key: refuse, role_name_folded: refuse }
}

@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly ownRights: OwnRights,
  ) {}

  list(query: ListQuery): Promise<Page<RoleRow>> {
    return this.lists.page(roleView, query, { where: [] })
  }

  async get(id: number): Promise<RoleRow> {
    const row = await this.lists.row(roleView, [sql`o.id = ${id}::int`])
    if (!row) throw new UserError('NO_SUCH_ROLE', { role: id })
    return row
  }

  async holders(id: number, query: ListQuery): Promise<Page<RoleHolderRow>> {
    await this.get(id)
    return this.lists.page(roleHolderView, query, { where: [isHolder(id)] })
  }

  async create(body: RoleDefinition, { subject, actor }: Asking): Promise<Created> {
    const role = readRole(body)
    await this.requireOwn(role, subject)
    const id = await this.database.transaction(async (transaction) => {
      // One maker after the other, so that they are counted.
      await transaction.rows(sql`lock table role in share row exclusive mode`)
      const made = await transaction.row<{ id: number }>(sql`
        insert into role (name, description, permissions, repositories, unbound)
        select ${role.name}, ${role.description}, ${role.permissions}::text[], ${role.repositories}::text[],
          ${role.unbound}::text[]
        where (select count(*) from role where not built_in) < ${MOST}
        returning id`)
      if (!made) throw new UserError('TOO_MANY_ROLES', { limit: MOST })
      await emit(transaction, 'role.created', told(made.id, role), actor)
      return made.id
    }, taken(role))
    return new Created(`/api/v2.0/roles/${id}`)
  }

  async update(id: number, body: RoleDefinition, { subject, actor }: Asking): Promise<void> {
    const role = readRole(body)
    await this.requireOwn(role, subject)
    await this.database.transaction(async (transaction) => {
      await this.lock(transaction, id)
      await transaction.rows(sql`
        update role set name = ${role.name}, description = ${role.description}, permissions = ${role.permissions}::text[],
          repositories = ${role.repositories}::text[], unbound = ${role.unbound}::text[], updated_at = now()
        where id = ${id}::int`)
      await emit(transaction, 'role.changed', told(id, role), actor)
    }, taken(role))
  }

  async delete(id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const name = await this.lock(transaction, id)
      const few = listStatement(roleHolderView, listQuery.parse({ page_size: NAMED }), { where: [isHolder(id)] })
      const holders = await transaction.row<ListResult & { readonly rows: RoleHolderRow[] }>(few)
      if (holders && holders.total > 0) throw new UserError('ROLE_IN_USE', { role: name, holders: named(holders) })
      await transaction.rows(sql`delete from role where id = ${id}::int`)
      await emit(transaction, 'role.deleted', { role_id: id, role: name }, actor)
    })
  }

  /** Whoever has a role holds what it gives at once, in whichever project. @throws {UserError} BEYOND_OWN_RIGHTS */
  private requireOwn({ permissions }: RoleColumns, subject: Subject): Promise<void> {
    return this.ownRights.requireToGive(subject, [{ scope: 'all', permissions }])
  }

  /** Nobody is given the role meanwhile. @returns its name @throws {UserError} NO_SUCH_ROLE, ROLE_BUILT_IN */
  private async lock(transaction: Transaction, id: number): Promise<string> {
    const role = await transaction.row<{ name: string; built_in: boolean }>(
      sql`select name, built_in from role where id = ${id}::int for update`,
    )
    if (!role) throw new UserError('NO_SUCH_ROLE', { role: id })
    if (role.built_in) throw new UserError('ROLE_BUILT_IN')
    return role.name
  }
}
