import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { decodeProtectedHeader, type JWTVerifyGetKey } from 'jose'
import { type Account, AccountFinder } from '../account-finder.js'
import { Identities } from '../identities/identities.js'
import { isSubject } from './claims.js'
import { isIdTokenFor } from './id-token.js'
import { OidcProvider, type Trust } from './oidc-provider.js'
import { isOfToken, keysAt, readSigned } from './signed-token.js'

const LONGEST = 16_384

/** Signs users in by an ID token that the provider has given to this application (`Authorization: Bearer`), as Harbor does on its REST API. */
@Injectable()
export class IdTokens {
  private keys: { readonly of: string; readonly get: JWTVerifyGetKey } | undefined

  constructor(
    private readonly provider: OidcProvider,
    private readonly identities: Identities,
    private readonly accounts: AccountFinder,
  ) {}

  /**
   * The account of the token's subject. None is made, and its groups are those of its last sign-in.
   * @returns undefined where no provider is set up
   * @throws {UserError} WRONG_CREDENTIALS, OIDC_UNREACHABLE
   */
  async signIn(token: string): Promise<Account | undefined> {
    const options = await this.provider.options()
    if (!options) return undefined
    if (token.length > LONGEST) throw new UserError('WRONG_CREDENTIALS')
    const { issuer, jwks_uri: address = '' } = await this.provider.metadata(options)
    const keys = this.keysAt(address, options)
    const payload = await readSigned(token, keys, { issuer, audience: options.clientId }).catch((error: unknown) => {
      if (isOfToken(error)) throw new UserError('WRONG_CREDENTIALS', {}, { cause: error })
      throw new UserError('OIDC_UNREACHABLE', { detail: 'its keys cannot be fetched' }, { cause: error })
    })
    const { sub: subject } = payload
    if (!isSubject(subject) || !isIdTokenFor(options.clientId, decodeProtectedHeader(token), payload))
      throw new UserError('WRONG_CREDENTIALS')
    const known = await this.identities.find({ source: 'oidc', issuer, subject })
    const account = known && (await this.accounts.byId(known.userId))
    if (!account) throw new UserError('WRONG_CREDENTIALS')
    return account
  }

  private keysAt(address: string, { verifyCertificate, authority }: Trust): JWTVerifyGetKey {
    const of = JSON.stringify([address, verifyCertificate, authority])
    if (this.keys?.of !== of) {
      this.keys = { of, get: keysAt(new URL(address), this.provider.fetch({ verifyCertificate, authority })) }
    }
    return this.keys.get
  }
}
