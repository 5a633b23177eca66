import { Inject, Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { FastifyRequest } from 'fastify'
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { externalUrl } from '../../edge/external-url.js'
import { FailedSignIns } from '../failed-sign-ins.js'
import type { Attempt } from './attempts.js'
import { type Claims, isSubject } from './claims.js'
import { oidcFailure } from './oidc-failure.js'
import type { OidcOptions } from '../../settings/oidc-options.js'
import { OidcProvider } from './oidc-provider.js'

/** What came of a sign-in at the provider. */
export interface Exchanged {
  /** The settings under which it came. */
  readonly options: OidcOptions
  readonly issuer: string
  readonly subject: string
  readonly claims: Claims
  /** Where the provider's own session ends; undefined where it does not offer that. The place to return to is still to be added. */
  readonly endSession: string | undefined
}

/** Where the provider sends the browser back to: Harbor's. */
const CALLBACK = '/c/oidc/callback'
/** Bytes of an address that browsers and proxies let pass. */
const LONGEST_ADDRESS = 6000

/** Talks OpenID Connect: code flow with PKCE (RFC 7636), OpenID Connect Core 1.0 section 3.1. */
@Injectable()
export class OidcExchange {
  constructor(
    private readonly provider: OidcProvider,
    private readonly failures: FailedSignIns,
    @Inject(SETTINGS) private readonly settings: Pick<ApiSettings, 'externalUrl'>,
  ) {}

  /** Where the browser goes to sign in. @throws {UserError} OIDC_OFF, OIDC_UNREACHABLE */
  async authorizationUrl(attempt: Attempt, request: FastifyRequest): Promise<string> {
    const options = await this.provider.requireOptions()
    const client = await this.provider.client(options)
    const url = buildAuthorizationUrl(client, {
      ...options.extraParameters,
      redirect_uri: this.addressOf(request, CALLBACK).href,
      scope: options.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    })
    return url.href
  }

  /**
   * Exchanges the code with which the browser came back. The token's signature, issuer, audience, nonce and times are right then. A refusal
   * is written down.
   *
   * @throws {UserError} OIDC_OFF, OIDC_UNREACHABLE, OIDC_REFUSED, OIDC_TOKEN_REFUSED, OIDC_CLOCK
   */
  exchange(attempt: Attempt, request: FastifyRequest): Promise<Exchanged> {
    const stranger = { who: 'OpenID provider', login: '', address: request.ip }
    return this.failures.watch(stranger, () => this.exchangeCode(attempt, request))
  }

  private async exchangeCode(attempt: Attempt, request: FastifyRequest): Promise<Exchanged> {
    const options = await this.provider.requireOptions()
    const currentUrl = this.addressOf(request, request.url)
    try {
      return await this.tryExchange(options, attempt, currentUrl, false)
    } catch (error) {
      const isWrongWay = error instanceof ResponseBodyError && error.error === 'invalid_client'
      if (!isWrongWay) throw oidcFailure(error)
    }
    // Some providers offer both ways of showing the secret, and take of a client the other one alone.
    try {
      return await this.tryExchange(options, attempt, currentUrl, true)
    } catch (error) {
      throw oidcFailure(error)
    }
  }

  private async tryExchange(
    options: OidcOptions,
    { state, nonce, verifier }: Attempt,
    currentUrl: URL,
    secretInForm: boolean,
  ): Promise<Exchanged> {
    const client = await this.provider.client(options, secretInForm)
    const tokens = await authorizationCodeGrant(client, currentUrl, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const own = tokens.claims()
    if (!own || tokens.id_token === undefined) throw new TypeError('The client has let pass an answer without a token.')
    const { sub: subject } = own
    if (!isSubject(subject))
      throw new UserError('OIDC_TOKEN_REFUSED', { detail: 'the claim "sub" is not a text of 1 to 255 characters' })
    const metadata = client.serverMetadata()
    const asks = metadata.userinfo_endpoint !== undefined && lacks(own, options)
    // What the token says counts: it is signed.
    const claims = asks ? { ...(await fetchUserInfo(client, tokens.access_token, subject)), ...own } : own
    const hint = { id_token_hint: tokens.id_token }
    const endSession = metadata.end_session_endpoint === undefined ? undefined : buildEndSessionUrl(client, hint).href
    return {
      options,
      issuer: own.iss,
      subject,
      claims,
      endSession: endSession !== undefined && endSession.length > LONGEST_ADDRESS ? undefined : endSession,
    }
  }

  /** As the provider's client writes addresses: without the port that is the scheme's own. */
  private addressOf({ headers }: FastifyRequest, path: string): URL {
    return new URL(path, externalUrl(this.settings.externalUrl, headers))
  }
}

/** Whether something that is asked for stands in no token; a claim that is only pointed to is not asked for again. */
function lacks(claims: Claims, { userClaim, groupsClaim }: OidcOptions): boolean {
  const wanted = [userClaim || 'name', groupsClaim, 'email'].filter(Boolean)
  return wanted.some((claim) => claims[claim] === undefined)
}
