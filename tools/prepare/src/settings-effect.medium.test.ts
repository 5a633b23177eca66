import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply } from './apply.js'
import { configure } from './cfg/configuration.js'
import { readCfg } from './cfg/read-cfg.js'
import { settingsSchema, type SettingKey } from './cfg/settings.js'
import { installationEnv } from './render/installation-env.js'
import { dockerPlaces, nativePlaces, type Mode } from './render/places.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-effect-'))
  mkdirSync(join(folder, 'root'))
  symlinkSync(join(import.meta.dirname, '../../../deploy'), join(folder, 'root/deploy'))
  const script = `
    for name in first other; do
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=a -keyout "$1/$name.key" -out "$1/$name.pem"
    done`
  execFileSync('bash', ['-ec', script, 'bash', folder], { stdio: 'ignore' })
})
afterAll(() => rmSync(folder, { recursive: true }))

type Values = Partial<Record<SettingKey | 'ldap_url' | 'ldap_basedn', string>>

const ALL = ['api', 'jobservice', 'postgresql', 'proxy', 'redis', 'registry']
const AT = (path: string) => `<folder>/${path}`

interface Effect {
  readonly to: Values
  /** The services that start again, in containers and without. What is in .env and nowhere else is named by its key. */
  readonly docker: readonly string[]
  readonly native: readonly string[]
}
const both = (to: Values, ...services: string[]): Effect => ({ to, docker: services, native: services })

const EFFECTS: Record<SettingKey, Effect> = {
  hostname: both({ hostname: 'b.example' }, 'jobservice'),
  ui_url_protocol: both({ ui_url_protocol: 'http' }, 'jobservice', 'proxy'),
  http_port: { to: { http_port: '8080' }, docker: ['HTTP_PORT'], native: ['HTTP_PORT', 'api', 'proxy'] },
  https_port: both({ https_port: '8443' }, 'HTTPS_PORT', 'jobservice', 'proxy'),
  ssl_cert: both({ ssl_cert: AT('other.pem') }, 'proxy'),
  ssl_cert_key: both({ ssl_cert_key: AT('other.key') }, 'proxy'),
  external_url: both({ external_url: 'https://c.example' }, 'api', 'jobservice', 'registry'),
  trusted_proxies: both({ trusted_proxies: '10.0.0.1' }, 'proxy'),
  outbound_allow: both({ outbound_allow: 'id.internal' }, 'api', 'jobservice', 'registry'),
  // Of containers, those that it is mounted into; the secrets in a new folder are new ones.
  data_volume: {
    to: { data_volume: AT('data2') },
    docker: ['DATA_VOLUME', 'api', 'redis'],
    native: ['DATA_VOLUME', 'log', ...ALL],
  },
  log_location: { to: { log_location: AT('log2') }, docker: ['LOG_LOCATION'], native: ['LOG_LOCATION', 'log'] },
  // svlogd is told without a new start.
  log_rotate_count: { to: { log_rotate_count: '3' }, docker: ['log'], native: ['n3'] },
  log_rotate_size: { to: { log_rotate_size: '1M' }, docker: ['log'], native: ['s1048576'] },
  harbor_admin_password: both({ harbor_admin_password: 'Another12345' }, 'Another12345'),
  auth_mode: both({ auth_mode: 'ldap_auth', ldap_url: 'ldap://d.example', ldap_basedn: 'dc=d' }, 'api'),
  self_registration: both({ self_registration: 'off' }, 'api'),
  project_creation_restriction: both({ project_creation_restriction: 'adminonly' }, 'api'),
  token_expiration: both({ token_expiration: '10' }, 'api'),
  reload_config: both({ reload_config: 'on' }, 'api'),
  max_job_workers: both({ max_job_workers: '5' }, 'jobservice', 'postgresql'),
  deleted_retention_days: both({ deleted_retention_days: '1' }, 'api', 'jobservice'),
  storage_reserve: both({ storage_reserve: '300M' }, 'jobservice', 'registry'),
  sparse_manifests: both({ sparse_manifests: 'all' }, 'registry'),
  log_port: { to: { log_port: '1515' }, docker: ['LOG_PORT'], native: [] },
  native_port_base: { to: { native_port_base: '16000' }, docker: [], native: ALL.filter((name) => name !== 'proxy') },
}

/** What is installed by these settings: `.env`, and what takes effect without a service being started. */
async function install(mode: Mode, values: Values): Promise<ReadonlyMap<string, string>> {
  const first: Values = {
    hostname: 'a.example',
    ui_url_protocol: 'https',
    ssl_cert: AT('first.pem'),
    ssl_cert_key: AT('first.key'),
    data_volume: AT('data'),
    log_location: AT('log'),
  }
  const lines = Object.entries({ ...first, ...values }).map(([key, value]) => `${key} = ${value}`)
  const { settings } = readCfg(lines.join('\n').replaceAll('<folder>', folder), 'harbor.cfg')
  if (settings === undefined) throw new Error('The configuration has a fault.')
  const configuration = configure(settings, 'own.example')
  const places = mode === 'docker' ? dockerPlaces() : nativePlaces(configuration)
  const target = {
    root: join(folder, 'root'),
    owner: undefined,
    proxy: { ipv6: false },
    native: { user: undefined, postgresqlBin: '/x' },
  }
  const rendered = await apply(configuration, places, target, () => {})
  const owner = { uid: 1, gid: 1 }
  const env = installationEnv(configuration, places, { mode, version: '1', owner, project: 'berth', rendered })
  const known = env.split('\n').map((line): [string, string] => {
    const [key = '', value = ''] = line.split('=')
    return [key.replace(/^BERTH_RENDERED_(.*)/, (_, service: string) => service.toLowerCase()), value]
  })
  const read = (path: string) => readFileSync(path, 'utf8').trim()
  const { data_volume: data, log_location: logs } = configuration
  const password = read(join(data, 'secret/admin-password'))
  const rotation = mode === 'native' ? read(join(logs, 'api/config')).split('\n') : []
  return new Map([...known, ...[password, ...rotation].map((line): [string, string] => [line, line])])
}

const cases = Object.entries(EFFECTS).flatMap(([key, effect]) =>
  (['docker', 'native'] as const).map((mode) => ({ key, mode, to: effect.to, expected: effect[mode] })),
)

test.each(cases)(
  '$key ($mode) reaches $expected, and no other service starts again',
  async ({ mode, to, expected }) => {
    const before = await install(mode, {})
    const after = await install(mode, to)
    const changed = [...after].filter(([name, value]) => before.get(name) !== value).map(([name]) => name)
    const services = changed.filter((name) => [...ALL, 'log'].includes(name)).toSorted()
    expect(services).toEqual(expected.filter((name) => [...ALL, 'log'].includes(name)).toSorted())
    expect(changed).toEqual(expect.arrayContaining([...expected]))
  },
)

test('every setting has an effect', () => {
  expect(Object.keys(EFFECTS)).toEqual(Object.keys(settingsSchema.shape))
  for (const [key, { docker, native }] of Object.entries(EFFECTS))
    expect([key, docker.length + native.length]).not.toEqual([key, 0])
})
