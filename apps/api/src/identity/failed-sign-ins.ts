import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import type { ErrorReason } from '@berth/contracts'
import { emit } from '@berth/database'
import { Database } from '../database/database.js'
import { networkOf } from './limits/network-of.js'

const WINDOW_MS = 300_000
/** Accounts and names, each with a network, that are told of by themselves within a window. */
const MOST_TOLD = 256

interface Failure {
  /** The account, or a name that nobody has. */
  readonly who: string
  /** As it was given. */
  readonly login: string
  readonly address: string
  /** Where it was not the password. */
  readonly reason?: ErrorReason
}

/**
 * Writes failed sign-ins down: the first of an account from a network at once, those that follow within the window as one event with
 * their number. So whoever guesses does not fill the disk.
 */
@Injectable()
export class FailedSignIns implements BeforeApplicationShutdown {
  private readonly logger = new Logger('FailedSignIns')
  private more = new Map<
    string,
    { readonly login: string; address: string; reason?: ErrorReason | undefined; count: number }
  >()
  private others = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly database: Database) {}

  async tell({ who, login, address, reason }: Failure): Promise<void> {
    const key = `${who}\0${networkOf(address)}`
    const known = this.more.get(key)
    this.timer ??= setTimeout(() => void this.write(), WINDOW_MS).unref()
    if (known) {
      known.count += 1
      known.address = address
      known.reason = reason
    } else if (this.more.size < MOST_TOLD) {
      const shown = login.replaceAll('\0', '').slice(0, 255)
      this.more.set(key, { login: shown, address, count: 0 })
      await this.emit(shown, 1, address, reason)
    } else this.others += 1
  }

  /** Ends the window, and writes down what has come since its first events. */
  async write(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const [more, others] = [this.more, this.others]
    this.more = new Map()
    this.others = 0
    try {
      for (const { login, count, address, reason } of more.values())
        if (count > 0) await this.emit(login, count, address, reason)
      if (others > 0) await this.emit('', others)
    } catch (error) {
      this.logger.error(`Failed sign-ins could not be written down: ${String(error)}`)
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write()
  }

  private emit(login: string, count: number, address?: string, reason?: ErrorReason): Promise<void> {
    const actor = { kind: 'anonymous', name: '', ...(address !== undefined && { address }) } as const
    return emit(this.database, 'user.sign-in-failed', { login, count, ...(reason && { reason }) }, actor)
  }
}
