import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import type { z } from 'zod'
import type { Asking } from '../../access/subject.js'
import { Database } from '../../database/database.js'
import { type Account, AccountFinder } from '../../identity/account-finder.js'
import { Sessions } from '../../identity/sessions/sessions.js'

export type SessionRow = z.output<typeof rest.session>

const asTime = (milliseconds: number) => new Date(milliseconds).toISOString()

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: AccountFinder,
    private readonly database: Database,
  ) {}

  async list({ subject, session: current }: Asking): Promise<SessionRow[]> {
    const found = await this.sessions.list(await this.accounts.get(subject.id))
    return found.map(({ id, client, address, begun, seen }) => ({
      id,
      current: id === current,
      client,
      address,
      creation_time: asTime(begun),
      last_seen: asTime(seen),
    }))
  }

  /** @throws {UserError} SESSION_NOT_FOUND */
  async end(session: string, { subject, actor }: Asking): Promise<void> {
    const account = await this.accounts.get(subject.id)
    if (!(await this.sessions.endOne(account.id, session))) throw new UserError('SESSION_NOT_FOUND')
    await this.tell(account, 1, actor)
  }

  /** All but the one that asks. */
  endOthers({ subject, session, actor }: Asking): Promise<void> {
    return this.endAll(subject.id, actor, session)
  }

  /** @param butFor one that goes on */
  async endAll(user: number, actor: Actor, butFor?: string): Promise<void> {
    const account = await this.accounts.get(user)
    const count = await this.sessions.endAll(user, butFor)
    if (count > 0) await this.tell(account, count, actor)
  }

  private tell({ id, username }: Account, count: number, actor: Actor): Promise<void> {
    return emit(this.database, 'user.sessions-ended', { user_id: id, user: username, count }, actor)
  }
}
