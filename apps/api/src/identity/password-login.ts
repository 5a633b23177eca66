import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { type Account, AccountFinder, accountKey } from './account-finder.js'
import { FailedSignIns } from './failed-sign-ins.js'
import { Guesses } from './limits/guesses.js'
import { passwordMatches } from './password.js'
import { VerifiedCredentials } from './verified-credentials.js'

/** Signs users in by name and password, for the portal and for Basic authentication alike. */
@Injectable()
export class PasswordLogin {
  private readonly verified = new VerifiedCredentials()

  constructor(
    private readonly accounts: AccountFinder,
    private readonly guesses: Guesses,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * @param address the client's, as the proxy saw it
   * @param other   what else than the password would do, asked first: it costs less
   * @throws {UserError} WRONG_CREDENTIALS, the same whether or not the user exists; TOO_MANY_FAILED_LOGINS
   */
  async signIn(
    login: string,
    password: string,
    address: string,
    other?: (account: Account) => Promise<boolean>,
  ): Promise<Account> {
    // PostgreSQL has no NUL in text; no user has it in a name either.
    const account = login.includes('\0') ? undefined : await this.accounts.byLogin(login)
    const who = account ? accountKey(account.id) : `nobody\0${login.normalize('NFKC').toLowerCase()}`
    const hash = account?.password_hash
    const isRight = await this.guesses.decide(who, address, async () => {
      if (account && (await other?.(account))) return true
      if (hash && this.verified.has(hash, password)) return true
      if (!(await passwordMatches(password, hash)) || !hash) return false
      this.verified.add(hash, password)
      return true
    })
    if (isRight && account) return account
    await this.failures.tell({ who, login, address })
    throw new UserError('WRONG_CREDENTIALS')
  }
}
