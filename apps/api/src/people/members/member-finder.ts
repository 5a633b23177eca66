import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import { foldName } from '@berth/directory'
import sql, { type Sql } from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { LdapDirectory } from '../../identity/ldap/ldap-directory.js'
import { LdapPeople } from '../../identity/ldap/ldap-people.js'
import { GroupRegistry } from '../groups/group-registry.js'
import type { MemberCreation } from './members.schema.js'

/** Who is to be a member: `user` or `group` of these is given. */
export interface NewMember {
  readonly name: string
  readonly columns: { readonly userId: number } | { readonly groupId: number }
  /** As events tell of it. */
  readonly told:
    | { readonly user_id: number; readonly user: string }
    | { readonly group_id: number; readonly group: string }
}

/** Finds whom somebody means to make a member. */
@Injectable()
export class MemberFinder {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupRegistry,
    private readonly directory: LdapDirectory,
    private readonly people: LdapPeople,
  ) {}

  /**
   * In two steps: what takes long comes before the transaction.
   *
   * @returns what finds the member in the transaction that makes it one: a group comes into being with its first place
   * @throws {UserError} MEMBER_UNNAMED, USER_NOT_FOUND, NO_SUCH_USER, NO_SUCH_GROUP, BAD_GROUP_TYPE, BAD_GROUP_DN, GROUP_NAME_MISSING
   */
  async find(
    { member_user: user, member_group: group }: MemberCreation,
    actor: Actor,
  ): Promise<(transaction: Transaction, actor: Actor) => Promise<NewMember>> {
    const isUser = Boolean(user?.user_id || user?.username)
    const isGroup = Boolean(group?.id || group?.ldap_group_dn || group?.group_name)
    if (isUser === isGroup) throw new UserError('MEMBER_UNNAMED')
    if (user && isUser) return this.findUser(user, actor)
    return this.findGroup(group ?? {})
  }

  private async findUser({ user_id: id, username }: NonNullable<MemberCreation['member_user']>, actor: Actor) {
    const shown = username ?? String(id)
    const who = id ? sql`id = ${id}::bigint` : sql`lower(username) = lower(${shown.replaceAll('\0', '')})`
    const user = (await this.userWhere(who)) ?? (username ? await this.fromDirectory(username, actor) : undefined)
    if (!user && id) throw new UserError('NO_SUCH_USER', { user: id })
    if (!user) throw new UserError('USER_NOT_FOUND', { user: shown })
    return async (transaction: Transaction): Promise<NewMember> => {
      // Waits for whoever is deleting the user, or makes them wait and find the member.
      const living = await transaction.row(
        sql`select id from "user" where id = ${user.id} and deleted_at is null for key share`,
      )
      if (!living) throw new UserError('USER_NOT_FOUND', { user: shown })
      return {
        name: user.username,
        columns: { userId: user.id },
        told: { user_id: user.id, user: user.username },
      }
    }
  }

  private userWhere(condition: Sql) {
    return this.database.row<{ id: number; username: string }>(
      sql`select id, username from "user" where ${condition} and deleted_at is null`,
    )
  }

  /** Somebody in the directory need not have signed in to be a member. */
  private async fromDirectory(username: string, actor: Actor) {
    const person = await this.directory.ask((directory) => directory.find(foldName(username)))
    const identity = person && (await this.people.meet(person, actor))
    return identity && this.userWhere(sql`id = ${identity.userId}`)
  }

  private async findGroup(reference: NonNullable<MemberCreation['member_group']>) {
    const find = await this.groups.refer(reference)
    return async (transaction: Transaction, actor: Actor): Promise<NewMember> => {
      const { id, name } = await find(transaction, actor)
      return { name, columns: { groupId: id }, told: { group_id: id, group: name } }
    }
  }
}
