import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { ProjectMember } from '@berth/database/orm'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { RoleFinder } from '../../access/role-finder.js'
import { Database, type Violations } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import type { MemberCreation, MemberListQuery, MemberRow, RoleRequest } from './members.schema.js'
import { MemberFinder, type NewMember } from './member-finder.js'
import { entityName, memberView } from './member-view.js'

const unknownRole = (role: number): Violations => ({
  project_member_role: () => new UserError('ROLE_NOT_FOUND', { role }),
})

/** What a change of `project_member m` gives of a member, as events tell of one. */
const told = sql`case when m.group_id is null
  then json_build_object('role_id', m.role_id, 'user_id', m.user_id, 'user', (select username from "user" where id = m.user_id))
  else json_build_object('role_id', m.role_id, 'group_id', m.group_id, 'group', (select name from user_group where id = m.group_id))
  end as told`
interface Told {
  readonly told: NewMember['told'] & { readonly role_id: number }
}

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly finder: MemberFinder,
    private readonly roles: RoleFinder,
  ) {}

  list(project: ProjectContext, query: MemberListQuery): Promise<Page<MemberRow>> {
    return this.lists.page(memberView, query, {
      where: [sql`m.project_id = ${project.id}`],
      // Whoever deletes a user or a group deletes what it is a member of.
      total: sql`(select count(*) from project_member where project_id = ${project.id})`,
      filters: query.entityname === '' ? [] : [sql`${entityName} ilike ${containing(query.entityname)}`],
    })
  }

  async create(project: ProjectContext, body: MemberCreation, subject: Subject, actor: Actor): Promise<Created> {
    await this.roles.requireGivable(body.role_id, subject, project)
    const find = await this.finder.find(body, actor)
    let name = ''
    const member = await this.database.transaction(
      async (transaction) => {
        const { entities } = transaction
        const found = await find(transaction, actor)
        ;({ name } = found)
        const row = { projectId: project.id, ...found.columns, roleId: body.role_id }
        const created = await entities.save(entities.create(ProjectMember, row))
        const about = { project_id: project.id, project: project.name, ...found.told }
        await emit(transaction, 'member.added', { ...about, role_id: body.role_id }, actor)
        return created
      },
      {
        ...unknownRole(body.role_id),
        project_member_project_id_fkey: () => new UserError('PROJECT_NOT_FOUND', { project: project.name }),
        project_member_project_id_user_id_key: () => new UserError('MEMBER_EXISTS', { member: name }),
        project_member_project_id_group_id_key: () => new UserError('MEMBER_EXISTS', { member: name }),
      },
    )
    return new Created(`/api/v2.0/projects/${project.id}/members/${member.id}`)
  }

  async get(project: ProjectContext, id: number): Promise<MemberRow> {
    const row = await this.lists.row(memberView, [sql`m.project_id = ${project.id}`, sql`m.id = ${id}`])
    if (!row) throw new UserError('MEMBER_NOT_FOUND', { member: id })
    return row
  }

  async update(project: ProjectContext, id: number, body: RoleRequest, subject: Subject, actor: Actor): Promise<void> {
    await this.roles.requireGivable(body.role_id, subject, project)
    await this.database.transaction(async (transaction) => {
      const changed = await transaction.row<Told>(sql`
        update project_member m set role_id = ${body.role_id}, updated_at = now()
        where m.id = ${id} and m.project_id = ${project.id} returning ${told}`)
      await this.tell(transaction, 'member.changed', project, id, changed, actor)
    }, unknownRole(body.role_id))
  }

  async delete(project: ProjectContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const removed = await transaction.row<Told>(sql`
        delete from project_member m where m.id = ${id} and m.project_id = ${project.id} returning ${told}`)
      await this.tell(transaction, 'member.removed', project, id, removed, actor)
    })
  }

  private async tell(
    transaction: Transaction,
    type: 'member.changed' | 'member.removed',
    project: ProjectContext,
    id: number,
    member: Told | undefined,
    actor: Actor,
  ): Promise<void> {
    if (!member) throw new UserError('MEMBER_NOT_FOUND', { member: id })
    await emit(transaction, type, { project_id: project.id, project: project.name, ...member.told }, actor)
  }
}
