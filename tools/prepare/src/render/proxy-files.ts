import type { Configuration } from '../cfg/configuration.js'
import type { Endpoint, Places } from './places.js'
import { fillTemplate } from './template.js'

/** Reads a file of the repository's `deploy` folder. */
export type ReadTemplate = (name: string) => string

export interface ProxyMachine {
  readonly ipv6: boolean
  readonly cores: number
}

/** Of TLS 1.2, those of Mozilla's intermediate list that need no parameters of their own: all of them with forward secrecy. */
const CIPHERS = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305'].flatMap((cipher) => [
  `ECDHE-ECDSA-${cipher}`,
  `ECDHE-RSA-${cipher}`,
])

/** nginx's files by name, ready for `places.proxyConfig`. */
export function proxyFiles(
  configuration: Configuration,
  places: Places,
  machine: ProxyMachine,
  read: ReadTemplate,
): Record<string, string> {
  const values = {
    WORKERS: Math.min(Math.max(machine.cores, 1), 8),
    RUN: places.proxyRun,
    CONFIG: places.proxyConfig,
    PORTAL: places.portal,
    STORAGE_ROOT: places.storageRoot,
    SPOOL: places.spool,
    // Containers change their addresses, so that the container's start script writes (and rewrites) its upstreams.
    UPSTREAMS: places.mode === 'docker' ? '/tmp/upstreams.conf' : `${places.proxyConfig}/upstreams.conf`,
    CLIENT_ADDRESS: clientAddress(configuration),
    BELIEVED: believed(configuration),
    HSTS: configuration.tls === undefined ? '' : 'add_header Strict-Transport-Security "max-age=31536000" always;',
  }
  const render = (name: string) => fillTemplate(read(`proxy/${name}`), values)
  return {
    'nginx.conf': render('nginx.conf'),
    'request.maps': render('request.maps'),
    'site.conf': render('site.conf'),
    'registry.locations': render('registry.locations'),
    'registry-proxy.conf': render('registry-proxy.conf'),
    'api-proxy.conf': render('api-proxy.conf'),
    'security-headers.conf': render('security-headers.conf'),
    'servers.conf': servers(configuration, places, machine.ipv6),
    ...(places.mode === 'native' ? { 'upstreams.conf': upstreams(places) } : {}),
  }
}

/** Whom to believe where a client's address is concerned; nginx itself believes nobody but the connection. */
function clientAddress({ trusted_proxies: trusted }: Configuration): string {
  if (trusted.length === 0) return ''
  const lines = trusted.map((network) => `set_real_ip_from ${network};`)
  return [...lines, 'real_ip_header X-Forwarded-For;', 'real_ip_recursive on;'].join('\n    ')
}

/** Whom to believe where the scheme and the name of a request are concerned: the trusted proxies, where there are any named. */
function believed({ trusted_proxies: trusted }: Configuration): string {
  if (trusted.length === 0) return 'default 1;'
  return ['default 0;', ...trusted.map((network) => `${network} 1;`)].join('\n    ')
}

function upstreams(places: Places): string {
  const at = ({ address, port }: Endpoint) => `${address}:${port}`
  const upstream = (name: 'registry' | 'api') => {
    const { socket } = places[name]
    const server = socket === undefined ? at(places[name]) : `unix:${socket}`
    return `upstream ${name} {\n    server ${server} max_fails=0;\n    keepalive 64;\n}\n`
  }
  return `${upstream('registry')}${upstream('api')}`
}

function servers(configuration: Configuration, places: Places, ipv6: boolean): string {
  const site = `include ${places.proxyConfig}/site.conf;`
  if (configuration.tls === undefined) return server(places.proxy.http, 'default_server', ipv6, [site])
  const suffix = configuration.https_port === 443 ? '' : `:${configuration.https_port}`
  const redirecting = [
    `location = /healthz { access_log off; default_type application/json; return 200 '{"status":"healthy"}'; }`,
    // The installer and operators' probes ask without TLS, whatever the certificate's name.
    `location = /api/v2.0/health { include ${places.proxyConfig}/api-proxy.conf; proxy_pass http://api; }`,
    'location @api-unavailable { internal; return 503; }',
    'location @body-of-api-too-large { internal; return 413; }',
    'location = /_too-many-requests { internal; client_max_body_size 0; return 429; }',
    `location / { return 308 https://$host${suffix}$request_uri; }`,
  ]
  // Debian 12's nginx 1.22 knows http2 only as a parameter of listen.
  const http2 = places.mode === 'docker' ? '' : ' http2'
  const secure = [
    ...(places.mode === 'docker' ? ['http2 on;'] : []),
    `ssl_certificate ${places.secret('tls.crt')};`,
    `ssl_certificate_key ${places.secret('tls.key')};`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    `ssl_ciphers ${CIPHERS.join(':')};`,
    'ssl_prefer_server_ciphers off;',
    'ssl_session_cache shared:tls:4m;',
    'ssl_session_timeout 1d;',
    'ssl_session_tickets off;',
    site,
  ]
  return (
    server(places.proxy.http, 'default_server', ipv6, redirecting) +
    server(places.proxy.https, `ssl${http2} default_server`, ipv6, secure)
  )
}

/** Each worker listens on a socket of its own: of one that they share, a few clients all end up with the same worker. */
function server(port: number, kind: string, ipv6: boolean, body: readonly string[]): string {
  const parameters = `${kind} reuseport`
  const listen = [`listen ${port} ${parameters};`, ...(ipv6 ? [`listen [::]:${port} ${parameters};`] : [])]
  return `server {\n${[...listen, 'server_name _;', ...body].map((line) => `    ${line}`).join('\n')}\n}\n`
}
