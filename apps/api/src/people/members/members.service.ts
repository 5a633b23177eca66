import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import { ProjectMember } from '@berth/database/orm'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { Database, type Violations } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import type { MemberCreation, MemberListQuery, MemberRow, RoleRequest } from './members.schema.js'
import { memberView } from './member-view.js'

/** PostgreSQL's `smallint`. */
const MAX_ROLE = 32_767

const unknownRole = (role: number): Violations => ({
  project_member_role: () => new UserError('ROLE_NOT_FOUND', { role }),
})

function requireRole(role: number): void {
  if (role < 1 || role > MAX_ROLE) throw new UserError('ROLE_NOT_FOUND', { role })
}

/** A member as events tell of one. */
interface Told {
  readonly user_id: number
  readonly user: string
  readonly role_id: number
}

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list(project: ProjectContext, query: MemberListQuery): Promise<Page<MemberRow>> {
    return this.lists.page(memberView, query, {
      where: [sql`m.project_id = ${project.id}`],
      // Whoever deletes a user deletes what the user is a member of.
      total: sql`(select count(*) from project_member where project_id = ${project.id})`,
      filters: query.entityname === '' ? [] : [sql`u.username ilike ${containing(query.entityname)}`],
    })
  }

  async create(project: ProjectContext, body: MemberCreation, actor: Actor): Promise<Created> {
    requireRole(body.role_id)
    const named = body.member_user
    if (!named || (!named.user_id && !named.username)) throw new UserError('GROUPS_UNSUPPORTED')
    const shown = named.username ?? String(named.user_id)
    const who = named.user_id
      ? sql`id = ${named.user_id}::bigint`
      : sql`lower(username) = lower(${shown.replaceAll('\0', '')})`
    const user = await this.database.row<{ id: number; username: string }>(
      sql`select id, username from "user" where ${who} and deleted_at is null`,
    )
    if (!user && named.user_id) throw new UserError('NO_SUCH_USER', { user: named.user_id })
    if (!user) throw new UserError('USER_NOT_FOUND', { user: shown })
    const member = await this.database.transaction(
      async (transaction) => {
        const { entities } = transaction
        // Waits for whoever is deleting the user, or makes them wait and find the member.
        const living = await transaction.row(
          sql`select id from "user" where id = ${user.id} and deleted_at is null for key share`,
        )
        if (!living) throw new UserError('USER_NOT_FOUND', { user: shown })
        const row = { projectId: project.id, userId: user.id, roleId: body.role_id }
        const created = await entities.save(entities.create(ProjectMember, row))
        const about = { project_id: project.id, project: project.name, user_id: user.id, user: user.username }
        await emit(transaction, 'member.added', { ...about, role_id: body.role_id }, actor)
        return created
      },
      {
        ...unknownRole(body.role_id),
        project_member_project_id_fkey: () => new UserError('PROJECT_NOT_FOUND', { project: project.name }),
        project_member_project_id_user_id_key: () => new UserError('MEMBER_EXISTS', { user: user.username }),
      },
    )
    return new Created(`/api/v2.0/projects/${project.id}/members/${member.id}`)
  }

  async get(project: ProjectContext, id: number): Promise<MemberRow> {
    const row = await this.lists.row(memberView, [sql`m.project_id = ${project.id}`, sql`m.id = ${id}`])
    if (!row) throw new UserError('MEMBER_NOT_FOUND', { member: id })
    return row
  }

  async update(project: ProjectContext, id: number, body: RoleRequest, actor: Actor): Promise<void> {
    requireRole(body.role_id)
    await this.database.transaction(async (transaction) => {
      const told = await transaction.row<Told>(sql`
        update project_member m set role_id = ${body.role_id}, updated_at = now() from "user" u
        where m.id = ${id} and m.project_id = ${project.id} and u.id = m.user_id
        returning m.user_id, u.username as user, m.role_id`)
      if (!told) throw new UserError('MEMBER_NOT_FOUND', { member: id })
      await emit(transaction, 'member.changed', { project_id: project.id, project: project.name, ...told }, actor)
    }, unknownRole(body.role_id))
  }

  async delete(project: ProjectContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const told = await transaction.row<Told>(sql`
        delete from project_member m using "user" u
        where m.id = ${id} and m.project_id = ${project.id} and u.id = m.user_id
        returning m.user_id, u.username as user, m.role_id`)
      if (!told) throw new UserError('MEMBER_NOT_FOUND', { member: id })
      await emit(transaction, 'member.removed', { project_id: project.id, project: project.name, ...told }, actor)
    })
  }
}
