import { isEmail, isRealname, isUsername, UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import type { User } from '@berth/database/orm'
import sql from 'sql-template-tag'

/** What a source says of somebody. */
export interface Person {
  /** For their account here, where they have none yet. */
  readonly username: string
  readonly email?: string | undefined
  readonly realname?: string | undefined
  /** As the source shows them: a DN, a name there. */
  readonly name: string
}

/**
 * The account of somebody who comes from a source for the first time. It has the name that the source gives, or none: whoever else has that
 * name is another person, whatever their e-mail address is. An address that somebody has, or that is none, is left out.
 *
 * @throws {UserError} IDENTITY_NAME_TAKEN, BAD_USERNAME
 */
export async function newAccount(
  transaction: Pick<Queryable, 'row'>,
  { username, email, realname }: Person,
): Promise<Pick<User, 'username' | 'email' | 'realname' | 'passwordHash'>> {
  const name = username.normalize('NFKC').trim()
  if (!isUsername(name)) throw new UserError('BAD_USERNAME')
  const holder = await holderOf(transaction, name)
  if (holder) throw new UserError('IDENTITY_NAME_TAKEN', { username: holder.username, id: holder.id })
  // A name with an @ is an address, and nobody has another one's.
  const address = name.includes('@') ? name : (email?.trim() ?? '')
  const isFree = isEmail(address) && !(await holderOf(transaction, address))
  return {
    username: name,
    email: isFree ? address : null,
    realname: realname && isRealname(realname) ? realname : '',
    passwordHash: null,
  }
}

/** Whoever signs in with this name or address. */
function holderOf(transaction: Pick<Queryable, 'row'>, login: string) {
  return transaction.row<{ id: number; username: string }>(sql`
    select u.id, u.username from user_login l join "user" u on u.id = l.user_id where l.login = fold_login(${login}::text)`)
}
