import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { BY_OUTBOUND_ALLOW, Outbound } from '@berth/outbound'
import { LRUCache } from 'lru-cache'
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
import { requireUsable } from './usable-provider.js'

/** For one request to the provider. */
const TIMEOUT_SECONDS = 5
const LIFE_MS = 5 * 60_000
/** So that everybody who wants to sign in does not wait anew for one that is down. */
const FAILURE_LIFE_MS = 5000

/** Ways out with different trust that are kept open: the one of the settings, and those that were tried out. */
const MOST_WAYS = 4

/** Which certificates a provider may show. */
export type Trust = Pick<OidcOptions, 'verifyCertificate' | 'authority'>
/** How to find a provider. */
type Address = Trust & Pick<OidcOptions, 'endpoint'>

interface Known {
  readonly key: string
  readonly metadata: Promise<ServerMetadata>
  until: number
}

/** The OpenID provider that the settings name. What it says of itself is remembered for a few minutes. */
@Injectable()
export class OidcProvider implements OnApplicationShutdown {
  private readonly logger = new Logger('OidcProvider')
  /** By the trust in certificates. */
  private readonly ways = new LRUCache<string, Outbound>({
    max: MOST_WAYS,
    dispose: (way) => void way[Symbol.asyncDispose](),
  })
  private known: Known | undefined

  constructor(
    private readonly settings: SettingStore,
    @Inject(SETTINGS) private readonly apiSettings: Pick<ApiSettings, 'outboundAllow'>,
  ) {}

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

  onApplicationShutdown(): void {
    this.ways.clear()
  }

  /** What the provider says of itself. @throws {UserError} OIDC_UNREACHABLE */
  metadata(address: Address): Promise<ServerMetadata> {
    const key = JSON.stringify([address.endpoint, address.verifyCertificate, address.authority])
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
  fetch(trust: Trust): CustomFetch {
    return (url, options) => fetchOver(this.way(trust))(url, options)
  }

  private way({ verifyCertificate, authority }: Trust): Outbound {
    const key = verifyCertificate ? authority : 'any certificate'
    const known = this.ways.get(key)
    if (known) return known
    const made = new Outbound({
      allow: this.apiSettings.outboundAllow,
      allowed: BY_OUTBOUND_ALLOW,
      connectTimeout: TIMEOUT_SECONDS * 1000,
      idleTimeout: TIMEOUT_SECONDS * 1000,
      verifyCertificates: verifyCertificate,
      authority,
    })
    this.ways.set(key, made)
    return made
  }
}

const isPlain = ({ endpoint }: Address) => endpoint.startsWith('http:')

/** In the header, which every provider takes, unless this one names other ways alone. */
function authenticationOf(metadata: ServerMetadata, secret: string, inForm: boolean) {
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = metadata
  return inForm || !methods.includes('client_secret_basic') ? ClientSecretPost(secret) : ClientSecretBasic(secret)
}
