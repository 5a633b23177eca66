import { getCiphers } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from './configuration-error.js'
import { parseConfiguration } from './parse-configuration.js'
import { unsupported, withoutEffect } from './verdicts.js'

const minimal = 'version: 0.1\nstorage: filesystem\n'

const read = (more: string, environment: Record<string, string> = {}) => parseConfiguration(minimal + more, environment)

function faultsOf(more: string, environment: Record<string, string> = {}): string[] {
  try {
    read(more, environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n').slice(1)
    throw error
  }
  return []
}

/** A file with one key, given by its path. */
const withKey = (path: string, value: string) => {
  const steps = path.split('.')
  return steps
    .map((step, depth) => `${'  '.repeat(depth)}${step}:${depth === steps.length - 1 ? ` ${value}` : ''}\n`)
    .join('')
}

describe('what is left out', () => {
  it('is as Distribution has it', () => {
    expect(read('').settings).toEqual({
      version: 0.1,
      log: { formatter: 'text', fields: {}, accesslog: { disabled: false } },
      storage: {
        filesystem: { rootdirectory: '/var/lib/registry' },
        delete: { enabled: false },
        cache: {},
        maintenance: {
          uploadpurging: { enabled: true, age: 604_800_000, interval: 86_400_000, dryrun: false },
          readonly: { enabled: false },
        },
      },
      http: { net: 'tcp', addr: ':5000', prefix: '/', relativeurls: false, draintimeout: 0, headers: {} },
      health: { storagedriver: { enabled: false, interval: 10_000, threshold: 1 }, file: [], http: [], tcp: [] },
      notifications: { events: { includereferences: false }, endpoints: [] },
      catalog: {},
      compatibility: { schema1: {} },
      validation: { manifests: {} },
    })
  })

  it('is what is empty, as in Go', () => {
    const blank = `http: {net: "", addr: "", host: "", prefix: "", secret: "", debug: {addr: ""}, headers: {X-A: [""]}}
log: {level: "", formatter: "", fields: {a: ""}}
loglevel: ""
`
    const { debug, headers, ...http } = read(blank).settings.http
    expect({ ...http, headers: {} }).toEqual(read('').settings.http)
    expect(debug?.addr).toBeUndefined()
    expect(headers).toEqual({ 'X-A': [''] })
    expect(read(blank).settings.log).toEqual(read('').settings.log)
    expect(read('http: {tls: {certificate: "", key: "", minimumtls: "", clientauth: ""}}').settings.http.tls).toEqual(
      read('http: {tls: {}}').settings.http.tls,
    )
    expect(faultsOf('http: {tls: {certificate: /c, key: ""}}')[0]).toContain('http.tls.key (line 3): is required')
    expect(faultsOf('auth: {htpasswd: {realm: r, path: ""}}')[0]).toContain('auth.htpasswd.path (line 3)')
  })

  it('of sections that are there, too', () => {
    const { settings } = read(
      `http: {tls: {certificate: /c, key: /k}, debug: {addr: "localhost:5001"}}
notifications: {endpoints: [{name: a, url: "https://a.example/"}]}
health: {file: [{file: /f}], http: [{uri: "http://a.example/"}], tcp: [{addr: "[::1]:80"}]}
auth: {token: {realm: r, service: s, issuer: i, rootcertbundle: /c}}
`,
    )
    expect(settings.http.tls).toEqual({
      certificate: '/c',
      key: '/k',
      clientcas: [],
      minimumtls: 'TLSv1.2',
      ciphersuites: [],
    })
    expect(settings.http.debug).toEqual({
      addr: { host: 'localhost', port: 5001 },
      prometheus: { enabled: false, path: '/metrics' },
    })
    expect(settings.notifications.endpoints).toEqual([
      {
        name: 'a',
        disabled: false,
        url: 'https://a.example/',
        headers: {},
        timeout: 1000,
        threshold: 10,
        backoff: 1000,
        ignoredmediatypes: [],
        ignore: { mediatypes: [], actions: [] },
      },
    ])
    const often = { interval: 10_000, threshold: 1 }
    expect(settings.health).toMatchObject({
      file: [{ file: '/f', ...often }],
      http: [{ uri: 'http://a.example/', headers: {}, statuscode: 200, timeout: 3000, ...often }],
      tcp: [{ addr: { host: '::1', port: 80 }, timeout: 3000, ...often }],
    })
    expect(settings.auth?.token).toMatchObject({ autoredirect: false, autoredirectpath: '/auth/token' })
    expect(settings.auth?.token?.signingalgorithms).toHaveLength(9)
  })
})

describe('values', () => {
  it.each([
    ['http.net', 'unix'],
    ['http.addr', '"[::1]:5000"'],
    ['http.addr', '"0.0.0.0:65535"'],
    ['http.prefix', '/registry/'],
    ['http.host', 'http://registry.example.org'],
    ['http.tls.minimumtls', 'tls1.3'],
    ['http.tls.clientauth', 'require-and-verify-client-cert'],
    ['log.level', 'WARN'],
    ['log.formatter', 'json'],
    ['log.formatter', 'logstash'],
    ['storage.cache.blobdescriptor', 'redis'],
    ['http.draintimeout', '60s'],
    ['health.storagedriver.threshold', '0'],
    [
      'notifications.endpoints',
      '[{name: a, url: "http://a/", threshold: 0, ignore: {actions: [pull, push, mount, delete]}}]',
    ],
    ['notifications.endpoints', '[{name: a, disabled: true}]'],
    ['notifications.endpoints', '[{name: a, disabled: true, url: ""}]'],
    ['notifications.endpoints', '[{name: a, disabled: true, url: listener.example}]'],
  ])('%s takes %s', (path, value) => {
    expect(() => parseConfiguration(withStorage(path, value))).not.toThrow()
  })

  it.each([
    ['http.net', 'udp', ''],
    ['http.addr', '":65536"', 'is not an address'],
    ['http.addr', '"x[::1]:5000"', 'is not an address'],
    ['http.addr', '"[::g]:5000"', 'is not an address'],
    ['http.debug.addr', '"5001"', 'is not an address such as'],
    ['http.prefix', 'registry/', 'needs a slash at both ends'],
    ['http.prefix', '/registry', 'needs a slash at both ends'],
    ['http.host', 'registry.example.org', 'must be a whole URL'],
    ['http.host', 'ftp://a.example', 'must be a whole URL'],
    ['http.host', 'httpsx://a.example', 'must be a whole URL'],
    ['http.host', 'xhttps://a.example', 'must be a whole URL'],
    ['http.draintimeout', 'soon', '"soon" is not a duration such as'],
    ['http.draintimeout', '-1', 'is not a duration'],
    ['http.tls.clientauth', 'request-client-cert', 'no other way is kept here'],
    ['http.tls.minimumtls', 'ssl3', ''],
    ['http.debug.prometheus.path', 'metrics', 'must start with a slash'],
    [
      'auth.token',
      '{realm: r, service: s, issuer: i, rootcertbundle: /c, autoredirectpath: auth}',
      'must start with a slash',
    ],
    ['log.formatter', 'xml', ''],
    ['storage.cache.layerinfo', 'disk', ''],
    ['storage.filesystem.rootdirectory', 'registry', 'must be an absolute path'],
    ['health.storagedriver.threshold', '-1', ''],
    ['health.http', '[{uri: "ftp://a/"}]', 'must be a whole URL'],
    ['notifications.endpoints', '[{name: a, url: "ftp://a/"}]', 'must be a whole URL'],
    ['notifications.endpoints', '[{name: a}]', 'must be a whole URL'],
    ['notifications.endpoints', '[{name: a, disabled: false, url: ""}]', 'must be a whole URL'],
    ['notifications.endpoints', '[{name: a, disabled: "true", url: ""}]', ''],
    ['middleware', '{storage: [{name: a, disabled: true}, {name: b}]}', 'not supported'],
    ['notifications.endpoints', '[{name: a, url: "http://a/", threshold: -1}]', ''],
    ['notifications.endpoints', '[{name: a, url: "http://a/", ignore: {actions: [purge]}}]', ''],
  ])('%s refuses %s', (path, value, why) => {
    expect(() => parseConfiguration(withStorage(path, value))).toThrow(why)
    expect(() => parseConfiguration(withStorage(path, value))).toThrow(path)
  })

  it('versions of TLS have the names of Node.js', () => {
    const names = ['tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'].map(
      (name) => read(withKey('http.tls.minimumtls', name)).settings.http.tls?.minimumtls,
    )
    expect(names).toEqual(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
  })

  it('cipher suites have names that OpenSSL knows', () => {
    const known = new Set(getCiphers())
    const kinds = ['RSA', 'ECDHE_RSA', 'ECDHE_ECDSA']
    const ends = [
      'AES_128_CBC_SHA',
      'AES_256_CBC_SHA',
      'AES_128_CBC_SHA256',
      'AES_128_GCM_SHA256',
      'AES_256_GCM_SHA384',
    ]
    const suites = [
      ...kinds.flatMap((kind) => ends.map((end) => `TLS_${kind}_WITH_${end}`)),
      ...['RSA', 'ECDSA'].map((kind) => `TLS_ECDHE_${kind}_WITH_CHACHA20_POLY1305_SHA256`),
      ...['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'].map((name) => `TLS_${name}`),
    ]
    const { settings } = read(`http: {tls: {certificate: /c, key: /k, ciphersuites: [${suites.join(', ')}]}}\n`)
    const names = settings.http.tls?.ciphersuites ?? []
    expect(new Set(names).size).toBe(suites.length)
    for (const name of names) expect(known).toContain(name.toLowerCase())
    expect(faultsOf('http: {tls: {certificate: /c, key: /k, ciphersuites: [constructor]}}\n')[0]).toContain(
      'is no cipher suite',
    )
  })
})

describe('headers', () => {
  it('are sent as UTF-8, and refused where they are none', () => {
    const [value = ''] = read('http: {headers: {X-Name: [泊位]}}').settings.http.headers['X-Name'] ?? []
    expect(String(Buffer.from(value, 'latin1'))).toBe('泊位')
    expect(faultsOf('http: {headers: {"X Name": [a]}}')[0]).toContain('http.headers.X Name (line 3)')
    expect(faultsOf('http: {headers: {X-Name: ["a\\nb"]}}')[0]).toContain('has a control character')
  })
})

describe('what cannot be honoured or has no effect', () => {
  it.each(Object.entries(unsupported))('%s is refused with its reason', (path, reason) => {
    expect(reason).not.toBe('')
    expect(() => parseConfiguration(withStorage(path, '{a: b}'))).toThrow(`${path} (line`)
    expect(() => parseConfiguration(withStorage(path, '{a: b}'))).toThrow(`not supported: ${reason}`)
  })

  it.each([
    ['middleware', '{registry: [], storage: []}'],
    ['reporting', '{newrelic: {licensekey: "", verbose: false}}'],
    ['proxy.remoteurl', '""'],
    ['log.hooks', '[]'],
    ['auth.token', '{realm: r, service: s, issuer: i, rootcertbundle: /c, jwks: ""}'],
    ['validation.manifests.urls', '{allow: [], deny: []}'],
    ['middleware', ''],
    ['middleware', '{storage: [{name: cloudfront, disabled: true, options: {baseurl: "http://a/"}}]}'],
    ['log.hooks', '[{type: mail, disabled: true, levels: [panic]}]'],
  ])('%s is not refused where it asks for nothing: %s', (path, value) => {
    expect(faultsOf(withKey(path, value))).toEqual([])
  })

  it.each(['storage.s3', 'auth.silly'])('%s is refused though it is empty: its name is a choice', (path) => {
    for (const value of ['{}', '']) expect(() => parseConfiguration(withStorage(path, value))).toThrow(`${path} (line`)
  })

  it.each(Object.entries(withoutEffect))('%s is told with its reason, unless it is off or empty', (path, reason) => {
    expect(reason).not.toBe('')
    const told = (value: string) => parseConfiguration(withStorage(path, value)).notices
    expect(told('{a: b}')).toEqual([expect.stringContaining(`has no effect: ${reason}.`)])
    for (const value of ['false', '{}', '']) expect(told(value)).toEqual([])
  })
})

/** A whole file with one key more, which may lie in its storage. */
function withStorage(path: string, value: string): string {
  if (path.startsWith('storage.')) return `version: 0.1\n${withKey(path, value)}`
  return minimal + withKey(path, value)
}

describe('variables', () => {
  const notices = (environment: Record<string, string>, more = '') => read(more, environment).notices.join('\n')

  it('that lead into what is no section are said to have no effect', () => {
    expect(notices({ REGISTRY_HTTP_ADDR_PORT: '1' }, 'http: {addr: ":5000"}\n')).toContain(
      'REGISTRY_HTTP_ADDR_PORT is no setting',
    )
  })

  it('make a section of the short form of storage and auth alone', () => {
    expect(read('', { REGISTRY_STORAGE_DELETE_ENABLED: 'yes' }).settings.storage).toMatchObject({
      filesystem: { rootdirectory: '/var/lib/registry' },
      delete: { enabled: true },
    })
    expect(read('auth: none\n').settings.auth).toEqual({ none: {} })
    expect(notices({ REGISTRY_LOG_LEVEL: 'info' }, 'log:\n')).toBe('')
  })

  it.each(['2', '1a', 'a1', '-1'])(
    'that name no next element of a list, as %s, are said to have no effect',
    (place) => {
      const tls = 'http: {tls: {certificate: /c, key: /k, clientcas: [/a]}}\n'
      const name = `REGISTRY_HTTP_TLS_CLIENTCAS_${place}`
      expect(notices({ [name]: '/b' }, tls)).toContain(name)
      expect(read(tls, { [name]: '/b' }).settings.http.tls?.clientcas).toEqual(['/a'])
    },
  )

  it('make no list where a name only begins or ends with a number', () => {
    const { settings } = read('', { REGISTRY_LOG_FIELDS_1A: 'x', REGISTRY_LOG_FIELDS_A1: 'z' })
    expect(settings.log.fields).toEqual({ '1a': 'x', a1: 'z' })
    expect(read('', { REGISTRY_HTTP_HEADERS_X_0: 'a', REGISTRY_HTTP_HEADERS_X_1: 'b' }).settings.http.headers).toEqual({
      x: ['a', 'b'],
    })
  })
})

describe('a value that nearly is one', () => {
  it.each([
    ['http.addr', '":5000x"'],
    ['http.prefix', '"registry/"'],
    ['http.prefix', '"/registry"'],
    ['http.debug', '{addr: ":1", prometheus: {path: "metrics/"}}'],
    ['health.storagedriver.threshold', 'true'],
    ['health.storagedriver.threshold', '"3"'],
    ['health.storagedriver.threshold', '1.5'],
    ['health.http', '[{uri: "http://a.example/", statuscode: [204]}]'],
    ['health.http', '[{uri: "xhttp://a.example/"}]'],
    ['health.http', '[{uri: "httpsx://a.example/"}]'],
    ['notifications.endpoints', '[{name: a, url: "xhttp://a.example/"}]'],
    ['notifications.endpoints', '[{name: a, url: "httpsx://a.example/"}]'],
    ['auth.token', '{realm: r, service: s, issuer: i, rootcertbundle: /c, signingalgorithms: []}'],
  ])('is refused: %s %s', (path, value) => {
    expect(faultsOf(withKey(path, value))).toHaveLength(1)
  })

  it.each([
    ['health.storagedriver.threshold', 'null', { health: { storagedriver: { threshold: 1 } } }],
    ['http.net', 'tcp', { http: { net: 'tcp' } }],
    ['http.addr', '":5000"', { http: { addr: ':5000' } }],
    ['log.formatter', 'text', { log: { formatter: 'text' } }],
    ['http.prefix', '/', { http: { prefix: '/' } }],
    ['http.prefix', '/registry/', { http: { prefix: '/registry/' } }],
  ])('is taken: %s %s', (path, value, meant) => {
    expect(read(withKey(path, value)).settings).toMatchObject(meant)
  })

  it('more than one signing algorithm may be named', () => {
    const token = '{realm: r, service: s, issuer: i, rootcertbundle: /c, signingalgorithms: [ES256, RS256]}'
    expect(faultsOf(withKey('auth.token', token))).toEqual([])
  })
})

describe('variables', () => {
  it('that name no setting are told of, and change nothing', () => {
    const { settings, notices } = read('', { REGISTRY_COLOUR: 'blue', REGISTRY_HTTP_COLOUR: 'red' })
    expect(settings.http).toEqual(read('').settings.http)
    expect(notices).toEqual([
      'REGISTRY_COLOUR is no setting of the registry and has no effect.',
      'REGISTRY_HTTP_COLOUR is no setting of the registry and has no effect.',
    ])
  })

  it('make a list of what was not there, and go on where one ends', () => {
    const { settings } = read('', {
      REGISTRY_HEALTH_TCP_0_ADDR: 'a:1',
      REGISTRY_HEALTH_TCP_1_ADDR: 'b:2',
      REGISTRY_HEALTH_TCP_3_ADDR: 'd:4',
    })
    expect(settings.health.tcp.map(({ addr }) => addr)).toEqual([
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
    ])
  })
})
