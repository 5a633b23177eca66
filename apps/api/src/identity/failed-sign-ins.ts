import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { type ErrorReason, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import { Database } from '../database/database.js'
import { Gathered } from '../edge/gathered.js'
import { networkOf } from './limits/network-of.js'

const WINDOW_MS = 300_000
/** Accounts and names, each with a network, that are told of by themselves within a window. */
const MOST_TOLD = 256
/** Of one network: its noise hides no other one's. */
const MOST_OF_NETWORK = 64

interface Failure {
  /** The account, or a name that nobody has. */
  readonly who: string
  /** As it was given. */
  readonly login: string
  readonly address: string
  /** Left out where it was the password. */
  readonly reason?: ErrorReason
}

/**
 * Writes failed sign-ins down: wrong passwords, and whatever else keeps somebody out. Those of an account from a network for one reason are
 * one entry with their number, and there is a bound for everything that comes within some minutes: nobody fills the log by guessing.
 */
@Injectable()
export class FailedSignIns implements BeforeApplicationShutdown {
  private readonly failures: Gathered<Pick<Failure, 'login' | 'address' | 'reason'>>

  constructor(private readonly database: Database) {
    this.failures = new Gathered({
      name: 'FailedSignIns',
      windowMs: WINDOW_MS,
      most: MOST_TOLD,
      mostOfOne: MOST_OF_NETWORK,
      write: ({ login, address, reason }, count) => this.emit(login, count, address, reason),
      writeOthers: (count) => this.emit('', count),
    })
  }

  tell({ who, login, address, reason }: Failure): Promise<void> {
    const shown = login.replaceAll('\0', '').slice(0, 255)
    return this.failures.tell(networkOf(address), `${who}\0${reason ?? ''}`, {
      login: shown,
      address,
      ...(reason && { reason }),
    })
  }

  /** Does what signs somebody in, and writes down where that is refused. A source that gives no answer has refused nobody. */
  async watch<Result>(who: Omit<Failure, 'reason'>, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof UserError) await this.tell({ ...who, reason: error.reason })
      throw error
    }
  }

  /** Ends the window, and writes down what has come since its first events. */
  write(): Promise<void> {
    return this.failures.flush()
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write()
  }

  private emit(login: string, count: number, address?: string, reason?: ErrorReason): Promise<void> {
    const actor = { kind: 'anonymous', name: '', ...(address !== undefined && { address }) } as const
    return emit(this.database, 'user.sign-in-failed', { login, count, ...(reason && { reason }) }, actor)
  }
}
