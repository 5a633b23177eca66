import { isIPv6 } from 'node:net'
import { defaultPort } from './read-cfg.js'
import type { Settings } from './settings.js'
import { splitHostPort } from './values.js'

/** What an installation is rendered from: the settings with everything derived. */
export interface Configuration extends Omit<Settings, 'http_port' | 'https_port'> {
  /** Name or address without a port. */
  readonly host: string
  readonly http_port: number
  readonly https_port: number
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
  /** What stands before `/project/repository` for docker: the host, with its port where that is not the scheme's own. */
  readonly registryName: string
  /** Where a browser goes. */
  readonly portalUrl: string
}

/** @param own hostname that `auto` stands for */
export function configure(settings: Settings, own: string): Configuration {
  const { host, port } = splitHostPort(settings.hostname === 'auto' ? own : settings.hostname)
  const https = settings.ui_url_protocol === 'https'
  const portKey = https ? 'https_port' : 'http_port'
  const ports = {
    http_port: settings.http_port ?? defaultPort('http_port'),
    https_port: settings.https_port ?? defaultPort('https_port'),
  }
  if (port !== undefined) ports[portKey] = Number(port)
  const { ssl_cert: certificate, ssl_cert_key: key } = settings
  const suffix = ports[portKey] === defaultPort(portKey) ? '' : `:${ports[portKey]}`
  const external = settings.external_url === undefined ? undefined : new URL(settings.external_url)
  const registryName = external?.host ?? `${host}${suffix}`
  return {
    ...settings,
    ...ports,
    host,
    tls: https && certificate !== undefined && key !== undefined ? { certificate, key } : undefined,
    registryName,
    portalUrl: settings.external_url ?? `${settings.ui_url_protocol}://${registryName}`,
  }
}

/** Remarks on settings that work, but perhaps not as their owner hopes. */
export function settingWarnings(configuration: Configuration): string[] {
  const everybody = configuration.trusted_proxies.filter(isMuchOfTheInternet)
  return [
    ...hostnameWarnings(configuration),
    ...everybody.map(
      (network) =>
        `trusted_proxies ${network}: whoever comes from there, and that is much of the internet, can pretend to be any client, and escape the limits on sign-ins`,
    ),
  ]
}

/** Whether a network is larger than any that somebody has of their own: 10.0.0.0/8, fc00::/7. */
function isMuchOfTheInternet(network: string): boolean {
  const [host = '', bits] = network.split('/')
  return bits !== undefined && Number(bits) < (isIPv6(host) ? 7 : 8)
}

/** Remarks on a hostname that works, but perhaps not as its owner hopes. */
function hostnameWarnings(configuration: Configuration): string[] {
  const { host, registryName } = configuration
  if (host === 'localhost' || host.startsWith('127.') || host === '[::1]')
    return [`hostname ${host}: only this machine itself can reach Berth under it`]
  if (!/[.:]/.test(registryName))
    return [
      `hostname ${host}: docker takes ${host}/project/image for a path on Docker Hub; use a name with a dot, or an address`,
    ]
  return []
}
