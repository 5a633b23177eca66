import { Inject, Injectable } from '@nestjs/common'
import type { Queryable } from '@berth/database'
import type { StoredGrant } from '@berth/rbac'
import sql from 'sql-template-tag'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { insertedRow } from '../../database/inserted-row.js'
import { type CredentialKind, hashSecret, newSecret } from './secret.js'

interface NewCredential {
  readonly kind: CredentialKind
  /** Id of the robot, or of the user. */
  readonly owner: number
  readonly name?: string
  /** Chosen by its owner; otherwise one is made. */
  readonly secret?: string | undefined
  readonly expiresAt?: Date | undefined
  /** What may be done with it at most. */
  readonly ceiling?: readonly StoredGrant[]
}

/** Writes down secrets, of which only a hash is kept. */
@Injectable()
export class Credentials {
  constructor(@Inject(SETTINGS) private readonly settings: ApiSettings) {}

  /** @returns the secret: this is the only time that anybody can read it */
  async add(
    transaction: Pick<Queryable, 'row'>,
    { kind, owner, name = '', secret = newSecret(kind), expiresAt, ceiling }: NewCredential,
  ): Promise<{ readonly id: number; readonly secret: string }> {
    const [robot, user] = kind === 'robot' ? [owner, null] : [null, owner]
    const { id } = insertedRow(
      await transaction.row<{ id: number }>(sql`
        insert into credential (kind, robot_id, user_id, name, hash, ceiling, expires_at)
        values (${kind}, ${robot}, ${user}, ${name}, ${hashSecret(secret, this.settings.secretKey)},
          ${ceiling ? JSON.stringify(ceiling) : null}::jsonb, ${expiresAt ?? null})
        returning id`),
    )
    return { id, secret }
  }

  /**
   * Gives a robot another secret.
   * @param overlap seconds for which the one before stays good
   * @returns the new one
   */
  async rotate(
    transaction: Pick<Queryable, 'row' | 'rows'>,
    {
      robot,
      overlap,
      secret,
    }: { readonly robot: number; readonly overlap: number; readonly secret: string | undefined },
  ): Promise<string> {
    await transaction.rows(sql`
      delete from credential where robot_id = ${robot} and kind = 'robot' and (${overlap} = 0
        or id < (select max(id) from credential where robot_id = ${robot} and kind = 'robot'))`)
    await transaction.rows(sql`
      update credential set expires_at = least(expires_at, now() + make_interval(secs => ${overlap}))
      where robot_id = ${robot} and kind = 'robot'`)
    return (await this.add(transaction, { kind: 'robot', owner: robot, secret })).secret
  }
}
