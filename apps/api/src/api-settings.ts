import {
  caDownloadSettings,
  type ComponentSettings,
  componentSettings,
  type DatabaseSettings,
  databaseSettings,
  externalUrlSettings,
  outboundSettings,
  proxySettings,
  reclaimSettings,
  type RedisSettings,
  redisSettings,
  secretKeySettings,
  type SeedSettings,
  seedSettings,
  type ServiceSettings,
  serviceSettings,
  tokenSignerSettings,
  tokenVerifierSettings,
} from '@berth/config'
import { readSeeds } from './settings/table/seeds.js'
import type { Settings } from './settings/table/settings-table.js'

/** Everything the api is told from outside. */
export interface ApiSettings {
  readonly service: ServiceSettings
  readonly database: DatabaseSettings
  readonly redis: RedisSettings
  readonly secretKey: string
  readonly externalUrl: string | undefined
  readonly proxyHops: number
  /** Path of a Unix domain socket that the proxy comes over, and that alone it is believed over. */
  readonly socket?: string | undefined
  /** Hosts, addresses and networks inside that requests to the outside may go to. */
  readonly outboundAllow: readonly string[]
  readonly components: ComponentSettings
  /** Path of the root certificate that clients may download, where the operator has put one there. */
  readonly caDownload: string | undefined
  readonly seed: SeedSettings & { readonly settings: Partial<Settings> }
  /** How long what was deleted can be restored. */
  readonly reclaimDelaySeconds: number
  readonly token: {
    readonly privateKey: string
    /** Names that clients of Harbor expect. */
    readonly service: string
    readonly issuer: string
  }
}

export const SETTINGS = Symbol('settings')

/** @throws {SettingsError} naming every variable that is missing or malformed */
export function loadSettings(): ApiSettings {
  const verifier = tokenVerifierSettings()
  return {
    service: serviceSettings(),
    database: databaseSettings(),
    redis: redisSettings(),
    secretKey: secretKeySettings().secretKey,
    externalUrl: externalUrlSettings().externalUrl,
    ...proxySettings(),
    outboundAllow: outboundSettings().allow,
    components: componentSettings(),
    caDownload: caDownloadSettings().caDownload,
    seed: { ...seedSettings(), settings: readSeeds() },
    reclaimDelaySeconds: reclaimSettings().reclaimDelaySeconds,
    token: { privateKey: tokenSignerSettings().privateKey, service: verifier.service, issuer: verifier.issuer },
  }
}
