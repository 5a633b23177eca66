import { createHmac, type KeyObject, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { deriveKey } from '@berth/secrets'
import { Redis } from 'ioredis'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import { type Account, AccountFinder } from '../account-finder.js'
import { reachSessions } from './reach-sessions.js'
import { listKey, publicId, readSession, readUse, sessionKey, type StoredSession, useKey } from './stored-session.js'

/** However much it is used: from then on whoever has the browser signs in once more. */
export const LONGEST_SECONDS = 7 * 24 * 3600
/** Of one user. The oldest ends where there would be more. */
const MOST = 50
const CLIENT_LENGTH = 255

/** From where a session is begun or used. */
export interface Visitor {
  readonly address: string
  /** As the client calls itself. */
  readonly client: string
}

/** A session as its user sees it. Times in milliseconds since 1970. */
export interface SessionFacts extends Visitor {
  readonly id: string
  readonly begun: number
  readonly seen: number
}

/** What the sessions of an account count with: where one of these is another, they have ended. */
type Credentials = Pick<Account, 'password_hash' | 'factor_generation'>

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
  async begin(account: Account, { address, client }: Visitor): Promise<string> {
    const id = randomBytes(32).toString('base64url')
    const session = publicId(id)
    const begun = Date.now()
    const stored: StoredSession = {
      user: account.id,
      marks: [this.mark(account)],
      begun,
      client: client.slice(0, CLIENT_LENGTH),
    }
    const seconds = await this.seconds()
    await reachSessions(async () => {
      await this.redis
        .multi()
        .set(sessionKey(session), JSON.stringify(stored), 'EX', seconds)
        .set(useKey(session), JSON.stringify({ seen: begun, address }), 'EX', seconds)
        .exec()
      await this.keepFew(account.id, session, begun)
    })
    return id
  }

  /**
   * The user of a session, whose time starts anew; undefined when it has ended, the user is gone or has other credentials.
   * @throws {TransientError} SESSIONS_UNAVAILABLE
   */
  async find(id: string, address: string): Promise<Account | undefined> {
    const session = publicId(id)
    const seconds = await this.seconds()
    const stored = readSession(await reachSessions(() => this.redis.getex(sessionKey(session), 'EX', seconds)))
    if (!stored || hasRunOut(stored)) return undefined
    const account = await this.accounts.byId(stored.user)
    if (!account || !this.isOf(stored, account)) return undefined
    const use = JSON.stringify({ seen: Date.now(), address })
    // Nobody waits for what only the list of sessions tells.
    void this.redis.set(useKey(session), use, 'EX', seconds).catch(() => {})
    return account
  }

  /** Those of an account that have not ended, the last used first. @throws {TransientError} SESSIONS_UNAVAILABLE */
  async list(account: Account): Promise<SessionFacts[]> {
    const found = await reachSessions(() => this.read(account.id))
    return found
      .flatMap(({ session, stored, use }) => {
        if (!stored || hasRunOut(stored) || !this.isOf(stored, account)) return []
        const { begun, client } = stored
        return [{ id: session, begun, client, seen: use?.seen ?? begun, address: use?.address ?? '' }]
      })
      .toSorted((a, b) => b.seen - a.seen)
  }

  async end(id: string): Promise<void> {
    const session = publicId(id)
    await reachSessions(async () => {
      const stored = readSession(await this.redis.getdel(sessionKey(session)))
      if (stored) await this.redis.multi().zrem(listKey(stored.user), session).del(useKey(session)).exec()
    })
  }

  /** @returns whether the user had it */
  endOne(user: number, session: string): Promise<boolean> {
    return reachSessions(async () => {
      if ((await this.redis.zrem(listKey(user), session)) === 0) return false
      return (await this.redis.del(sessionKey(session), useKey(session))) > 0
    })
  }

  /** Ends those of a user, but for one. @returns how many there were */
  endAll(user: number, butFor?: string): Promise<number> {
    return reachSessions(async () => {
      const found = await this.read(user)
      const ending = found.filter(({ session }) => session !== butFor)
      await this.remove(user, ending)
      return ending.filter(({ stored }) => stored).length
    })
  }

  /**
   * Before the credentials of a user change: lets one session go on with the ones to come. Where the change fails nothing is lost, for
   * nobody ever has those.
   */
  async carryOver(session: string, user: number, changes: Partial<Credentials>): Promise<void> {
    const account = await this.accounts.byId(user)
    if (!account) return
    const marks = [this.mark({ ...account, ...changes }), this.mark(account)]
    await reachSessions(async () => {
      const stored = readSession(await this.redis.get(sessionKey(session)))
      if (stored) await this.redis.set(sessionKey(session), JSON.stringify({ ...stored, marks }), 'KEEPTTL', 'XX')
    })
  }

  private async keepFew(user: number, session: string, begun: number): Promise<void> {
    const list = listKey(user)
    await this.redis.zadd(list, begun, session)
    await this.redis.expire(list, LONGEST_SECONDS)
    if ((await this.redis.zcard(list)) <= MOST) return
    const found = await this.read(user)
    const keep = new Set(found.filter(({ stored }) => stored).slice(-MOST))
    await this.remove(
      user,
      found.filter((one) => !keep.has(one)),
    )
  }

  /** Every session that the list of the user names, the oldest first. */
  private async read(user: number) {
    const sessions = await this.redis.zrange(listKey(user), '0', '-1')
    if (sessions.length === 0) return []
    const values = await this.redis.mget([...sessions.map(sessionKey), ...sessions.map(useKey)])
    return sessions.map((session, place) => ({
      session,
      stored: readSession(values[place]),
      use: readUse(values[sessions.length + place]),
    }))
  }

  private async remove(user: number, ending: readonly { readonly session: string }[]): Promise<void> {
    if (ending.length === 0) return
    const sessions = ending.map(({ session }) => session)
    await this.redis
      .multi()
      .del([...sessions.map(sessionKey), ...sessions.map(useKey)])
      .zrem(listKey(user), ...sessions)
      .exec()
  }

  private async seconds(): Promise<number> {
    return (await this.settingStore.value('session_timeout')) * 60
  }

  private isOf({ marks }: StoredSession, account: Account): boolean {
    return marks.includes(this.mark(account))
  }

  /** Changes with the password and the second factor, so that new ones end the sessions that began without them. */
  private mark({ password_hash, factor_generation }: Credentials): string {
    return createHmac('sha256', this.markKey)
      .update(`${password_hash ?? ''}\0${factor_generation}`)
      .digest('base64url')
  }
}

const hasRunOut = ({ begun }: StoredSession) => begun + LONGEST_SECONDS * 1000 < Date.now()
