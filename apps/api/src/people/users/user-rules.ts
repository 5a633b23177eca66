import { isComment, isEmail, isRealname, isUsername, UserError } from '@berth/contracts'

/** @throws {UserError} BAD_USERNAME, USERNAME_IS_ADDRESS */
export function requireUsername(name: string, email: string | null | undefined): void {
  if (!isUsername(name)) throw new UserError('BAD_USERNAME')
  if (name.includes('@') && name.toLowerCase() !== email?.toLowerCase()) throw new UserError('USERNAME_IS_ADDRESS')
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
  if (email && !isEmail(email)) throw new UserError('BAD_EMAIL')
  if (realname && !isRealname(realname)) throw new UserError('BAD_REALNAME')
  if (comment && !isComment(comment)) throw new UserError('BAD_COMMENT')
  return {
    ...(email === undefined ? {} : { email: email || null }),
    ...(typeof realname === 'string' ? { realname } : {}),
    ...(typeof comment === 'string' ? { comment } : {}),
  }
}
