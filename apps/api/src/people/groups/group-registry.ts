import { Injectable } from '@nestjs/common'
import { type Actor, distinguishedNameKey, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { Database } from '../../database/database.js'
import { groupTypes } from '../../identity/identities/identities.js'
import { LdapDirectory } from '../../identity/ldap/ldap-directory.js'
import sql from 'sql-template-tag'
import type { GroupReference } from './groups.schema.js'

const HTTP = 2
const types: readonly number[] = [groupTypes.ldap, HTTP, groupTypes.oidc]

export interface Group {
  readonly id: number
  readonly name: string
}

/** A group that there may be yet. */
interface Described {
  readonly type: number
  readonly name: string
  readonly dn: string | null
  readonly key: string
}

/** Finds groups however they are named, and makes those that are named for the first time. */
@Injectable()
export class GroupRegistry {
  constructor(
    private readonly database: Database,
    private readonly directory: LdapDirectory,
  ) {}

  /**
   * What a reference means, as far as that is known before the transaction in which the group is needed.
   * @returns what finds it there, or makes it
   * @throws {UserError} NO_SUCH_GROUP, BAD_GROUP_TYPE, BAD_GROUP_DN, GROUP_NAME_MISSING
   */
  async refer(reference: GroupReference): Promise<(transaction: Transaction, actor: Actor) => Promise<Group>> {
    const { id } = reference
    if (id) {
      return async (transaction) => {
        const known = await transaction.row<Group>(
          sql`select id, name from user_group where id = ${id}::bigint for key share`,
        )
        if (!known) throw new UserError('NO_SUCH_GROUP', { group: id })
        return known
      }
    }
    const known = await this.called(reference)
    if (known) return () => Promise.resolve(known)
    const described = await this.describe(reference)
    return async (transaction, actor) => {
      const found = (await this.add(transaction, described, actor)) ?? (await this.find(transaction, described))
      if (!found) throw new UserError('NO_SUCH_GROUP', { group: described.dn ?? described.name })
      return found
    }
  }

  /**
   * What a reference without an id describes.
   * @throws {UserError} BAD_GROUP_TYPE, BAD_GROUP_DN, GROUP_NAME_MISSING; NO_SUCH_GROUP where the directory has no such group
   * @throws {TransientError} DIRECTORY_UNAVAILABLE
   */
  async describe({ group_type, group_name, ldap_group_dn }: GroupReference): Promise<Described> {
    const name = group_name?.trim() ?? ''
    const type = group_type ?? (ldap_group_dn ? groupTypes.ldap : undefined)
    if (type === undefined || !types.includes(type)) throw new UserError('BAD_GROUP_TYPE')
    if (type !== groupTypes.ldap) {
      if (name === '') throw new UserError('GROUP_NAME_MISSING')
      return { type, name, dn: null, key: name }
    }
    const dn = ldap_group_dn?.trim() ?? ''
    const key = distinguishedNameKey(dn)
    if (key === undefined) throw new UserError('BAD_GROUP_DN')
    const found = await this.directory.ask(async (directory) => ({ group: await directory.findGroup(dn) }))
    if (found && !found.group) throw new UserError('NO_SUCH_GROUP', { group: dn })
    return { type, name: name || (found?.group?.name ?? dn).slice(0, 255), dn, key }
  }

  /** The group with this name, where the reference says no more than a name. Undefined where there is none, or several. */
  private async called({
    group_type: type,
    group_name,
    ldap_group_dn: dn,
  }: GroupReference): Promise<Group | undefined> {
    const name = group_name?.trim()
    if (!name || dn || (type && type !== groupTypes.ldap)) return undefined
    const [group, other] = await this.database.rows<Group>(sql`
      select id, name from user_group where name = ${name} and (${type ?? null}::int is null or type = ${type ?? null}) limit 2`)
    return other ? undefined : group
  }

  /** @returns undefined where there is one with this DN or name already */
  async add(transaction: Transaction, { type, name, dn, key }: Described, actor: Actor): Promise<Group | undefined> {
    const made = await transaction.row<Group>(sql`
      insert into user_group (type, name, ldap_group_dn, key) values (${type}, ${name}, ${dn}, ${key})
      on conflict (type, key) do nothing returning id, name`)
    if (made) await emit(transaction, 'group.created', { group_id: made.id, group: name }, actor)
    return made
  }

  private find(transaction: Transaction, { type, key }: Described): Promise<Group | undefined> {
    return transaction.row<Group>(
      sql`select id, name from user_group where type = ${type} and key = ${key} for key share`,
    )
  }
}
