import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import { Database } from '../database/database.js'
import { type Account, AccountFinder } from './account-finder.js'
import { passwordMatches } from './password.js'
import { type Limit, Throttle } from './limits/throttle.js'
import { VerifiedCredentials } from './verified-credentials.js'

/** Failures of one user name from one address. Others, elsewhere, are not kept out by them. */
const FAILURES: Limit = { times: 10, windowSeconds: 300 }

/** Signs users in by name and password, for the portal and for Basic authentication alike. */
@Injectable()
export class PasswordLogin {
  private readonly verified = new VerifiedCredentials()

  constructor(
    private readonly accounts: AccountFinder,
    private readonly throttle: Throttle,
    private readonly database: Database,
  ) {}

  /**
   * @param address the client's, as the proxy saw it
   * @throws {UserError} WRONG_CREDENTIALS, the same whether or not the user exists; TOO_MANY_FAILED_LOGINS
   */
  async signIn(login: string, password: string, address: string): Promise<Account> {
    // PostgreSQL has no NUL in text; no user has it in a name either.
    const account = login.includes('\0') ? undefined : await this.accounts.byLogin(login)
    const hash = account?.password_hash
    if (account && hash && this.verified.has(hash, password)) return account
    const key = `login\0${login.toLowerCase()}\0${address}`
    await this.requirePatience(key)
    const isRight = await passwordMatches(password, hash)
    // Guesses that are sent together have all passed before the first of them was counted.
    await this.requirePatience(key)
    if (!isRight || !account || !hash) {
      await this.throttle.count(key, FAILURES)
      const failed = { login: login.replaceAll('\0', '').slice(0, 255) }
      await emit(this.database, 'user.sign-in-failed', failed, { kind: 'anonymous', name: '', address })
      throw new UserError('WRONG_CREDENTIALS')
    }
    this.verified.add(hash, password)
    await this.throttle.forget(key, FAILURES)
    return account
  }

  private async requirePatience(key: string): Promise<void> {
    const seconds = await this.throttle.waitFor(key, FAILURES)
    if (seconds > 0) throw new UserError('TOO_MANY_FAILED_LOGINS', { seconds })
  }
}
