import { join } from 'node:path'
import type { Configuration } from '../cfg/configuration.js'

export type Mode = 'docker' | 'native'

/** Where a service is listening (`host`, `port`) and where others find it (`address`). */
export interface Endpoint {
  readonly host: string
  readonly port: number
  readonly address: string
}

/** Addresses and paths as the services see them, inside containers or on the machine itself. */
export interface Places {
  readonly mode: Mode
  /**
   * `socket`: path of one beside the port, in a native installation. A request over it costs less, and only the proxy comes over it: whoever
   * else is on the machine reaches the port.
   */
  readonly registry: Endpoint & { readonly socket: string | undefined }
  readonly api: Endpoint & { readonly socket: string | undefined }
  readonly jobservice: Endpoint
  /** `sockets`: folder of one beside the port, as above. */
  readonly postgresql: Endpoint & { readonly sockets: string | undefined }
  readonly redis: Endpoint
  readonly proxy: { readonly http: number; readonly https: number; readonly url: string }
  /** Path of a secret (a file name of `secretFiles`). */
  readonly secret: (name: string) => string
  /** The root certificate that clients may download, where the operator has put one there. */
  readonly caCertificate: string
  readonly storageRoot: string
  readonly spool: string
  readonly redisData: string
  readonly portal: string
  /** Rendered nginx files. */
  readonly proxyConfig: string
  /** nginx's pid, temporary files and what it keeps of answers. */
  readonly proxyRun: string
}

export function dockerPlaces(): Places {
  const endpoint = (name: string, port: number): Endpoint => ({ host: '0.0.0.0', port, address: name })
  return {
    mode: 'docker',
    registry: { ...endpoint('registry', 5000), socket: undefined },
    api: { ...endpoint('api', 8080), socket: undefined },
    jobservice: endpoint('jobservice', 8080),
    postgresql: { ...endpoint('postgresql', 5432), sockets: undefined },
    redis: endpoint('redis', 6379),
    proxy: { http: 8080, https: 8443, url: 'http://proxy:8080' },
    secret: (name) => `/run/berth/secret/${name}`,
    caCertificate: '/ca_download/ca.crt',
    storageRoot: '/storage',
    spool: '/storage/spool',
    redisData: '/var/lib/redis',
    portal: '/usr/share/berth/portal',
    proxyConfig: '/etc/berth/proxy',
    proxyRun: '/tmp',
  }
}

/** @param byRoot whether root installs, who alone may make a folder below /run */
export function nativePlaces(configuration: Configuration, byRoot = false): Places {
  const { data_volume: data, native_port_base: base } = configuration
  const endpoint = (port: number): Endpoint => ({ host: '127.0.0.1', port, address: '127.0.0.1' })
  const native = nativeFolders(data)
  return {
    mode: 'native',
    registry: { ...endpoint(base), socket: ifShort(join(native.run, 'registry', 'socket')) },
    api: { ...endpoint(base + 80), socket: ifShort(join(native.run, 'api', 'socket')) },
    jobservice: endpoint(base + 81),
    postgresql: { ...endpoint(base + 432), sockets: ifShort(join(native.run, 'postgresql')) },
    redis: endpoint(base + 1379),
    proxy: {
      http: configuration.http_port,
      https: configuration.https_port,
      url: `http://127.0.0.1:${configuration.http_port}`,
    },
    secret: (name) => join(data, 'secret', name),
    caCertificate: join(data, 'ca_download', 'ca.crt'),
    storageRoot: join(data, 'registry'),
    spool: join(data, 'registry', 'spool'),
    redisData: join(data, 'redis'),
    portal: join(native.app, 'portal'),
    proxyConfig: join(native.etc, 'proxy'),
    proxyRun: byRoot ? `/run/berth${inOneName(data)}` : join(native.run, 'proxy'),
  }
}

/** A path as one name that no other path has: each start empties the folder. A path of a setting has no `%`. */
function inOneName(path: string): string {
  return path.replaceAll('-', '%2d').replaceAll('/', '-')
}

/** Linux takes 107 bytes for the path of a socket; PostgreSQL adds its own file name to a folder. */
function ifShort(path: string): string | undefined {
  return Buffer.byteLength(path) <= 88 ? path : undefined
}

/** What a native installation keeps beside the data: programs, rendered files, runit's services, what lives while it runs. */
export function nativeFolders(data: string): Readonly<Record<'app' | 'etc' | 'service' | 'run', string>> {
  const folder = (name: string) => join(data, 'native', name)
  return { app: folder('app'), etc: folder('etc'), service: folder('service'), run: folder('run') }
}
