import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { User } from '@berth/database/orm'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { newAccount, type Person } from './new-account.js'

/**
 * Who somebody is at a source. These three are all that says it: neither a name nor an e-mail address ever makes one person of two. There
 * is one directory at a time, whose entries have ids of their own in all the world: its issuer is empty.
 */
export interface IdentityKey {
  readonly source: 'ldap' | 'oidc'
  readonly issuer: string
  /** Never given to anybody else by the issuer. */
  readonly subject: string
}

/** An identity and the user whose it is. */
export interface KnownIdentity {
  readonly id: number
  readonly userId: number
}

/** Types of groups as Harbor counts them, by the source that says who is in them. */
export const groupTypes = { ldap: 1, oidc: 3 } as const
/** Memberships of one identity. */
const MOST_GROUPS = 5000
/** An index holds no longer keys. */
const MOST_KEY_BYTES = 2000

/** Which users are whom elsewhere, and in which groups. */
@Injectable()
export class Identities {
  constructor(private readonly database: Database) {}

  find({ source, issuer, subject }: IdentityKey): Promise<KnownIdentity | undefined> {
    return this.database.row<KnownIdentity>(sql`
      select id, user_id as "userId" from user_identity
      where source = ${source} and issuer = ${issuer} and subject = ${subject}`)
  }

  /**
   * The identity of somebody whom the source has just vouched for; whoever comes for the first time gets an account.
   *
   * @param from where the request comes from
   * @throws {UserError} IDENTITY_NAME_TAKEN; BAD_USERNAME where no account can have the name
   */
  async findOrMake(
    key: IdentityKey,
    person: Person,
    from: Pick<Actor, 'address' | 'requestId'>,
  ): Promise<KnownIdentity> {
    return (await this.seen(key, person.name)) ?? this.make(key, person, from)
  }

  /** The source has the person, under this name. */
  private seen({ source, issuer, subject }: IdentityKey, name: string): Promise<KnownIdentity | undefined> {
    return this.database.row<KnownIdentity>(sql`
      update user_identity set checked_at = now(), gone_at = null, name = ${name}
      where source = ${source} and issuer = ${issuer} and subject = ${subject} returning id, user_id as "userId"`)
  }

  private make(key: IdentityKey, person: Person, from: Pick<Actor, 'address' | 'requestId'>): Promise<KnownIdentity> {
    const taken = () => new UserError('LOGIN_TAKEN')
    return this.database.transaction(
      async (transaction) => {
        // Whoever signs in twice at the same time is made once.
        const lock = `${key.source}\n${key.issuer}\n${key.subject}`
        await transaction.rows(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 95))`)
        const known = await transaction.row<KnownIdentity>(sql`
          select id, user_id as "userId" from user_identity
          where source = ${key.source} and issuer = ${key.issuer} and subject = ${key.subject}`)
        if (known) return known
        const { entities } = transaction
        const user = await entities.save(entities.create(User, await newAccount(transaction, person)))
        const actor = { kind: 'user', id: user.id, name: user.username, ...from } as const
        await emit(transaction, 'user.created', { user_id: user.id, user: user.username }, actor)
        return this.add(transaction, key, user.id, person.name)
      },
      { user_username: taken, user_email: taken, user_login_pkey: taken },
    )
  }

  private async add(
    transaction: Transaction,
    { source, issuer, subject }: IdentityKey,
    userId: number,
    name: string,
  ): Promise<KnownIdentity> {
    const made = await transaction.row<{ id: number }>(sql`
      insert into user_identity (user_id, source, issuer, subject, name)
      values (${userId}, ${source}, ${issuer}, ${subject}, ${name}) returning id`)
    if (!made) throw new Error('an insert returned nothing')
    return { id: made.id, userId }
  }

  /**
   * The groups that the source has just said somebody is in, instead of all that it said before.
   *
   * @param keys of LDAP their DNs' keys, of OIDC their names
   * @param seconds for how long they count; null: until the source says something else
   */
  async replaceGroups(
    identity: number,
    source: IdentityKey['source'],
    keys: readonly string[],
    seconds: number | null,
  ): Promise<void> {
    const kept = [...new Set(keys)].filter(isKey).slice(0, MOST_GROUPS)
    await this.database.transaction(async (transaction) => {
      // One after the other, so that what is left is what one of them said.
      const locked = await transaction.row(sql`
        update user_identity set groups_at = now(), groups_until = now() + make_interval(secs => ${seconds}::float8)
        where id = ${identity} returning id`)
      if (!locked) return
      await transaction.rows(
        sql`delete from user_group_member where identity_id = ${identity} and key <> all (${kept}::text[])`,
      )
      await transaction.rows(sql`
        insert into user_group_member (identity_id, type, key)
        select ${identity}::int, ${groupTypes[source]}::smallint, key from unnest(${kept}::text[]) as key
        on conflict do nothing`)
    })
  }
}

const isKey = (key: string) => key !== '' && !key.includes('\0') && Buffer.byteLength(key) <= MOST_KEY_BYTES
