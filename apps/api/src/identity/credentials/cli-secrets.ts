import type { KeyObject } from 'node:crypto'
import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Queryable } from '@berth/database'
import { deriveKey, open, seal } from '@berth/secrets'
import sql from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Credentials } from './credentials.js'

const placeOf = (user: number) => `CLI secret of user ${user}`

/** The secrets of users of an OIDC provider for command lines. Their owners can read them again, so that they are kept sealed as well. */
@Injectable()
export class CliSecrets {
  private readonly logger = new Logger('CliSecrets')
  private readonly key: KeyObject

  constructor(
    private readonly credentials: Credentials,
    @Inject(SETTINGS) { secretKey }: Pick<ApiSettings, 'secretKey'>,
  ) {
    this.key = deriveKey(secretKey, 'CLI secret')
  }

  /** @param chosen by its owner; without it one is made */
  async replace(transaction: Pick<Queryable, 'row' | 'rows'>, user: number, chosen?: string): Promise<void> {
    await transaction.rows(sql`delete from credential where user_id = ${user} and kind = 'cli'`)
    const { id, secret } = await this.credentials.add(transaction, { kind: 'cli', owner: user, secret: chosen })
    const sealed = seal(this.key, secret, placeOf(user))
    await transaction.rows(sql`update credential set sealed = ${sealed} where id = ${id}`)
  }

  /** @returns undefined for one that does not open: it is as good as none, and another can be set */
  read(user: number, sealed: string): string | undefined {
    try {
      return open(this.key, sealed, placeOf(user))
    } catch (error) {
      this.logger.error(String(error))
      return undefined
    }
  }
}
