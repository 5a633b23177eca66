import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { TransientError } from '@berth/contracts'
import { deriveKey } from '@berth/secrets'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import { type Account, AccountFinder } from '../account-finder.js'

const storedSession = z.object({ user: z.int(), mark: z.string() })

/** Sessions of the portal: in Redis, under a hash of the id that the browser holds. */
@Injectable()
export class Sessions {
  private readonly markKey: KeyObject

  constructor(
    private readonly redis: Redis,
    private readonly accounts: AccountFinder,
    private readonly settingStore: SettingStore,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.markKey = deriveKey(secretKey, 'session')
  }

  /**
   * Begins a session.
   * @returns its id
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  async begin(account: Account): Promise<string> {
    const id = randomBytes(32).toString('base64url')
    const value = JSON.stringify({ user: account.id, mark: this.mark(account) })
    const seconds = await this.seconds()
    await this.reach(() => this.redis.set(this.key(id), value, 'EX', seconds))
    return id
  }

  /**
   * The user of a session, whose time starts anew; undefined when it has ended, the user is gone or has another password.
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  async find(id: string): Promise<Account | undefined> {
    const seconds = await this.seconds()
    const value = await this.reach(() => this.redis.getex(this.key(id), 'EX', seconds))
    if (value === null) return undefined
    const session = storedSession.parse(JSON.parse(value))
    const account = await this.accounts.byId(session.user)
    return account && this.mark(account) === session.mark ? account : undefined
  }

  async end(id: string): Promise<void> {
    await this.reach(() => this.redis.del(this.key(id)))
  }

  private async seconds(): Promise<number> {
    return (await this.settingStore.value('session_timeout')) * 60
  }

  private key(id: string): string {
    return `session:${createHash('sha256').update(id).digest('base64url')}`
  }

  /** Changes with the password, so that a new one ends the sessions that began with the old. */
  private mark(account: Account): string {
    return createHmac('sha256', this.markKey)
      .update(account.password_hash ?? '')
      .digest('base64url')
  }

  private async reach<Result>(command: () => Promise<Result>): Promise<Result> {
    try {
      return await command()
    } catch (cause) {
      throw new TransientError('SESSIONS_UNAVAILABLE', {}, { cause })
    }
  }
}
