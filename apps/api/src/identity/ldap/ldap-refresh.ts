import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { type DueIdentity, Identities } from '../identities/identities.js'
import { LdapDirectory } from './ldap-directory.js'
import { LdapPeople } from './ldap-people.js'

const INTERVAL_MS = 30_000
/** People whom one process takes at a time. Another process leaves these alone. */
const AT_A_TIME = 50
/** The directory is asked about each person again after this time. */
const DUE_SECONDS = 15 * 60

/**
 * Asks the directory about everybody who came from it, again and again: in which groups they are, and whether it still has them. So a right
 * ends without a new sign-in, and nobody waits for it. Each process asks about one person after the other, as long as anybody is due.
 */
@Injectable()
export class LdapRefresh implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LdapRefresh')
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private isEnding = false

  constructor(
    private readonly directory: LdapDirectory,
    private readonly people: LdapPeople,
    private readonly identities: Identities,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.refresh().finally(() => (this.running = undefined))
    }, INTERVAL_MS).unref()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true
    clearInterval(this.timer)
    await this.running
  }

  /** @param dueSeconds about whom nobody has asked for so long is asked about */
  async refresh(dueSeconds = DUE_SECONDS): Promise<void> {
    const since = new Date(Date.now() - dueSeconds * 1000)
    try {
      while (!this.isEnding && (await this.directory.isOn())) {
        const due = await this.identities.takeDue('ldap', since, AT_A_TIME)
        if (due.length === 0) return
        await this.askAbout(due)
      }
    } catch (error) {
      this.logger.warn(`People of the directory were not looked after: ${String(error)}`)
    }
  }

  /** Whoever gets no answer is due again later, so that one entry which takes too long does not keep the others waiting for ever. */
  private async askAbout(due: readonly DueIdentity[]): Promise<void> {
    for (const [place, one] of due.entries()) {
      try {
        if (this.isEnding) return await this.identities.giveBack(due.slice(place))
        await this.people.refresh(one)
      } catch (error) {
        await this.identities.giveBack(due.slice(place + 1))
        throw error
      }
    }
  }
}
