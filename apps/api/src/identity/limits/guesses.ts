import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { KnownNetworks } from './known-networks.js'
import { networkOf } from './network-of.js'
import { type Limit, type Tally, Throttle } from './throttle.js'
import { Turns } from './turns.js'

/** Wrong passwords of one account from one network. The right one clears it. */
const OF_ACCOUNT_HERE: Limit = { times: 10, windowSeconds: 300 }
/** Of one account, from all networks that it has not signed in from lately. */
const OF_ACCOUNT: Limit = { times: 50, windowSeconds: 300 }
/** From one network, for all accounts that have not signed in from there lately; and apart from that for all that have. */
const OF_NETWORK: Limit = { times: 50, windowSeconds: 300 }

/** Passwords compared at the same time for one network: here each costs time of a processor, elsewhere they only wait. */
const AT_ONCE = { here: 8, directory: 32, issuer: 32 } as const
/** Requests that wait for that. */
const MOST_WAITING = 500

interface GuessOptions {
  /** Who says whether it is right: whoever waits for a directory, or an issuer's keys, keeps nobody waiting whose password is compared here. */
  readonly where?: keyof typeof AT_ONCE
  /** What else wrong ones are counted in. The right one clears that, too. */
  readonly tallies?: readonly Tally[]
}

/**
 * Holds how often passwords may be guessed, before anything is asked whether a guess is right: not even a right one passes while a
 * tally is used up, so that an answer tells nothing.
 */
@Injectable()
export class Guesses {
  /** What is being decided is counted already: one after the other, right ones do not use up the tally of their account. */
  private readonly ofAccountHere = new Turns(1, MOST_WAITING)
  private readonly ofNetwork = {
    here: new Turns(AT_ONCE.here, MOST_WAITING),
    directory: new Turns(AT_ONCE.directory, MOST_WAITING),
    issuer: new Turns(AT_ONCE.issuer, MOST_WAITING),
  }

  constructor(
    private readonly throttle: Throttle,
    private readonly known: KnownNetworks,
  ) {}

  /**
   * @param account whose password it is: the same by whatever name it is given
   * @param address where it comes from
   * @returns what `isRight` says
   * @throws {UserError} TOO_MANY_FAILED_LOGINS
   */
  async decide(
    account: string,
    address: string,
    isRight: () => Promise<boolean>,
    { where = 'here', tallies = [] }: GuessOptions = {},
  ): Promise<boolean> {
    const network = networkOf(address)
    const decided = await this.ofAccountHere.take(`${where}\0${account}\0${network}`, () =>
      this.ofNetwork[where].take(network, () => this.decideOne(account, network, isRight, tallies)),
    )
    if (decided === undefined) throw new UserError('TOO_MANY_FAILED_LOGINS', { seconds: 1 })
    return decided
  }

  private async decideOne(
    account: string,
    network: string,
    isRight: () => Promise<boolean>,
    tallies: readonly Tally[],
  ): Promise<boolean> {
    const isKnown = await this.known.has(account, network)
    const own = [{ key: `guesses here\0${account}\0${network}`, limit: OF_ACCOUNT_HERE }, ...tallies]
    const wider = isKnown
      ? [{ key: `guesses from known\0${network}`, limit: OF_NETWORK }]
      : [
          { key: `guesses from\0${network}`, limit: OF_NETWORK },
          { key: `guesses of\0${account}`, limit: OF_ACCOUNT },
        ]
    const seconds = await this.throttle.take(...own, ...wider)
    if (seconds > 0) throw new UserError('TOO_MANY_FAILED_LOGINS', { seconds })
    const is = await isRight().catch(async (error: unknown) => {
      // Nobody said whether it is right.
      await this.throttle.giveBack(...own, ...wider)
      throw error
    })
    if (!is) return false
    await Promise.all([
      this.throttle.forget(...own),
      this.throttle.giveBack(...wider),
      isKnown ? undefined : this.known.add(account, network),
    ])
    return true
  }
}
