import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { foldName } from '@berth/directory'
import { type Account, AccountFinder, accountKey } from '../account-finder.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import { LdapDirectory } from '../ldap/ldap-directory.js'
import { LdapPeople } from '../ldap/ldap-people.js'
import { Guesses } from '../limits/guesses.js'
import { passwordMatches } from './password.js'
import { VerifiedCredentials } from './verified-credentials.js'

/** Instead of a stored hash, for passwords that the directory has accepted. */
const inDirectory = ({ id }: Account) => `directory ${id}`

/** Signs users in by name and password, for the portal and for Basic authentication alike. */
@Injectable()
export class PasswordLogin {
  private readonly verified = new VerifiedCredentials()

  constructor(
    private readonly accounts: AccountFinder,
    private readonly guesses: Guesses,
    private readonly failures: FailedSignIns,
    private readonly directory: LdapDirectory,
    private readonly people: LdapPeople,
  ) {}

  /** Is this the password of somebody who is signed in already? Counts as signing in does. @throws {UserError} TOO_MANY_FAILED_LOGINS */
  async isPasswordOf(account: Account, password: string, address: string): Promise<boolean> {
    try {
      return (await this.signIn(account.username, password, address)).id === account.id
    } catch (error) {
      if (error instanceof UserError && error.reason === 'WRONG_CREDENTIALS') return false
      throw error
    }
  }

  /**
   * Passwords that are kept here come first, then the directory. It is not asked about accounts that have a password here and did not
   * come from it, so that these never wait for it.
   *
   * @param address the client's, as the proxy saw it
   * @param other   what else than the password would do, asked first: it costs less
   * @throws {UserError} WRONG_CREDENTIALS, the same whether or not the user exists; TOO_MANY_FAILED_LOGINS; IDENTITY_NAME_TAKEN
   * @throws {TransientError} DIRECTORY_UNAVAILABLE
   */
  async signIn(
    login: string,
    password: string,
    address: string,
    other?: (account: Account) => Promise<boolean>,
  ): Promise<Account> {
    // PostgreSQL has no NUL in text; no user has it in a name either.
    const account = login.includes('\0') ? undefined : await this.accounts.byLogin(login)
    const who = account ? accountKey(account.id) : `nobody\0${foldName(login)}`
    const hash = account?.password_hash
    const maybeThere = (!hash || account?.in_directory) && (await this.directory.isOn())
    const isRemembered = maybeThere && account?.in_directory && this.verified.has(inDirectory(account), password)
    const asks = maybeThere && !isRemembered
    let found = account
    const isRightPassword = async () => {
      if (account && (await other?.(account))) return true
      if (isRemembered || (hash && this.verified.has(hash, password))) return true
      if (hash || !asks) {
        if (await this.isPassword(password, hash)) return true
        if (!asks) return false
      }
      found = await this.askDirectory(account?.in_directory ? account.username : login, password, address)
      return found !== undefined
    }
    const isRight = await this.failures.watch({ who, login, address }, () =>
      this.guesses.decide(who, address, isRightPassword, { where: asks ? 'directory' : 'here' }),
    )
    if (isRight && found) return found
    await this.failures.tell({ who, login, address })
    throw new UserError('WRONG_CREDENTIALS')
  }

  private async isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
    if (!(await passwordMatches(password, hash)) || !hash) return false
    this.verified.add(hash, password)
    return true
  }

  private async askDirectory(name: string, password: string, address: string): Promise<Account | undefined> {
    const identity = await this.people.signIn(name, password, { address })
    const account = identity && (await this.accounts.byId(identity.userId))
    if (account) this.verified.add(inDirectory(account), password)
    return account
  }
}
