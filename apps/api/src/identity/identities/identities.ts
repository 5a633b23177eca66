import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import { User } from '@berth/database/orm'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import { CliSecrets } from '../credentials/cli-secrets.js'
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
  /** When its groups were last learnt; null: never. */
  readonly groupsAt: Date | null
}

/** Where a request comes from. */
type Origin = Pick<Actor, 'address' | 'requestId'>

const columns = sql`id, user_id as "userId", groups_at as "groupsAt"`

/** An identity of which the source is to be asked. */
export interface DueIdentity {
  readonly id: number
  readonly subject: string
  readonly name: string
  /** When the source was asked about it before. */
  readonly askedAt: Date
}

/** Types of groups as Harbor counts them, by the source that says who is in them. */
export const groupTypes = { ldap: 1, oidc: 3 } as const
/** Memberships of one identity. */
const MOST_GROUPS = 5000
/** An index holds no longer keys. */
const MOST_KEY_BYTES = 2000

/**
 * Keeps everybody else who wants to give somebody this identity waiting until the transaction ends: of two at the same time, the second one
 * finds whose it is.
 */
export async function lockIdentity(transaction: Pick<Transaction, 'rows'>, key: IdentityKey): Promise<void> {
  const name = `${key.source}\n${key.issuer}\n${key.subject}`
  await transaction.rows(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 95))`)
}

/** Which users are whom elsewhere, and in which groups. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly cliSecrets: CliSecrets,
  ) {}

  find({ source, issuer, subject }: IdentityKey): Promise<KnownIdentity | undefined> {
    return this.database.row<KnownIdentity>(sql`
      select ${columns} from user_identity
      where source = ${source} and issuer = ${issuer} and subject = ${subject}`)
  }

  /**
   * The identity of somebody whom the source has just vouched for; whoever comes for the first time gets an account.
   *
   * @param by where the person's request comes from; who makes the account, where that is somebody else
   * @throws {UserError} IDENTITY_NAME_TAKEN; BAD_USERNAME where no account can have the name
   */
  async findOrMake(key: IdentityKey, person: Person, by: Actor | Origin): Promise<KnownIdentity> {
    return (await this.recognize(key, person.name)) ?? this.make(key, person, by)
  }

  /**
   * Notes that the source has just vouched for somebody, and how it shows them now.
   * @returns undefined where nobody is known by this key
   */
  recognize({ source, issuer, subject }: IdentityKey, name: string): Promise<KnownIdentity | undefined> {
    return this.database.row<KnownIdentity>(sql`
      update user_identity set checked_at = now(), gone_at = null, name = ${name}
      where source = ${source} and issuer = ${issuer} and subject = ${subject} returning ${columns}`)
  }

  private make(key: IdentityKey, person: Person, by: Actor | Origin): Promise<KnownIdentity> {
    const taken = () => new UserError('LOGIN_TAKEN')
    return this.database.transaction(
      async (transaction) => {
        await lockIdentity(transaction, key)
        const known = await transaction.row<KnownIdentity>(sql`
          select ${columns} from user_identity
          where source = ${key.source} and issuer = ${key.issuer} and subject = ${key.subject}`)
        if (known) return known
        const { entities } = transaction
        const user = await entities.save(entities.create(User, await newAccount(transaction, person)))
        const actor: Actor = 'kind' in by ? by : { kind: 'user', id: user.id, name: user.username, ...by }
        await emit(transaction, 'user.created', { user_id: user.id, user: user.username }, actor)
        // Harbor's clients show a secret for command lines from the first sign-in on.
        if (key.source === 'oidc') await this.cliSecrets.replace(transaction, user.id)
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
    return { id: made.id, userId, groupsAt: null }
  }

  /** Notes that the source still has somebody whom it was asked about, and how it shows them now. */
  async keep(identity: number, name: string): Promise<void> {
    await this.database.rows(sql`
      update user_identity set checked_at = now(), gone_at = null, name = ${name} where id = ${identity}`)
  }

  /** Notes that the source no longer has somebody. What they were here stays, and they can no longer sign in. */
  async lose(identity: number): Promise<void> {
    await this.database.rows(sql`
      update user_identity set checked_at = now(), gone_at = coalesce(gone_at, now()) where id = ${identity}`)
  }

  /**
   * Takes identities that the source was not asked about since a time, the longest ago first. They count as asked about from now on, so
   * that of several processes each takes others.
   */
  takeDue(source: IdentityKey['source'], since: Date, most: number): Promise<DueIdentity[]> {
    return this.database.rows<DueIdentity>(sql`
      with due as (
        select id, checked_at from user_identity where source = ${source} and checked_at <= ${since}
        order by checked_at limit ${most} for update skip locked)
      update user_identity i set checked_at = now() from due where i.id = due.id
      returning i.id, i.subject, i.name, due.checked_at as "askedAt"`)
  }

  /** Gives back what was taken, where nobody asked about it after all. */
  async giveBack(due: readonly DueIdentity[]): Promise<void> {
    await this.database.rows(sql`
      update user_identity i set checked_at = one.asked_at
      from unnest(${due.map(({ id }) => id)}::int[], ${due.map(({ askedAt }) => askedAt)}::timestamptz[]) as one (id, asked_at)
      where i.id = one.id`)
  }

  /** Whether the source has named somebody's groups within the last seconds, whichever they were. */
  async knewGroups(identity: number, seconds: number): Promise<boolean> {
    const found = await this.database.row(sql`
      select from user_identity where id = ${identity} and groups_at > now() - make_interval(secs => ${seconds}::float8)`)
    return found !== undefined
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
