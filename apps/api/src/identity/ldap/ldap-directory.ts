import { Inject, Injectable, Logger } from '@nestjs/common'
import { TransientError } from '@berth/contracts'
import { Directory, DirectoryError, type DirectorySettings } from '@berth/directory'
import { AddressGuard } from '@berth/outbound'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import { Turns } from '../limits/turns.js'
import { directoryOptions } from '../../settings/directory-options.js'

/** Questions at the same time, and those that wait for that. */
const AT_ONCE = 32
const MOST_WAITING = 500
/** After it gave no answer, nobody waits for the directory for so long. */
const PAUSE_MS = 3000

/** The directory that the settings name, asked within bounds. */
@Injectable()
export class LdapDirectory {
  private readonly logger = new Logger('LdapDirectory')
  private readonly guard: AddressGuard
  private readonly turns = new Turns(AT_ONCE, MOST_WAITING)
  private pausedUntil = 0

  constructor(
    private readonly settings: SettingStore,
    @Inject(SETTINGS) { outboundAllow }: Pick<ApiSettings, 'outboundAllow'>,
  ) {
    this.guard = new AddressGuard(outboundAllow)
  }

  /** Whether there is one. */
  async isOn(): Promise<boolean> {
    return (await this.settings.value('ldap_url')) !== ''
  }

  /** One that these settings describe, as the outside may be reached. */
  reach(options: DirectorySettings): Directory {
    return new Directory(options, this.guard)
  }

  /**
   * @param changed instead of what the settings say
   * @returns undefined where no directory is set up
   * @throws {TransientError} DIRECTORY_UNAVAILABLE
   */
  async ask<Answer>(
    question: (directory: Directory) => Promise<Answer>,
    changed: Partial<DirectorySettings> = {},
  ): Promise<Answer | undefined> {
    const options = directoryOptions(await this.settings.all())
    if (!options) return undefined
    if (performance.now() < this.pausedUntil) throw new TransientError('DIRECTORY_UNAVAILABLE', {})
    const answer = await this.turns.take('', async () => ({
      is: await this.answerOf(() => question(this.reach({ ...options, ...changed }))),
    }))
    if (!answer) throw new TransientError('DIRECTORY_UNAVAILABLE', {})
    return answer.is
  }

  private async answerOf<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      return await question()
    } catch (cause) {
      if (!(cause instanceof DirectoryError)) throw cause
      if (cause.isAway) this.pausedUntil = performance.now() + PAUSE_MS
      this.logger.warn(`The directory gave no answer: ${cause.message}`)
      throw new TransientError('DIRECTORY_UNAVAILABLE', {}, { cause })
    }
  }
}
