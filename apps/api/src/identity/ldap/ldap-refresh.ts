import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { Identities } from '../identities/identities.js'
import { LdapDirectory } from './ldap-directory.js'
import { LdapPeople } from './ldap-people.js'

const INTERVAL_MS = 30_000
/** People whom one process asks for within an interval. */
const AT_A_TIME = 50
/** Somebody is asked for again after so long. */
const STALE_SECONDS = 15 * 60

/**
 * Asks the directory again and again for everybody who came from it: in which groups they are, and whether it has them still. So that a right
 * ends without a new sign-in, and nobody waits for it.
 */
@Injectable()
export class LdapRefresh implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LdapRefresh')
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined

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
    clearInterval(this.timer)
    await this.running
  }

  /** Those who have waited longest; of several processes each takes others. @param staleSeconds since when nobody asked */
  async refresh(staleSeconds = STALE_SECONDS): Promise<void> {
    try {
      if (!(await this.directory.isOn())) return
      const places = await this.identities.takeStale('ldap', staleSeconds, AT_A_TIME)
      for (const place of places) await this.people.refresh(place)
    } catch (error) {
      this.logger.warn(`People of the directory were not looked after: ${String(error)}`)
    }
  }
}
