import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { TransientError } from '@berth/contracts'
import { deriveKey } from '@berth/secrets'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import { type Account, AccountFinder } from '../account-finder.js'

/** `begun` in milliseconds since 1970. */
const storedSession = z.object({ user: z.int(), mark: z.string(), begun: z.int() })

/** However much it is used: from then on whoever has the browser signs in once more. */
const LONGEST_SECONDS = 7 * 24 * 3600
/** Of one user. The oldest ends where there would be more. */
const MOST = 50

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
    const begun = Date.now()
    const value = JSON.stringify({ user: account.id, mark: this.mark(account), begun })
    const seconds = await this.seconds()
    await this.reach(async () => {
      await this.redis.set(sessionKey(id), value, 'EX', seconds)
      await this.keepFew(account.id, sessionKey(id), begun)
    })
    return id
  }

  /**
   * The user of a session, whose time starts anew; undefined when it has ended, the user is gone or has another password.
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  async find(id: string): Promise<Account | undefined> {
    const seconds = await this.seconds()
    const value = await this.reach(() => this.redis.getex(sessionKey(id), 'EX', seconds))
    const session = readSession(value)
    if (!session || session.begun + LONGEST_SECONDS * 1000 < Date.now()) return undefined
    const account = await this.accounts.byId(session.user)
    return account && this.mark(account) === session.mark ? account : undefined
  }

  async end(id: string): Promise<void> {
    await this.reach(async () => {
      const value = await this.redis.getdel(sessionKey(id))
      const session = readSession(value)
      if (session) await this.redis.zrem(listKey(session.user), sessionKey(id))
    })
  }

  private async keepFew(user: number, key: string, begun: number): Promise<void> {
    const list = listKey(user)
    await this.redis.zadd(list, begun, key)
    await this.redis.expire(list, LONGEST_SECONDS)
    if ((await this.redis.zcard(list)) <= MOST) return
    const keys = await this.redis.zrange(list, '0', '-1')
    const values = await this.redis.mget(keys)
    const living = keys.filter((_, place) => values[place] !== null)
    const keep = new Set(living.slice(-MOST))
    const gone = keys.filter((one) => !keep.has(one))
    await this.redis.del(...gone)
    await this.redis.zrem(list, ...gone)
  }

  private async seconds(): Promise<number> {
    return (await this.settingStore.value('session_timeout')) * 60
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

const sessionKey = (id: string) => `session:${createHash('sha256').update(id).digest('base64url')}`
const listKey = (user: number) => `sessions:${user}`

/** One of another version is none. */
const readSession = (value: string | null) =>
  value === null ? undefined : storedSession.safeParse(JSON.parse(value)).data
