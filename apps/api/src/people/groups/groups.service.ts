import { Injectable } from '@nestjs/common'
import { type Actor, distinguishedNameKey, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import { requireInPerson } from '../../access/require-in-person.js'
import type { Asking } from '../../access/subject.js'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { groupTypes } from '../../identity/identities/identities.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { GroupRegistry } from './group-registry.js'
import { groupSearchView, groupView } from './group-view.js'
import type {
  GroupCreation,
  GroupListQuery,
  GroupRow,
  GroupSearchQuery,
  GroupSearchRow,
  GroupUpdate,
} from './groups.schema.js'

@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly registry: GroupRegistry,
  ) {}

  list(query: GroupListQuery): Promise<Page<GroupRow>> {
    const { ldap_group_dn: dn, group_name: name } = query
    return this.lists.page(groupView, query, {
      where: [],
      filters: [
        ...(dn === '' ? [] : [sql`g.type = ${groupTypes.ldap} and g.key = ${distinguishedNameKey(dn) ?? ''}`]),
        ...(name === '' ? [] : [sql`g.name ilike ${containing(name)}`]),
      ],
    })
  }

  /** For the member dialog: whose name contains what is typed, the shortest name first. */
  search(query: GroupSearchQuery): Promise<Page<GroupSearchRow>> {
    const filters = query.groupname === '' ? [] : [sql`g.name ilike ${containing(query.groupname)}`]
    return this.lists.page(groupSearchView, { ...query, q: '', sort: '', after: '' }, { where: [], filters })
  }

  async get(id: number): Promise<GroupRow> {
    const row = await this.lists.row(groupView, [sql`g.id = ${id}`])
    if (!row) throw new UserError('GROUP_NOT_FOUND', { group: id })
    return row
  }

  async create(body: GroupCreation, actor: Actor): Promise<Created> {
    const described = await this.registry.describe(body)
    const made = await this.database.transaction((transaction) => this.registry.add(transaction, described, actor))
    if (!made) throw new UserError('GROUP_EXISTS', { group: described.dn ?? described.name })
    return new Created(`/api/v2.0/usergroups/${made.id}`)
  }

  /**
   * What a group is called. A group of LDAP is known by its DN, another one by its name: then it becomes another group, and other people have
   * what it gives. That is no one's to decide who could not give it.
   */
  async update(id: number, { group_name }: GroupUpdate, { subject, actor }: Asking): Promise<void> {
    const name = group_name.trim()
    if (name === '') throw new UserError('GROUP_NAME_MISSING')
    await this.database.transaction(
      async (transaction) => {
        const found = await transaction.row<{ type: number }>(sql`
          update user_group set name = ${name}, key = case type when ${groupTypes.ldap} then key else ${name} end, updated_at = now()
          where id = ${id} returning type`)
        if (!found) throw new UserError('GROUP_NOT_FOUND', { group: id })
        if (found.type !== groupTypes.ldap) requireInPerson(subject)
        await emit(transaction, 'group.updated', { group_id: id, group: name }, actor)
      },
      { user_group_key: () => new UserError('GROUP_NAME_TAKEN', { group: name }) },
    )
  }

  /** Its memberships in projects go with it. Who is in it stays known: it may come again. */
  async delete(id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const gone = await transaction.row<{ name: string }>(sql`delete from user_group where id = ${id} returning name`)
      if (!gone) throw new UserError('GROUP_NOT_FOUND', { group: id })
      await emit(transaction, 'group.deleted', { group_id: id, group: gone.name }, actor)
    })
  }
}
