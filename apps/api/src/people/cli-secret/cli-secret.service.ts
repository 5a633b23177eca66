import { Injectable } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import type { Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { AccountFinder } from '../../identity/account-finder.js'
import { CliSecrets } from '../../identity/credentials/cli-secrets.js'
import { requireGoodSecret } from '../../identity/credentials/secret.js'

export type OidcUserInfo = z.output<typeof rest.oidcUserInfo>

interface Row {
  readonly id: number
  readonly subject: string
  readonly issuer: string
  readonly created_at: Date
  readonly checked_at: Date
  readonly sealed: string | null
}

/**
 * The one secret that users of an OIDC provider have for command lines, as Harbor's clients know it: they read it again and show it. It
 * lives as long as its owner, whatever the provider says of how long its own tokens do.
 */
@Injectable()
export class CliSecretService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountFinder,
    private readonly secrets: CliSecrets,
  ) {}

  /** @param secret empty: one is made. @throws {UserError} USER_NOT_FOUND, NO_OIDC_USER, BAD_SECRET */
  async set(user: number, secret: string, actor: Actor): Promise<void> {
    if (secret !== '') requireGoodSecret(secret)
    const account = await this.accounts.get(user)
    await this.database.transaction(async (transaction) => {
      const identity = await transaction.row(
        sql`select from user_identity where user_id = ${user} and source = 'oidc' limit 1 for no key update`,
      )
      if (!identity) throw new UserError('NO_OIDC_USER')
      await this.secrets.replace(transaction, user, secret === '' ? undefined : secret)
      await emit(transaction, 'user.cli-secret-changed', { user_id: user, user: account.username }, actor)
    })
  }

  /** What Harbor's clients are told of an account at a provider; undefined where it has none. A token does not learn the secret. */
  async infoOf({ id, credential }: Subject): Promise<OidcUserInfo | undefined> {
    const row = await this.database.row<Row>(sql`
      select i.id, i.subject, i.issuer, i.created_at, i.checked_at,
        (select c.sealed from credential c where c.user_id = i.user_id and c.kind = 'cli' order by c.id desc limit 1) as sealed
      from user_identity i where i.user_id = ${id} and i.source = 'oidc' order by i.id limit 1`)
    if (!row) return undefined
    const secret = credential === undefined && row.sealed !== null ? this.secrets.read(id, row.sealed) : undefined
    return {
      id: row.id,
      user_id: id,
      subiss: row.subject + row.issuer,
      creation_time: row.created_at.toISOString(),
      update_time: row.checked_at.toISOString(),
      ...(secret !== undefined && { secret }),
    }
  }
}
