import { Inject, Injectable } from '@nestjs/common'
import { type Actor, type EventType, type rest, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import type { z } from 'zod'
import type { Asking } from '../../access/subject.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { type Account, AccountFinder } from '../../identity/account-finder.js'
import { PasswordLogin } from '../../identity/passwords/password-login.js'
import { SecondFactors } from '../../identity/second-factor/second-factors.js'
import { uriOf } from '../../identity/second-factor/totp.js'
import { Sessions } from '../../identity/sessions/sessions.js'

export type FactorState = z.output<typeof rest.secondFactor>
export type FactorOffer = z.output<typeof rest.secondFactorOffer>
export type RecoveryCodes = z.output<typeof rest.recoveryCodes>
export type FactorProof = z.output<typeof rest.secondFactorProof>

/** What users do with their second factor. Each change ends their sessions, but for the one that asks. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactors,
    private readonly accounts: AccountFinder,
    private readonly passwordLogin: PasswordLogin,
    private readonly sessions: Sessions,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async state(user: number): Promise<FactorState> {
    const { enabled_at: enabled, removed_at: removed, recovery_codes: left } = await this.factors.state(user)
    return {
      enabled: enabled !== null,
      recovery_codes_left: left,
      ...(enabled && { enabled_time: enabled.toISOString() }),
      ...(removed && { removed_time: removed.toISOString() }),
    }
  }

  /** @throws {UserError} WRONG_OLD_PASSWORD, SECOND_FACTOR_ON */
  async offer({ subject: { id: user }, actor }: Asking, password: string): Promise<FactorOffer> {
    const account = await this.accounts.get(user)
    await this.requirePassword(account, password, actor)
    const secret = await this.database.transaction(async (transaction) => {
      const offered = await this.factors.offer(user, transaction)
      await tell(transaction, 'user.second-factor-offered', account, actor)
      return offered
    })
    return { secret, uri: uriOf(secret, account.username, this.issuer()) }
  }

  /** @throws {UserError} NO_SECOND_FACTOR_OFFERED, BAD_CODE */
  async enable({ subject: { id: user }, session, actor }: Asking, code: string): Promise<RecoveryCodes> {
    const account = await this.accounts.get(user)
    const confirmed = await this.factors.confirm(account, code, actor.address ?? '')
    if (!confirmed) throw new UserError('BAD_CODE')
    if (session !== undefined)
      await this.sessions.carryOver(session, user, { factor_generation: account.factor_generation + 1 })
    return this.database.transaction(async (transaction) => {
      const codes = await this.factors.enable(user, confirmed, transaction)
      await tell(transaction, 'user.second-factor-enabled', account, actor)
      return { recovery_codes: codes }
    })
  }

  /** @throws {UserError} SECOND_FACTOR_OFF, WRONG_OLD_PASSWORD, BAD_CODE */
  async disable({ subject: { id: user }, session, actor }: Asking, proof: FactorProof): Promise<void> {
    const account = await this.proven(user, proof, actor)
    if (session !== undefined)
      await this.sessions.carryOver(session, user, { factor_generation: account.factor_generation + 1 })
    await this.database.transaction(async (transaction) => {
      if (!(await this.factors.remove(user, false, transaction))) throw new UserError('SECOND_FACTOR_OFF')
      await tell(transaction, 'user.second-factor-disabled', account, actor)
    })
  }

  /** New ones in place of all that there are. @throws {UserError} SECOND_FACTOR_OFF, WRONG_OLD_PASSWORD, BAD_CODE */
  async renewRecoveryCodes({ subject: { id: user }, actor }: Asking, proof: FactorProof): Promise<RecoveryCodes> {
    const account = await this.proven(user, proof, actor)
    return this.database.transaction(async (transaction) => {
      const codes = await this.factors.renewRecoveryCodes(user, transaction)
      await tell(transaction, 'user.recovery-codes-renewed', account, actor)
      return { recovery_codes: codes }
    })
  }

  /** Of a user who has lost it, by an administrator. @throws {UserError} USER_NOT_FOUND, OWN_SECOND_FACTOR, SECOND_FACTOR_OFF */
  async remove(user: number, { subject, actor }: Asking): Promise<void> {
    if (user === subject.id) throw new UserError('OWN_SECOND_FACTOR')
    const account = await this.accounts.get(user)
    await this.database.transaction(async (transaction) => {
      if (!(await this.factors.remove(user, true, transaction))) throw new UserError('SECOND_FACTOR_OFF')
      await tell(transaction, 'user.second-factor-disabled', account, actor)
    })
  }

  /** The account, whose user has shown that it is theirs. A recovery code does in place of one of the app. */
  private async proven(user: number, { password, code }: FactorProof, actor: Actor): Promise<Account> {
    const account = await this.accounts.get(user)
    if (!account.second_factor) throw new UserError('SECOND_FACTOR_OFF')
    await this.requirePassword(account, password, actor)
    if (!(await this.factors.take(account, code, actor.address ?? ''))) throw new UserError('BAD_CODE')
    return account
  }

  private async requirePassword(account: Account, password: string, { address = '' }: Actor): Promise<void> {
    if (!(await this.passwordLogin.isPasswordOf(account, password, address))) throw new UserError('WRONG_OLD_PASSWORD')
  }

  /** Whose code it is, in a list of an app that has many. */
  private issuer(): string {
    const { externalUrl } = this.settings
    return externalUrl === undefined ? 'Berth' : `Berth ${new URL(externalUrl).host}`
  }
}

const tell = (
  transaction: Transaction,
  type: Extract<EventType, `user.second-factor-${string}` | 'user.recovery-codes-renewed'>,
  { id, username }: Account,
  actor: Actor,
) => emit(transaction, type, { user_id: id, user: username }, actor)
