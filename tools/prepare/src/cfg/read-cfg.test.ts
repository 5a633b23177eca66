import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configure, settingWarnings } from './configuration.js'
import { describeFault } from './fault.js'
import { readCfg } from './read-cfg.js'

const faultsOf = (text: string, override?: string) => readCfg(text, 'harbor.cfg', override).faults.map(describeFault)

/** @throws when the text has a fault */
function configured(text: string, own = 'own.example') {
  const { settings, faults } = readCfg(text, 'harbor.cfg')
  if (settings === undefined) throw new Error(faults.map(describeFault).join('\n'))
  return configure(settings, own)
}

test('the file as shipped has no fault and causes no notice', () => {
  const shipped = readFileSync(join(import.meta.dirname, '../../../../harbor.cfg'), 'utf8')
  expect(readCfg(shipped, 'harbor.cfg')).toMatchObject({ faults: [], notices: [] })
  expect(configured(shipped)).toMatchObject({
    host: 'own.example',
    http_port: 80,
    https_port: 443,
    data_volume: '/data',
    log_rotate_size: 200 * 1024 ** 2,
    harbor_admin_password: 'Harbor12345',
    self_registration: true,
    registryName: 'own.example',
    portalUrl: 'http://own.example',
  })
})

test.each([
  ['hostname = reg.mydomain.com', "harbor.cfg:1: hostname: reg.mydomain.com is Harbor's sample"],
  ['hostname =', 'harbor.cfg:1: hostname: is empty'],
  ['hostname = http://a.example', 'harbor.cfg:1: hostname: is a name or an address, without http://'],
  ['hostname = 300.1.1.1', 'harbor.cfg:1: hostname: "300.1.1.1" is neither a name nor an address'],
  ['hostname = a.example:0', 'harbor.cfg:1: hostname: "0" is not a port'],
  ['\ncolour = blue', 'harbor.cfg:2: colour: is not a key of harbor.cfg'],
  ['http_port = eighty', 'harbor.cfg:1: http_port: "eighty" is not a port between 1 and 65535'],
  ['http_port = 70000', 'harbor.cfg:1: http_port: "70000" is not a port between 1 and 65535'],
  ['ui_url_protocol = https', 'harbor.cfg:1: ui_url_protocol: https needs ssl_cert and ssl_cert_key'],
  ['ssl_cert = /a.crt', 'harbor.cfg:1: ssl_cert: is set without ssl_cert_key'],
  ['ssl_cert_key = /a.key', 'harbor.cfg:1: ssl_cert_key: is set without ssl_cert'],
  ['hostname = a.example:81\nhttp_port = 82', 'harbor.cfg:1: hostname: names port 81, but http_port is 82'],
  ['data_volume = data', 'harbor.cfg:1: data_volume: "data" is not an absolute path'],
  ['data_volume = /var', 'harbor.cfg:1: data_volume: "/var" belongs to the system'],
  ['data_volume = /a b', 'harbor.cfg:1: data_volume: "/a b" has characters'],
  ['data_volume = /srv/reg,data', 'harbor.cfg:1: data_volume: "/srv/reg,data" has characters'],
  ['data_volume = /srv/reg%data', 'harbor.cfg:1: data_volume: "/srv/reg%data" has characters'],
  ['data_volume = /srv/./data', 'harbor.cfg:1: data_volume: "/srv/./data" must not contain . or ..'],
  ['log_location = /opt', 'harbor.cfg:1: log_location: "/opt" belongs to the system'],
  ['log_location = /data/registry/logs', 'harbor.cfg:1: log_location: lies in /data/registry, where data are kept'],
  ['log_rotate_size = much', 'harbor.cfg:1: log_rotate_size: "much" is not a size'],
  ['self_registration = maybe', 'harbor.cfg:1: self_registration: "maybe" is neither on nor off'],
  ['token_expiration = 0', 'harbor.cfg:1: token_expiration: "0" is not a whole number between 1 and 1440'],
  ['project_creation_restriction = nobody', 'harbor.cfg:1: project_creation_restriction: "nobody" is not one of'],
  ['harbor_admin_password = short', 'harbor.cfg:1: harbor_admin_password: needs at least 8 characters'],
  [`harbor_admin_password = Aa1${'x'.repeat(70)}`, 'harbor.cfg:1: harbor_admin_password: is longer than 72 bytes'],
  ['auth_mode = uaa_auth', 'harbor.cfg:1: auth_mode: "uaa_auth" is not one of: db_auth, ldap_auth, oidc_auth'],
  ['db_host = db.example', 'harbor.cfg:1: db_host: "db.example": an external database is not supported'],
  ['registry_storage_provider_name = s3', 'harbor.cfg:1: registry_storage_provider_name: "s3"'],
  ['constructor = x', 'harbor.cfg:1: constructor: is not a key of harbor.cfg'],
  ['__proto__ = x', 'harbor.cfg:1: __proto__: is not a key of harbor.cfg'],
  ['self_registration = constructor', 'harbor.cfg:1: self_registration: "constructor" is neither on nor off'],
  ['redis_url = redis.example:6379', 'harbor.cfg:1: redis_url: "redis.example:6379": an external Redis'],
  ['trusted_proxies = 10.0.0.1, 10.0.0.0/33', 'harbor.cfg:1: trusted_proxies: "10.0.0.0/33" is neither an address'],
  ['outbound_allow = id.example, 10.0.0.0/33', 'harbor.cfg:1: outbound_allow: "10.0.0.0/33" is neither a name'],
  [`external_url = https://${'a'.repeat(4096)}`, 'harbor.cfg:1: external_url: has more than 4096 characters'],
  [`outbound_allow = ${'10.0.0.1,'.repeat(500)}`, 'harbor.cfg:1: outbound_allow: has more than 4096 characters'],
  ['external_url = registry.example', 'harbor.cfg:1: external_url: "registry.example" is not an address'],
])('%j is refused', (text, start) => {
  const faults = faultsOf(text)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toSatisfy((fault: string) => fault.startsWith(start))
})

test('every fault is told at once, in the order of the lines', () => {
  const faults = faultsOf('http_port = 0\nhostname = reg.mydomain.com\ncolour = blue\n')
  expect(faults.map((fault) => fault.split(': ')[0])).toEqual(['harbor.cfg:1', 'harbor.cfg:2', 'harbor.cfg:3'])
})

test("the environment's host beats the file's hostname, and is blamed where it is wrong", () => {
  expect(readCfg('hostname = a.example', 'harbor.cfg', 'b.example').settings?.hostname).toBe('b.example')
  expect(faultsOf('hostname = a.example', 'reg.mydomain.com')[0]).toMatch(/^environment host: hostname: /)
})

test("Harbor's keys without a meaning here are accepted, named with their lines, and have no effect", () => {
  const { faults, notices } = readCfg('email_server = x\n\nldap_uid = uid\nauth_mode = db_auth\n', 'harbor.cfg')
  expect(faults).toEqual([])
  expect(notices.join('\n')).toContain('email_server (line 1)')
  expect(notices.join('\n')).toContain('ldap_uid (line 3)')
  expect(notices.join('\n')).not.toContain('auth_mode')
})

test.each([
  [
    '0.1',
    'hostname = "a.example"\ndb_password = "root123"\nself_registration = "on"\ncustomize_token = "on"\ncrt_countryname = "CN"',
  ],
  [
    '0.4',
    'use_compressed_js = on\nmax_job_workers = 3\nverify_remote_cert = on\ncrt_commonname = example.com\nsecret_key = x',
  ],
  ['1.1', 'log_rotate_days = 3\nldap_basedn = uid=%s,ou=people,dc=mydomain,dc=com\nldap_scope = 3'],
  ['1.4', 'db_host = mysql\ndb_port = 3306\nredis_url =\nuaa_ca_root = /path/to/uaa_ca.pem\nclair_db_host = postgres'],
  ['1.5', '_version = 1.5.0\nredis_url = redis:6379\nregistry_storage_provider_name = filesystem\nldap_group_gid = cn'],
  [
    '1.7',
    '_version = 1.7.0\ndb_host = postgresql\nno_proxy = 127.0.0.1\nreload_config = true\nregistry_custom_ca_bundle =',
  ],
])("the keys of Harbor's harbor.cfg of %s are taken", (_, text) => {
  expect(faultsOf(text)).toEqual([])
})

describe('harbor.yml', () => {
  const read = (text: string) => readCfg(text, 'harbor.yml')
  const shipped = `
hostname: a.example
http:
  port: 8080
https:
  port: 8443
  certificate: /c
  private_key: /k
  strong_ssl_ciphers: true
harbor_admin_password: Another12345
database: { password: root123, max_idle_conns: 100 }
data_volume: /srv/data
internal_tls:
  enabled: false
  dir: /etc/harbor/tls/internal
storage_service:
  filesystem: { maxthreads: 100 }
trivy:
  timeout: 5m0s
jobservice:
  max_job_workers: 20
  job_loggers: [STD_OUTPUT, FILE]
log:
  level: info
  local: { rotate_count: 5, rotate_size: 20M, location: /var/log/harbor }
_version: 2.15.0
proxy:
  http_proxy:
  components: [core]
`

  test('is taken where a key has a counterpart, and what has none is named with its line', () => {
    const { settings, faults, notices } = read(shipped)
    expect(faults).toEqual([])
    expect(settings).toMatchObject({
      hostname: 'a.example',
      ui_url_protocol: 'https',
      http_port: 8080,
      https_port: 8443,
      ssl_cert: '/c',
      ssl_cert_key: '/k',
      harbor_admin_password: 'Another12345',
      data_volume: '/srv/data',
      max_job_workers: 20,
      log_location: '/var/log/harbor',
      log_rotate_count: 5,
      log_rotate_size: 20 * 1024 ** 2,
    })
    const text = notices.join('\n')
    expect(text).toContain('trivy (line 18)')
    for (const key of ['database', 'https.strong_ssl_ciphers', 'internal_tls.dir', 'jobservice.job_loggers', 'proxy'])
      expect(text).toContain(`${key} (line `)
    expect(text).not.toContain('root123')
  })

  test('off is off in whatever words, and what stands elsewhere in the file counts', () => {
    const text = 'metric: &at { port: 8080 }\nhttp: *at\ninternal_tls: { enabled: no, strong_ssl_ciphers: true }'
    expect(read(text)).toMatchObject({ faults: [], settings: { http_port: 8080 } })
  })

  test('what is said of a key without a counterpart is true of Berth as it is', () => {
    const text =
      'proxy:\n  http_proxy: http://p.example\nnotification:\n  webhook_job_max_retry: 3\ncore:\n  quota_update_provider: db\n'
    const notices = read(text).notices.join('\n')
    expect(notices).toContain('directly: proxy (line 1)')
    expect(notices).not.toMatch(/no webhooks|no outgoing/)
  })

  test('of 1.8, with its logs elsewhere and without TLS, is taken as well', () => {
    const text = 'hostname: a.example\nhttp:\n  port: 80\nhttps:\nlog:\n  location: /var/log/harbor\n  rotate_count: 3'
    expect(read(text).settings).toMatchObject({
      ui_url_protocol: 'http',
      log_location: '/var/log/harbor',
      log_rotate_count: 3,
    })
  })

  test.each([
    ['https: {}', { ui_url_protocol: 'http' }],
    ['external_redis: {}\nexternal_database: {}\nstorage_service: { s3: {} }', { data_volume: '/data' }],
    ['internal_tls:\n  enabled: No', { data_volume: '/data' }],
    ['internal_tls:\n  enabled: OFF', { data_volume: '/data' }],
    ['metric: &m { port: 8080 }\nhttp:\n  <<: *m', { http_port: 8080 }],
    ['metric: &m { port: 8080 }\nhttp:\n  <<: [*m]\n  port: "8081"', { http_port: 8081 }],
    ['log:\n  local:\n    rotate_count: 0', { log_rotate_count: 0 }],
  ])('%j is read as Harbor reads it', (text, settings) => {
    expect(read(text)).toMatchObject({ faults: [], settings })
  })

  test.each([
    ['hostname:', 'harbor.yml:1: hostname: is empty'],
    ['hostname=a.example', 'harbor.yml:1: is not of the form key: value'],
    ['- hostname: a.example', 'harbor.yml:1: is not of the form key: value'],
    ['data_volume: [/srv/data]', 'harbor.yml:1: data_volume: is one value, no list and no section'],
    ['harbor_admin_password: { a: Another12345 }', 'harbor.yml:1: harbor_admin_password: is one value'],
    ['http:\n  port: [8080]', 'harbor.yml:2: http.port: is one value, no list and no section'],
    ['trusted_proxies: [10.0.0.1]', 'harbor.yml:1: trusted_proxies: is one value, no list and no section'],
    ['http: 8080', 'harbor.yml:1: http: is a section: what it sets stands below it'],
    ['internal_tls: true', 'harbor.yml:1: internal_tls: is a section'],
    ['http: &a\n  <<: *a', 'harbor.yml:2: http.<<: is not a key of harbor.yml'],
    ['log:\n  location: /a/b\n  local: { location: /c/d }', 'harbor.yml:3: log.local.location: stands twice, first at'],
    ['http: { port: 80 }\nhttp_port: 81', 'harbor.yml:2: http.port: stands twice, first at harbor.yml:1'],
    ['log:\n  local: { rotate_size: 20MB }', 'harbor.yml:2: log.local.rotate_size: "20MB" is not a size'],
    ['external_database:\n  harbor:\n    host: db', 'harbor.yml:1: external_database: an external database is not'],
    ['https:\n  certificate: /c', 'harbor.yml:2: https.certificate: is set without https.private_key'],
    ['external_redis:\n  host: redis:6379', 'harbor.yml:1: external_redis: an external Redis is not'],
    ['internal_tls:\n  enabled: true', 'harbor.yml:2: internal_tls.enabled: "true": TLS between the services'],
    ['storage_service:\n  s3: { bucket: b }', 'harbor.yml:2: storage_service.s3: blobs are kept on the file system'],
    ['hostname: reg.mydomain.com', "harbor.yml:1: hostname: reg.mydomain.com is Harbor's sample"],
    ['colour: blue', 'harbor.yml:1: colour: is not a key of harbor.yml'],
    ['http:\n  colour: 1', 'harbor.yml:2: http.colour: is not a key of harbor.yml'],
    ['a: [', 'harbor.yml:1: is no YAML'],
    ['hostname: a\nhostname: b', 'harbor.yml:2: is no YAML: Map keys must be unique'],
    ['hostname: a.example\nhttp:\n  port: *nothing', 'harbor.yml:3: is no YAML: *nothing names nothing before it'],
    ['hostname: a.example\nhttp: *late\nlog: &late {}', 'harbor.yml:2: is no YAML: *late names nothing before it'],
    ['hostname: a.example\nhttp:\n  port: !port 80', 'harbor.yml:3: is no YAML: Unresolved tag: !port'],
    ['hostname: a.example\nhttp:\n  [port]: 80', 'harbor.yml:3: is no YAML: this key is no word'],
  ])('%j is refused by name', (text, start) => {
    const { faults: found, inWords } = read(text)
    const faults = found.map((fault) => inWords(describeFault(fault)))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toSatisfy((fault: string) => fault.startsWith(start))
  })
})

describe('addresses', () => {
  test("a hostname with a port, as Harbor's users write it, sets the port", () => {
    expect(configured('hostname = a.example:8080\nhttp_port = 80')).toMatchObject({
      host: 'a.example',
      http_port: 8080,
      registryName: 'a.example:8080',
      portalUrl: 'http://a.example:8080',
    })
  })

  test('with https the port of the hostname is the port of TLS', () => {
    const text = 'hostname = a.example:8443\nui_url_protocol = https\nssl_cert = /c\nssl_cert_key = /k'
    expect(configured(text)).toMatchObject({ http_port: 80, https_port: 8443, portalUrl: 'https://a.example:8443' })
  })

  test('external_url is what clients are told', () => {
    const configuration = configured('hostname = 10.0.0.1\nexternal_url = https://registry.example/')
    expect(configuration).toMatchObject({ registryName: 'registry.example', portalUrl: 'https://registry.example' })
  })

  test('trusted proxies are addresses and networks', () => {
    const configuration = configured('trusted_proxies = 10.0.0.1, 192.168.0.0/16,::1 fd00::/8')
    expect(configuration.trusted_proxies).toEqual(['10.0.0.1', '192.168.0.0/16', '::1', 'fd00::/8'])
  })

  test('requests may go to names, addresses and networks inside', () => {
    const configuration = configured('outbound_allow = id.internal, 127.0.0.1 fd00::/8')
    expect(configuration.outbound_allow).toEqual(['id.internal', '127.0.0.1', 'fd00::/8'])
  })

  test('to trust everybody works, with a warning', () => {
    const warnings = (networks: string) =>
      settingWarnings(configured(`hostname = a.example\ntrusted_proxies = ${networks}`)).length
    expect(warnings('0.0.0.0/0, ::/0')).toBe(2)
    // Half of the world each.
    expect(warnings('0.0.0.0/1, 128.0.0.0/01, 2000::/3, 8.0.0.0/7')).toBe(4)
    expect(warnings('10.0.0.0/8, fc00::/7, 192.0.2.1, 2001:db8::1')).toBe(0)
  })

  test('a loopback name and a name without a dot work, with a warning', () => {
    expect(settingWarnings(configured('hostname = 127.0.0.1'))[0]).toContain('only this machine')
    expect(settingWarnings(configured('hostname = berth'))[0]).toContain('Docker Hub')
    expect(settingWarnings(configured('hostname = berth:8080'))).toEqual([])
  })
})
