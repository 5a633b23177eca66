import { describe, expect, it } from 'vitest'
import { ConfigurationError } from './configuration-error.js'
import { parseConfiguration } from './parse-configuration.js'

const minimal = `version: 0.1
storage:
  filesystem:
    rootdirectory: /data/Registry
`

function faultsOf(text: string, environment: Record<string, string> = {}): string[] {
  try {
    parseConfiguration(text, environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n').slice(1)
    throw error
  }
  throw new Error('the configuration was accepted')
}

describe('parseConfiguration', () => {
  it('takes the example file of the docker-distribution package unchanged and without a notice', () => {
    const { settings, notices } = parseConfiguration(`version: 0.1
log:
  fields:
    service: registry
storage:
    cache:
        layerinfo: inmemory
    filesystem:
        rootdirectory: /data/Registry
http:
    addr: :5000
`)
    expect(settings.storage.filesystem.rootdirectory).toBe('/data/Registry')
    expect(settings.http.addr).toBe(':5000')
    expect(settings.log.fields).toEqual({ service: 'registry' })
    expect(notices).toEqual([])
  })

  it('takes the example file of the docker-registry package unchanged', () => {
    const { settings } = parseConfiguration(`version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/docker-registry
  delete:
    enabled: true
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
auth:
  htpasswd:
    realm: basic-realm
    path: /etc/docker/registry
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
`)
    expect(settings.storage.delete.enabled).toBe(true)
    expect(settings.http.headers).toEqual({ 'X-Content-Type-Options': ['nosniff'] })
    expect(settings.auth?.htpasswd?.path).toBe('/etc/docker/registry')
    expect(settings.health.storagedriver).toEqual({ enabled: true, interval: 10_000, threshold: 3 })
  })

  it('takes an empty key for one that is not there, at any depth', () => {
    const empty = `${minimal}  delete:\nhttp:\n  prefix:\n  headers:\nlog:\n  level:\nnotifications:\n  endpoints:\n`
    expect(parseConfiguration(empty)).toEqual(parseConfiguration(minimal))
  })

  it('names faults in the order of the file, and last what is not in it', () => {
    const unknown = ['b', 'a', 'c'].map((key) => `${key}: 1\n`).join('')
    const text = `z: 1\n${minimal}log:\n  level: info\n  fields: {x: y}\n${unknown}`
    expect(faultsOf(text, { REGISTRY_HTTP_ADDR: 'nowhere' }).map((line) => /^ {2}([^:]+)/.exec(line)?.[1])).toEqual([
      'z (line 1)',
      'b (line 9)',
      'a (line 10)',
      'c (line 11)',
      'http.addr (REGISTRY_HTTP_ADDR)',
    ])
  })

  it('fills in the defaults of Distribution', () => {
    const { settings } = parseConfiguration(minimal)
    expect(settings.http.addr).toBe(':5000')
    expect(settings.http.prefix).toBe('/')
    expect(settings.storage.delete.enabled).toBe(false)
    expect(settings.storage.maintenance.uploadpurging).toEqual({
      enabled: true,
      age: 604_800_000,
      interval: 86_400_000,
      dryrun: false,
    })
  })

  it('names an unknown key with its path and line', () => {
    expect(faultsOf(`${minimal}  delte:\n    enabled: true\n`)).toEqual([
      '  storage.delte (line 5): this key is unknown',
    ])
  })

  it('names a key that cannot be honoured, with the reason', () => {
    expect(faultsOf('version: 0.1\nstorage:\n  s3:\n    bucket: images\n')).toEqual([
      '  storage.s3 (line 3): not supported: blobs lie on a file system here: use storage.filesystem',
    ])
    expect(faultsOf(`${minimal}proxy:\n  remoteurl: https://example.org\n`)).toEqual([
      '  proxy.remoteurl (line 6): not supported: this registry is no pull-through cache',
    ])
  })

  it('names every fault, not only the first', () => {
    const faults = faultsOf(`${minimal}http:\n  addr: nowhere\n  tls:\n    certificate: /c.pem\nlog:\n  level: loud\n`)
    expect(faults).toEqual([
      '  http.addr (line 6): "nowhere" is not an address such as :5000 or 127.0.0.1:5000',
      '  http.tls.key (line 7): is required beside http.tls.certificate',
      '  log.level (line 10): Invalid option: expected one of "error"|"warn"|"info"|"debug"',
    ])
  })

  it('says which keys have no effect', () => {
    const { notices } = parseConfiguration(`${minimal}http:\n  http2:\n    disabled: false\nredis:\n  addr: r:6379\n`)
    expect(notices).toEqual([
      'http.http2 (line 6) has no effect: the registry speaks HTTP/1.1.',
      'redis (line 8) has no effect: no cache is kept outside the process.',
    ])
  })

  it('refuses a file without storage, another version, and what is no mapping', () => {
    expect(faultsOf('version: 0.1\n')).toEqual(['  storage: is missing: name storage.filesystem.rootdirectory'])
    expect(faultsOf(minimal.replace('0.1', '0.2'))).toEqual(['  version (line 1): must be 0.1'])
    expect(faultsOf('- a\n')).toEqual(['  the file (line 1): must be a mapping of keys'])
    expect(faultsOf('a: [\n')[0]).toMatch(/the file \(line \d\)/)
    expect(faultsOf(`${minimal}http: *nothing\nlog: *late\nredis: &late {}\n`)).toEqual([
      '  the file (line 5): *nothing names nothing before it',
      '  the file (line 6): *late names nothing before it',
    ])
  })

  it('takes an empty section as its defaults', () => {
    expect(parseConfiguration(`${minimal}http:\nhealth:\n`).settings.http.addr).toBe(':5000')
  })

  it('knows the cipher suites by the names that Distribution uses', () => {
    const tls = (suite: string) => `${minimal}http:\n  tls: {certificate: /c, key: /k, ciphersuites: [${suite}]}\n`
    const { settings } = parseConfiguration(tls('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'))
    expect(settings.http.tls?.ciphersuites).toEqual(['ECDHE-RSA-AES128-GCM-SHA256'])
    expect(faultsOf(tls('TLS_RSA_WITH_RC4_128_SHA'))[0]).toMatch(/^ {2}http\.tls\.ciphersuites\.0 \(line 6\): .*RC4/)
  })

  it('accepts one kind of authentication only', () => {
    const both =
      'auth:\n  htpasswd: {realm: r, path: /p}\n  token: {realm: r, service: s, issuer: i, rootcertbundle: /c}\n'
    expect(faultsOf(minimal + both)).toEqual(['  auth (line 5): takes exactly one kind, not htpasswd and token'])
  })

  it('names the line of a key inside a list', () => {
    const text = `${minimal}notifications:\n  endpoints:\n    - name: a\n      url: http://a.example/\n      retries: 3\n`
    expect(faultsOf(text)).toEqual(['  notifications.endpoints.0.retries (line 9): this key is unknown'])
  })
})

describe('REGISTRY_ variables', () => {
  it('override keys of the file, with values in YAML', () => {
    const { settings } = parseConfiguration(minimal, {
      REGISTRY_HTTP_ADDR: '127.0.0.1:5001',
      REGISTRY_STORAGE_DELETE_ENABLED: 'true',
      REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: '/srv/registry',
      REGISTRY_STORAGE_MAINTENANCE_UPLOADPURGING_AGE: '2h',
      REGISTRY_NOTIFICATIONS_ENDPOINTS: '[{name: a, url: "http://a.example/"}]',
    })
    expect(settings.http.addr).toBe('127.0.0.1:5001')
    expect(settings.storage.delete.enabled).toBe(true)
    expect(settings.storage.filesystem.rootdirectory).toBe('/srv/registry')
    expect(settings.storage.maintenance.uploadpurging.age).toBe(7_200_000)
    expect(settings.notifications.endpoints[0]?.name).toBe('a')
  })

  it('are applied from the section to the key, in whatever order they come', () => {
    const { settings } = parseConfiguration('version: 0.1\n', {
      REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: '/srv/registry',
      REGISTRY_STORAGE: 'filesystem',
    })
    expect(settings.storage.filesystem.rootdirectory).toBe('/srv/registry')
  })

  it('keep the spelling of a key of the file', () => {
    const headers = `${minimal}http:\n  headers:\n    X-Frame-Options: [DENY]\n`
    const { settings } = parseConfiguration(headers, { 'REGISTRY_HTTP_HEADERS_X-FRAME-OPTIONS': '[SAMEORIGIN]' })
    expect(settings.http.headers).toEqual({ 'X-Frame-Options': ['SAMEORIGIN'] })
  })

  it('are named where they are wrong', () => {
    expect(faultsOf(minimal, { REGISTRY_HTTP_ADDR: 'nowhere' })).toEqual([
      '  http.addr (REGISTRY_HTTP_ADDR): "nowhere" is not an address such as :5000 or 127.0.0.1:5000',
    ])
    expect(faultsOf(minimal, { REGISTRY_STORAGE_S3_BUCKET: 'b' })).toEqual([
      '  storage.s3 (REGISTRY_STORAGE_S3_BUCKET): not supported: blobs lie on a file system here: use storage.filesystem',
    ])
    expect(faultsOf(minimal, { REGISTRY_LOG_LEVEL: '[' })[0]).toMatch(
      /log\.level \(REGISTRY_LOG_LEVEL\): its value is no YAML/,
    )
  })

  it('that a container platform sets for a service named registry are said to have no effect', () => {
    const { notices } = parseConfiguration(minimal, {
      REGISTRY_PORT: 'tcp://10.0.0.1:5000',
      REGISTRY_CONFIGURATION_PATH: '/c',
    })
    expect(notices).toEqual(['REGISTRY_PORT is no setting of the registry and has no effect.'])
  })

  const sections = ['HTTP', 'REDIS', 'PROXY', 'LOG', 'HEALTH', 'AUTH', 'STORAGE', 'HTTP_TLS', 'UI']
  // A list, a section that lacks something, and what is refused.
  const more = ['HTTP_HEADERS', 'HEALTH_HTTP', 'AUTH_TOKEN', 'MIDDLEWARE', 'LOG_HOOKS', 'STORAGE_S3']
  const linked = ['PORT', 'PORT_80_TCP', 'PORT_80_TCP_ADDR']
  const ofService = ['SERVICE_HOST', 'SERVICE_PORT', 'SERVICE_PORT_HTTP', ...linked]
  it.each([
    ...[...sections, ...more].map((section) => ['a link', section, linked] as const),
    ...[...sections, ...more].map((section) => ['a service', section, ofService] as const),
  ])(
    'that a container platform sets for %s named registry-%s are warned of, and change nothing',
    (_, service, names) => {
      const variables = names.map((name) => [`REGISTRY_${service}_${name}`, 'tcp://10.0.0.9:80'] as const)
      const text = `${minimal}http: {addr: ":5001"}\n`
      const { settings, notices } = parseConfiguration(text, Object.fromEntries(variables))
      expect(settings.http).toMatchObject({ addr: ':5001' })
      expect(settings.storage).toEqual(parseConfiguration(text).settings.storage)
      expect(settings.auth?.token ?? settings.auth?.htpasswd).toBeUndefined()
      expect(notices.length).toBeGreaterThan(0)
    },
  )

  it('name elements of lists by their numbers', () => {
    const endpoints = Array.from({ length: 12 }, (_, at) => [
      [`REGISTRY_NOTIFICATIONS_ENDPOINTS_${at}_NAME`, `n${at}`],
      [`REGISTRY_NOTIFICATIONS_ENDPOINTS_${at}_URL`, `http://n${at}.example/`],
    ]).flat()
    const { settings } = parseConfiguration(
      `${minimal}http:\n  tls: {certificate: /c, key: /k, clientcas: [/a.pem]}\n`,
      {
        ...Object.fromEntries(endpoints),
        REGISTRY_HTTP_TLS_CLIENTCAS_0: '/x.pem',
        REGISTRY_HTTP_TLS_CLIENTCAS_1: '/y.pem',
        'REGISTRY_HTTP_HEADERS_X-A_0': 'b',
      },
    )
    expect(settings.http.tls?.clientcas).toEqual(['/x.pem', '/y.pem'])
    expect(settings.http.headers).toEqual({ 'x-a': ['b'] })
    expect(settings.notifications.endpoints.map(({ name }) => name)).toEqual(
      endpoints.flatMap(([, v]) => (v?.startsWith('n') ? [v] : [])),
    )
    expect(faultsOf(minimal, { REGISTRY_NOTIFICATIONS_ENDPOINTS_0_NAME: 'a' })[0]).toContain(
      'notifications.endpoints.0.url',
    )
  })
})

describe('a way to sign in, or a driver of storage, that is not there', () => {
  it.each([
    ['auth: htpaswd\n', 'auth.htpaswd (line 5): this key is unknown'],
    ['auth:\n  htpaswd:\n', 'auth.htpaswd (line 6): this key is unknown'],
    ['auth:\n  htpasswd:\n', 'auth.htpasswd.realm (line 6): '],
    ['auth:\n  htpasswd: ""\n', 'auth.htpasswd.realm (line 6): '],
    ['auth: {none: {}, token: }\n', 'auth.token.realm (line 5): '],
  ])('is refused in a file, for the registry would be open: %j', (text, fault) => {
    expect(faultsOf(minimal + text)[0]).toContain(fault)
  })

  it.each([
    ['REGISTRY_AUTH', 'htpaswd', 'auth.htpaswd'],
    ['REGISTRY_AUTH_HTPASWD_PATH', '/p', 'auth.htpaswd'],
    ['REGISTRY_AUTH_HTPASSWD', '', 'auth.htpasswd.realm'],
    ['REGISTRY_STORAGE_FILESYTEM_ROOTDIRECTORY', '/data', 'storage.filesytem'],
  ])('is refused in a variable: %s=%s', (name, value, path) => {
    expect(faultsOf(minimal, { [name]: value })[0]).toContain(`${path} (${name}): `)
  })

  it('is refused where the storage is one word', () => {
    expect(faultsOf('version: 0.1\nstorage: filesytem\n')[0]).toContain(
      'storage.filesytem (line 2): this key is unknown',
    )
  })
})

describe('keys of release 3', () => {
  it.each([
    ['storage.tag', `${minimal}  tag: {concurrencylimit: 8}\n`],
    ['storage.cache.blobdescriptorsize', `${minimal}  cache: {blobdescriptor: inmemory, blobdescriptorsize: 10000}\n`],
    ['redis', `${minimal}redis: {addrs: [127.0.0.1:6379], tls: {certificate: /c}, maxidleconns: 1}\n`],
    ['log.reportcaller', `${minimal}log: {reportcaller: true}\n`],
    ['validation.manifests.indexes', `${minimal}validation: {manifests: {indexes: {platforms: all}}}\n`],
    ['http.h2c', `${minimal}http: {h2c: {enabled: true}}\n`],
    ['compatibility.schema1.enabled', `${minimal}compatibility: {schema1: {enabled: true}}\n`],
  ])('%s is taken and said to have no effect', (path, text) => {
    const { notices } = parseConfiguration(text)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.startsWith(`${path} (line `)).toBe(true)
  })

  it('are honoured where they change who gets in', () => {
    const token = 'realm: r, service: s, issuer: i, rootcertbundle: /c'
    const read = (more: string) =>
      parseConfiguration(`${minimal}auth:\n  token: {${token}, ${more}}\n`).settings.auth?.token
    expect(read('signingalgorithms: [ES256]')?.signingalgorithms).toEqual(['ES256'])
    expect(read('autoredirect: true, autoredirectpath: /token')?.autoredirectpath).toBe('/token')
    expect(faultsOf(`${minimal}auth:\n  token: {${token}, signingalgorithms: [HS256]}\n`)[0]).toContain(
      'signingalgorithms.0',
    )
    expect(faultsOf(`${minimal}auth:\n  token: {${token}, jwks: /k}\n`)[0]).toContain(
      'auth.token.jwks (line 6): not supported',
    )
  })
})
