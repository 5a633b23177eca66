import { UserError } from '@berth/contracts'
import { z } from 'zod'

/** Control and format characters (a name could look like another one), and those that names in URLs and logs cannot hold. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const ILLEGAL_IN_NAME = /[,"~#%$\\/:;]/
const ILLEGAL_IN_REALNAME = /[,"~#%$]/

/** @throws {UserError} BAD_USERNAME */
export function requireUsername(name: string): void {
  const good =
    name.length >= 1 &&
    name.length <= 255 &&
    name.trim() === name &&
    !INVISIBLE.test(name) &&
    !ILLEGAL_IN_NAME.test(name)
  if (!good) throw new UserError('BAD_USERNAME')
}

/**
 * What a user may say of themselves. Absent stays absent, an empty e-mail address becomes none.
 * @throws {UserError} BAD_EMAIL, BAD_REALNAME, BAD_COMMENT
 */
export function readProfile(profile: {
  readonly email?: string | null | undefined
  readonly realname?: string | null | undefined
  readonly comment?: string | null | undefined
}): { email?: string | null; realname?: string; comment?: string } {
  const email = profile.email?.trim()
  const { realname, comment } = profile
  if (email && (INVISIBLE.test(email) || !z.email().safeParse(email).success)) throw new UserError('BAD_EMAIL')
  if (realname && (INVISIBLE.test(realname) || ILLEGAL_IN_REALNAME.test(realname))) throw new UserError('BAD_REALNAME')
  if (comment && ([...comment].length > 30 || comment.includes('\0'))) throw new UserError('BAD_COMMENT')
  return {
    ...(email === undefined ? {} : { email: email || null }),
    ...(typeof realname === 'string' ? { realname } : {}),
    ...(typeof comment === 'string' ? { comment } : {}),
  }
}
