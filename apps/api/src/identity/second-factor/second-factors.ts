import type { KeyObject } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import { deriveKey, open, seal } from '@berth/secrets'
import sql from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { type Account, accountKey } from '../account-finder.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import { Guesses } from '../limits/guesses.js'
import type { Limit } from '../limits/throttle.js'
import { grouped, hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.js'
import { newSecret, stepOf } from './totp.js'

/** Wrong codes of one account, wherever they come from: six digits are few. The right one clears it. */
const CODES_A_DAY: Limit = { times: 100, windowSeconds: 24 * 3600 }
/** For how long a secret that was offered can be confirmed. */
const OFFER_MINUTES = 30

const placeOf = (user: number) => `second factor of user ${user}`

/** What the state of a second factor is for its user. */
export interface FactorState {
  readonly enabled_at: Date | null
  readonly removed_at: Date | null
  readonly recovery_codes: number
}

/** A secret that was offered, with the step of a right code. */
export interface Confirmed {
  readonly sealed: string
  readonly step: number
}

/** The second factor of users: codes of an app that change with time (RFC 6238), and recovery codes in its place. */
@Injectable()
export class SecondFactors {
  private readonly sealKey: KeyObject
  private readonly recoveryKey: KeyObject

  constructor(
    private readonly database: Database,
    private readonly guesses: Guesses,
    private readonly failures: FailedSignIns,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.sealKey = deriveKey(secretKey, 'second factor')
    this.recoveryKey = deriveKey(secretKey, 'recovery code')
  }

  async state(user: number): Promise<FactorState> {
    const row = await this.database.row<FactorState>(sql`
      select enabled_at, removed_at, (select count(*)::int from recovery_code c where c.user_id = f.user_id) as recovery_codes
      from second_factor f where user_id = ${user}`)
    return row ?? { enabled_at: null, removed_at: null, recovery_codes: 0 }
  }

  /** Offers a new secret, which counts once a code of it was given. @throws {UserError} SECOND_FACTOR_ON */
  async offer(user: number, transaction: Queryable): Promise<string> {
    const secret = newSecret()
    const offered = await transaction.row(sql`
      insert into second_factor (user_id, secret) values (${user}, ${seal(this.sealKey, secret, placeOf(user))})
      on conflict (user_id) do update set secret = excluded.secret, last_step = 0, offered_at = now()
        where second_factor.enabled_at is null
      returning user_id`)
    if (!offered) throw new UserError('SECOND_FACTOR_ON')
    return secret
  }

  /**
   * Holds a code against the secret that was offered.
   * @returns undefined where the code is wrong
   * @throws {UserError} NO_SECOND_FACTOR_OFFERED, TOO_MANY_FAILED_LOGINS
   */
  async confirm(account: Account, code: string, address: string): Promise<Confirmed | undefined> {
    const row = await this.database.row<{ sealed: string }>(sql`
      select secret as sealed from second_factor
      where user_id = ${account.id} and enabled_at is null and secret is not null
        and offered_at > now() - make_interval(mins => ${OFFER_MINUTES})`)
    if (!row) throw new UserError('NO_SECOND_FACTOR_OFFERED')
    const step = await this.guess(account, address, async () => this.stepOf(account.id, row.sealed, code))
    return step === undefined ? undefined : { ...row, step }
  }

  /**
   * Switches on what was confirmed.
   * @returns the recovery codes: nobody can read them again
   * @throws {UserError} NO_SECOND_FACTOR_OFFERED where something else was offered meanwhile
   */
  async enable(user: number, { sealed, step }: Confirmed, transaction: Queryable): Promise<string[]> {
    const enabled = await transaction.row(sql`
      update second_factor set enabled_at = now(), last_step = ${step}, removed_at = null, generation = generation + 1
      where user_id = ${user} and secret = ${sealed} and enabled_at is null returning user_id`)
    if (!enabled) throw new UserError('NO_SECOND_FACTOR_OFFERED')
    return this.renewRecoveryCodes(user, transaction)
  }

  /**
   * Takes a code of the app, or a recovery code, each of which counts once.
   * @returns undefined where it is wrong; how many recovery codes are left where it was one
   * @throws {UserError} TOO_MANY_FAILED_LOGINS
   */
  async take(account: Account, code: string, address: string): Promise<{ readonly left?: number } | undefined> {
    return this.guess(account, address, async () => {
      const recovery = readRecoveryCode(code)
      return recovery === undefined ? this.takeStep(account.id, code) : this.takeRecoveryCode(account.id, recovery)
    })
  }

  /** Replaces all that there are. @returns them: nobody can read them again */
  async renewRecoveryCodes(user: number, transaction: Queryable): Promise<string[]> {
    const codes = newRecoveryCodes()
    const hashes = codes.map((code) => hashRecoveryCode(this.recoveryKey, user, code))
    await transaction.rows(sql`delete from recovery_code where user_id = ${user}`)
    await transaction.rows(
      sql`insert into recovery_code (user_id, code_hash) select ${user}, unnest(${hashes}::bytea[])`,
    )
    return codes.map(grouped)
  }

  /** @param byOther an administrator takes it away, of which its user is told. @returns whether it was on */
  async remove(user: number, byOther: boolean, transaction: Queryable): Promise<boolean> {
    const removed = await transaction.row(sql`
      update second_factor set secret = null, enabled_at = null, generation = generation + 1,
        removed_at = ${byOther ? sql`now()` : null}
      where user_id = ${user} and enabled_at is not null returning user_id`)
    await transaction.rows(sql`delete from recovery_code where user_id = ${user}`)
    return removed !== undefined
  }

  /** Counts as a guess at a password does, and for the account by itself as well. */
  private async guess<Result>(
    account: Account,
    address: string,
    work: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const who = `code\0${accountKey(account.id)}`
    const today = { key: `codes of\0${account.id}`, limit: CODES_A_DAY }
    const login = account.username
    let result: Result | undefined
    await this.failures.watch({ who, login, address }, async () => {
      await this.guesses.decide(who, address, async () => (result = await work()) !== undefined, { tallies: [today] })
    })
    if (result === undefined) await this.failures.tell({ who, login, address, reason: 'WRONG_CODE' })
    return result
  }

  private async takeStep(user: number, code: string): Promise<{ left?: number } | undefined> {
    const row = await this.database.row<{ secret: string }>(
      sql`select secret from second_factor where user_id = ${user} and enabled_at is not null`,
    )
    const step = row && this.stepOf(user, row.secret, code)
    if (step === undefined) return undefined
    // Of two that come with the same code one finds the step taken.
    const taken = await this.database.row(sql`
      update second_factor set last_step = ${step}
      where user_id = ${user} and enabled_at is not null and last_step < ${step} returning user_id`)
    return taken && {}
  }

  private async takeRecoveryCode(user: number, code: string): Promise<{ left: number } | undefined> {
    const row = await this.database.row<{ left: number }>(sql`
      with taken as (
        delete from recovery_code
        where user_id = ${user} and code_hash = ${hashRecoveryCode(this.recoveryKey, user, code)} returning user_id
      )
      select (select count(*)::int from recovery_code where user_id = ${user}) - 1 as left from taken`)
    return row && { left: row.left }
  }

  private stepOf(user: number, sealed: string, code: string): number | undefined {
    return stepOf(open(this.sealKey, sealed, placeOf(user)), code.replaceAll(/\s/g, ''))
  }
}
