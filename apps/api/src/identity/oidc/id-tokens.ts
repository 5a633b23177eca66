import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { type Account, AccountFinder } from '../account-finder.js'
import { Identities } from '../identities/identities.js'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'
import { OidcProvider } from './oidc-provider.js'

const LONGEST = 16_384
/** Signed with a key that the provider alone has: a secret that both have proves nothing here. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** What jose calls it when the keys do not come. */
const unanswered = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT'])

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
    const verified = await jwtVerify(token, this.keysAt(address, options.verifyCertificate), {
      issuer,
      audience: options.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat'],
    }).catch((error: unknown) => {
      if (!(error instanceof errors.JOSEError) || unanswered.has(error.code)) {
        throw new UserError('OIDC_UNREACHABLE', { detail: 'its keys cannot be fetched' }, { cause: error })
      }
      throw new UserError('WRONG_CREDENTIALS', {}, { cause: error })
    })
    const { sub: subject = '' } = verified.payload
    const known = await this.identities.find({ source: 'oidc', issuer, subject })
    const account = known && (await this.accounts.byId(known.userId))
    if (!account) throw new UserError('WRONG_CREDENTIALS')
    return account
  }

  /** Keys that are not known are asked for again, at most every half a minute. */
  private keysAt(address: string, verifyCertificate: boolean): JWTVerifyGetKey {
    const of = JSON.stringify([address, verifyCertificate])
    if (this.keys?.of !== of) {
      const fetch = this.provider.fetch({ verifyCertificate })
      const get = createRemoteJWKSet(new URL(address), {
        [customFetch]: (url, { headers, method, signal }) =>
          fetch(url, { headers: Object.fromEntries(headers), method, signal, body: undefined, redirect: 'manual' }),
      })
      this.keys = { of, get }
    }
    return this.keys.get
  }
}
