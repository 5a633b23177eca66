import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configure } from '../cfg/configuration.js'
import { readCfg } from '../cfg/read-cfg.js'
import { installationEnv } from './installation-env.js'
import { dockerPlaces, nativePlaces } from './places.js'
import { proxyFiles } from './proxy-files.js'
import { runitFiles, svlogdConfig } from './runit-files.js'
import { connectionLimit, serviceEnv } from './service-env.js'
import { postgresqlFiles, redisFile } from './store-files.js'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../../deploy', name), 'utf8')
const machine = { ipv6: true, cores: 2 }

function configured(text: string) {
  const { settings } = readCfg(text, 'harbor.cfg')
  if (settings === undefined) throw new Error('The configuration has a fault.')
  return configure(settings, 'own.example')
}

const plain = configured('hostname = a.example')
const tls = configured(
  'hostname = a.example\nui_url_protocol = https\nhttps_port = 8443\nssl_cert = /c\nssl_cert_key = /k',
)

describe('proxy', () => {
  test('on plain HTTP serves everything on one port', () => {
    const servers = proxyFiles(plain, dockerPlaces(), { ...machine, ipv6: false }, read)['servers.conf'] ?? ''
    expect(servers).toContain('listen 8080 default_server reuseport;')
    expect(servers).not.toContain('ssl')
  })

  test('with TLS sends browsers and clients on, method kept, but lets probes through', () => {
    const files = proxyFiles(tls, dockerPlaces(), machine, read)
    expect(files['servers.conf']).toContain('return 308 https://$host:8443$request_uri;')
    expect(files['servers.conf']).toContain('location = /api/v2.0/health')
    expect(files['security-headers.conf']).toContain('Strict-Transport-Security')
  })

  test('of a native installation listens on IPv6 too, and knows its upstreams', () => {
    const files = proxyFiles(plain, nativePlaces(plain), machine, read)
    expect(files['servers.conf']).toContain('listen [::]:80 default_server reuseport;')
    expect(files['upstreams.conf']).toContain('server unix:/data/native/run/registry/socket max_fails=0;')
    expect(files['upstreams.conf']).toContain('server unix:/data/native/run/api/socket max_fails=0;')
  })

  test('of a native installation by root works in a folder below /run, and nothing of it is root', () => {
    const places = nativePlaces(configured('data_volume = /srv/berth'), true)
    expect(proxyFiles(plain, places, machine, read)['nginx.conf']).toContain('pid /run/berth-srv-berth/nginx.pid;')
    const files = runitFiles(plain, places, { user: 'berth', postgresqlBin: '/x' })
    expect(files['proxy/run']).toContain('\ninstall -d -m 700 -o berth /run/berth-srv-berth\n')
    expect(files['proxy/run']).toContain(' setpriv --reuid=berth ')
    expect(files['proxy/run']).toContain(' --ambient-caps=-all,+net_bind_service ')
    const high = runitFiles({ ...plain, http_port: 8080 }, places, { user: 'berth', postgresqlBin: '/x' })
    expect(high['proxy/run']).not.toContain('net_bind_service')
  })

  test('of native installations by root works in a folder of its own for each', () => {
    const folders = ['/a/b', '/a-b', '/a/-b', '/a-/b', '/a--b'].map(
      (data) => nativePlaces(configured(`data_volume = ${data}`), true).proxyRun,
    )
    expect(folders).toEqual(['-a-b', '-a%2db', '-a-%2db', '-a%2d-b', '-a%2d%2db'].map((name) => `/run/berth${name}`))
  })

  test('speaks TLS with forward secrecy alone', () => {
    const servers = proxyFiles(tls, dockerPlaces(), machine, read)['servers.conf'] ?? ''
    const ciphers = /ssl_ciphers (.*);/.exec(servers)?.[1]?.split(':') ?? []
    expect(ciphers).not.toEqual([])
    for (const cipher of ciphers) expect(cipher).toMatch(/^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM|CHACHA20)/)
  })

  test('leaves no placeholder in any file', () => {
    for (const text of Object.values(proxyFiles(tls, dockerPlaces(), machine, read)))
      expect(text).not.toMatch(/\$\{[A-Z]/)
  })
})

describe('services', () => {
  test('read secrets from files, and none stands in the environment', () => {
    const { api } = serviceEnv(plain, dockerPlaces(), 2)
    expect(api).toMatchObject({
      BERTH_DATABASE_HOST: 'postgresql',
      BERTH_ADMIN_PASSWORD_FILE: '/run/berth/secret/admin-password',
      BERTH_TOKEN_PRIVATE_KEY_FILE: '/run/berth/secret/token.key',
      BERTH_TOKEN_EXPIRATION: 30,
    })
    expect(Object.values(api)).not.toContain('Harbor12345')
  })

  test('only the api can sign tokens', () => {
    const { registry, jobservice } = serviceEnv(plain, dockerPlaces(), 2)
    expect(Object.keys({ ...registry, ...jobservice })).not.toContain('BERTH_TOKEN_PRIVATE_KEY_FILE')
  })

  test('that restore and that free agree for how long what was deleted is kept', () => {
    const { api, jobservice } = serviceEnv({ ...plain, deleted_retention_days: 30 }, dockerPlaces(), 2)
    for (const env of [api, jobservice]) expect(env).toMatchObject({ BERTH_RECLAIM_DELAY_SECONDS: 2_592_000 })
  })

  test.each([1, 2, 8, 64])('on %i cores open fewer connections than PostgreSQL takes', (cores) => {
    const services = serviceEnv(plain, dockerPlaces(), cores)
    const pools = Object.values(services).map((env) => Number(env['BERTH_DATABASE_POOL']))
    const workers = Number(services.registry['BERTH_REGISTRY_WORKERS'])
    const [registry = 0, api = 0, jobservice = 0] = pools
    const [ofJobs, ofCollection] = [Number(services.jobservice['BERTH_JOB_WORKERS']), 10]
    // Each worker of the registry has one more, for its locks.
    const open = (registry + 1) * workers + api + jobservice + ofJobs + ofCollection
    expect(open).toBeLessThan(connectionLimit(plain, cores) - 10)
  })

  test('get what requests may go to only where it is named', () => {
    expect(serviceEnv(plain, dockerPlaces(), 2).api['BERTH_OUTBOUND_ALLOW']).toBeUndefined()
    const named = configured('outbound_allow = id.internal 127.0.0.1')
    for (const service of ['api', 'registry'] as const)
      expect(serviceEnv(named, dockerPlaces(), 2)[service]['BERTH_OUTBOUND_ALLOW']).toBe('id.internal,127.0.0.1')
  })

  test('get the address that clients use only where it is fixed', () => {
    expect(serviceEnv(plain, dockerPlaces(), 2).registry['BERTH_EXTERNAL_URL']).toBeUndefined()
    const fixed = configured('external_url = https://registry.example')
    expect(serviceEnv(fixed, dockerPlaces(), 2).registry['BERTH_EXTERNAL_URL']).toBe('https://registry.example')
  })
})

describe('a folder too long for sockets', () => {
  const deep = configured(`data_volume = /${'deep/'.repeat(15)}data`)
  const places = nativePlaces(deep)

  test('leaves everything on ports', () => {
    expect(proxyFiles(deep, places, machine, read)['upstreams.conf']).toContain('server 127.0.0.1:15000 max_fails=0;')
    const { registry } = serviceEnv(deep, places, 2)
    expect(registry).toMatchObject({ BERTH_DATABASE_HOST: '127.0.0.1', BERTH_REGISTRY_SOCKET: undefined })
    expect(registry['BERTH_API_SOCKET']).toBeUndefined()
    expect(postgresqlFiles(places, 60, read)['postgresql.conf']).toContain("unix_socket_directories = ''")
  })
})

describe('stores', () => {
  test('listen on loopback only in a native installation', () => {
    const places = nativePlaces(plain)
    const files = postgresqlFiles(places, 60, read)
    expect(files['postgresql.conf']).toContain("listen_addresses = '127.0.0.1'\nport = 15432")
    expect(files['pg_hba.conf']).toContain('local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256')
    expect(files['postgresql.conf']).toContain("unix_socket_directories = '/data/native/run/postgresql'")
    expect(redisFile(places, 'geheim', read)).toContain(
      'bind 127.0.0.1\nport 16379\nprotected-mode yes\nrequirepass geheim',
    )
  })
})

describe('runit', () => {
  const files = runitFiles(plain, nativePlaces(plain), { user: 'berth', postgresqlBin: '/usr/lib/postgresql/15/bin' })

  test('runs every service as the user', () => {
    for (const service of ['postgresql', 'redis', 'registry', 'api', 'jobservice'])
      expect(files[`${service}/run`]).toContain('\nexec /data/native/app/run-batch.sh chpst -u berth ')
    expect(files['proxy/run']).toMatch(
      /\nexec \/data\/native\/app\/run-batch.sh setpriv --reuid=berth .* chpst -P nginx /,
    )
  })

  test('stops PostgreSQL fast', () => {
    expect(files['postgresql/control/t']).toContain('kill -INT')
  })

  test('changes no user where the caller is not root', () => {
    const own = runitFiles(plain, nativePlaces(plain), { user: undefined, postgresqlBin: '/x' })
    expect(Object.values(own).join('')).not.toMatch(/chpst -u|setpriv|chown/)
  })
})

test('.env adds the TLS port to the compose files only with https', () => {
  const installation = {
    mode: 'docker',
    version: '1.2.3',
    owner: { uid: 1000, gid: 1000 },
    project: 'berth',
    rendered: { api: 'f00' },
  } as const
  expect(installationEnv(plain, dockerPlaces(), installation)).toMatch(
    /\nCOMPOSE_FILE=docker-compose.yml\n[^]*\nBERTH_RENDERED_API=f00\n/,
  )
  expect(installationEnv(tls, dockerPlaces(), installation)).toContain(
    '\nCOMPOSE_FILE=docker-compose.yml:docker-compose.https.yml\n',
  )
})

test.each([
  [0, 'n1'],
  [1, 'n1'],
  [50, 'n50'],
])('with log_rotate_count %d, svlogd does not keep everything', (count, line) => {
  expect(svlogdConfig(configured(`log_rotate_count = ${count}`)).split('\n')).toContain(line)
})
