import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { Outbound } from '@berth/outbound'
import {
  allowInsecureRequests,
  clockTolerance,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ServerMetadata,
} from 'openid-client'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { SettingStore } from '../../settings/setting-store.js'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'
import { oidcFailure } from './oidc-failure.js'
import { type OidcOptions, oidcOptions } from '../../settings/oidc-options.js'
import { fetchOver } from './provider-fetch.js'

/** For one request to the provider. */
const TIMEOUT_SECONDS = 5
const LIFE_MS = 5 * 60_000
/** So that everybody who wants to sign in does not wait anew for one that is down. */
const FAILURE_LIFE_MS = 5000

/** How to find a provider. */
type Address = Pick<OidcOptions, 'endpoint' | 'verifyCertificate'>

interface Known {
  readonly key: string
  readonly metadata: Promise<ServerMetadata>
  until: number
}

/** The OpenID provider that the settings name. What it says of itself is remembered for a few minutes. */
@Injectable()
export class OidcProvider implements OnApplicationShutdown {
  private readonly logger = new Logger('OidcProvider')
  private readonly outbound: Readonly<Record<'verifying' | 'trusting', Outbound>>
  private known: Known | undefined

  constructor(
    private readonly settings: SettingStore,
    @Inject(SETTINGS) { outboundAllow }: Pick<ApiSettings, 'outboundAllow'>,
  ) {
    const waits = { connectTimeout: TIMEOUT_SECONDS * 1000, idleTimeout: TIMEOUT_SECONDS * 1000 }
    const options = { allow: outboundAllow, ...waits }
    this.outbound = {
      verifying: new Outbound(options),
      trusting: new Outbound({ ...options, verifyCertificates: false }),
    }
  }

  /** @returns undefined where no provider is set up */
  async options(): Promise<OidcOptions | undefined> {
    return oidcOptions(await this.settings.all())
  }

  /** @throws {UserError} OIDC_OFF */
  async requireOptions(): Promise<OidcOptions> {
    const options = await this.options()
    if (!options) throw new UserError('OIDC_OFF')
    return options
  }

  /**
   * The client for one exchange. Each has its own memory of the provider's keys, so that keys which were changed a moment ago count.
   * @throws {UserError} OIDC_UNREACHABLE
   */
  async client(options: OidcOptions, secretInForm = false): Promise<Configuration> {
    const metadata = await this.metadata(options)
    const { clientId, clientSecret } = options
    const authentication = clientSecret === '' ? None() : authenticationOf(metadata, clientSecret, secretInForm)
    const client = new Configuration(metadata, clientId, { [clockTolerance]: CLOCK_TOLERANCE_SECONDS }, authentication)
    client[customFetch] = this.fetch(options)
    client.timeout = TIMEOUT_SECONDS
    if (isPlain(options)) allowInsecureRequests(client)
    enableNonRepudiationChecks(client)
    return client
  }

  /** Asks a provider for what it says of itself. @throws {UserError} OIDC_UNREACHABLE */
  async discover(address: Address): Promise<ServerMetadata> {
    try {
      // Without the client's id: the document is the same for everybody.
      const found = await discovery(new URL(address.endpoint), 'berth', undefined, None(), {
        [customFetch]: this.fetch(address),
        timeout: TIMEOUT_SECONDS,
        ...(isPlain(address) && { execute: [allowInsecureRequests] }),
      })
      return requireUsable(found.serverMetadata())
    } catch (error) {
      throw oidcFailure(error)
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.outbound).map((outbound) => outbound[Symbol.asyncDispose]()))
  }

  /** What the provider says of itself. @throws {UserError} OIDC_UNREACHABLE */
  metadata(address: Address): Promise<ServerMetadata> {
    const key = JSON.stringify([address.endpoint, address.verifyCertificate])
    if (this.known?.key === key && this.known.until > Date.now()) return this.known.metadata
    const known: Known = { key, metadata: this.discover(address), until: Date.now() + LIFE_MS }
    this.known = known
    known.metadata.catch((error: unknown) => {
      known.until = Date.now() + FAILURE_LIFE_MS
      this.logger.warn(`The OpenID provider ${address.endpoint} cannot be used: ${String(error)}`)
    })
    return known.metadata
  }

  /** The way to a provider, in the form that its clients take. */
  fetch({ verifyCertificate }: Pick<Address, 'verifyCertificate'>): CustomFetch {
    return fetchOver(verifyCertificate ? this.outbound.verifying : this.outbound.trusting)
  }
}

const isPlain = ({ endpoint }: Address) => endpoint.startsWith('http:')

/** In the header, which every provider takes, unless this one names other ways alone. */
function authenticationOf(metadata: ServerMetadata, secret: string, inForm: boolean) {
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = metadata
  return inForm || !methods.includes('client_secret_basic') ? ClientSecretPost(secret) : ClientSecretBasic(secret)
}

/** What signing in needs of a provider. @throws {UserError} OIDC_UNREACHABLE */
function requireUsable(metadata: ServerMetadata): ServerMetadata {
  const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const
  const lacking = needed.filter((name) => typeof metadata[name] !== 'string')
  if (lacking.length === 0) return metadata
  throw new UserError('OIDC_UNREACHABLE', { detail: `its document lacks ${lacking.join(', ')}` })
}
