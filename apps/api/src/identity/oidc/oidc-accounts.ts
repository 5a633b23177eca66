import { Injectable, Logger } from '@nestjs/common'
import { isUsername, UserError } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import { type Account, AccountFinder } from '../account-finder.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import { Identities, type KnownIdentity } from '../identities/identities.js'
import { emailIn, type Groups, groupsIn, realNameIn, shownName, userNameIn } from './claims.js'
import type { Exchanged } from './oidc-exchange.js'
import type { Newcomer } from './onboarding.js'

type Found = { readonly account: Account } | { readonly newcomer: Omit<Newcomer, 'target'> }

/** How long groups count that the provider named before, while it does not name them. */
const LEASE_SECONDS = 7 * 24 * 3600

const keyOf = ({ issuer, subject }: Pick<Newcomer, 'issuer' | 'subject'>) =>
  ({ source: 'oidc', issuer, subject }) as const

/** Whose account it is that the provider vouches for: by issuer and subject, never by name or e-mail address. */
@Injectable()
export class OidcAccounts {
  private readonly logger = new Logger('OidcAccounts')

  constructor(
    private readonly identities: Identities,
    private readonly accounts: AccountFinder,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * The account with the groups that the provider has named, made where the settings say so; or who it is that has none yet. A refusal is
   * written down.
   *
   * @throws {UserError} OIDC_GROUPS_UNKNOWN, OIDC_CLAIM_MISSING, OIDC_ACCOUNT_IN_THE_WAY
   */
  find(exchanged: Exchanged, request: FastifyRequest): Promise<Found> {
    const { issuer, subject, claims } = exchanged
    const login = shownName(claims) || subject
    return this.failures.watch({ who: `oidc\0${issuer}\0${subject}`, login, address: request.ip }, () =>
      this.look(exchanged, request),
    )
  }

  /** @throws {UserError} BAD_USERNAME, OIDC_ACCOUNT_IN_THE_WAY, LOGIN_TAKEN */
  async make(newcomer: Omit<Newcomer, 'target'>, username: string, { ip, id }: FastifyRequest): Promise<Account> {
    const { email, realname, groups, issuer, subject, name } = newcomer
    const known = await this.identities
      .findOrMake(keyOf(newcomer), { username, email, realname, name }, { address: ip, requestId: id })
      .catch((error: unknown) => {
        if (!(error instanceof UserError) || error.reason !== 'IDENTITY_NAME_TAKEN') throw error
        const { username: account = '' } = error.parameters
        throw new UserError('OIDC_ACCOUNT_IN_THE_WAY', { account, login: username, issuer, subject }, { cause: error })
      })
    await this.identities.replaceGroups(known.id, 'oidc', groups, null)
    return this.accountOf(known, newcomer)
  }

  private async look({ options, issuer, subject, claims, endSession }: Exchanged, request: FastifyRequest) {
    const groups = groupsIn(claims, options)
    const shown = shownName(claims)
    const known = await this.identities.recognize(keyOf({ issuer, subject }), shown)
    if (known) {
      await this.keepGroups(known, groups)
      return { account: await this.accountOf(known, { issuer, subject, name: shown }) }
    }
    if ('unknown' in groups) throw new UserError('OIDC_GROUPS_UNKNOWN', { detail: groups.unknown })
    const name = userNameIn(claims, options)
    const [email, realname] = [emailIn(claims), realNameIn(claims)]
    const newcomer = { issuer, subject, name, email, realname, groups: [...groups.names], endSession }
    const isMade = options.autoOnboard && isUsername(name)
    return isMade ? { account: await this.make(newcomer, name, request) } : { newcomer }
  }

  private async keepGroups(known: KnownIdentity, groups: Groups): Promise<void> {
    if ('names' in groups) return this.identities.replaceGroups(known.id, 'oidc', groups.names, null)
    const { unknown: detail } = groups
    if (!(await this.identities.knewGroups(known.id, LEASE_SECONDS)))
      throw new UserError('OIDC_GROUPS_UNKNOWN', { detail })
    this.logger.warn(`User ${known.userId} keeps the groups of before, for the provider does not name them: ${detail}`)
  }

  private async accountOf(
    { userId }: KnownIdentity,
    { issuer, subject, name }: Pick<Newcomer, 'issuer' | 'subject' | 'name'>,
  ): Promise<Account> {
    const account = await this.accounts.byId(userId)
    if (!account) throw new UserError('OIDC_ACCOUNT_IN_THE_WAY', { account: userId, login: name, issuer, subject })
    return account
  }
}
