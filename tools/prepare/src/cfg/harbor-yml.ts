import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { sourceKeys } from './account-sources.js'
import type { Fault } from './fault.js'
import { DIRECTLY, type FixedKey } from './foreign-keys.js'
import type { Entry, ParsedCfg } from './parse-cfg.js'
import { settingsSchema } from './settings.js'

/** Keys of Harbor's harbor.yml (1.8 to 2.x), by their path, and what they are called in harbor.cfg. */
const counterparts: Readonly<Record<string, string>> = {
  'http.port': 'http_port',
  'https.port': 'https_port',
  'https.certificate': 'ssl_cert',
  'https.private_key': 'ssl_cert_key',
  'jobservice.max_job_workers': 'max_job_workers',
  'log.local.location': 'log_location',
  'log.local.rotate_count': 'log_rotate_count',
  'log.local.rotate_size': 'log_rotate_size',
  // Of 1.8.
  'log.location': 'log_location',
  'log.rotate_count': 'log_rotate_count',
  'log.rotate_size': 'log_rotate_size',
}

/** What is looked into; of everything else the whole is one key. */
const sections = new Set(['http', 'https', 'jobservice', 'log', 'log.local', 'internal_tls', 'storage_service'])

const JOBS = 'Berth keeps logs of jobs for 30 days, and ends what hangs'
const DELIVERIES = 'webhooks are tried again by the rules of Berth'
const HARBOR_DATABASE = 'Berth runs its own database and makes its password'
const HARBOR_REDIS = 'Berth runs its own Redis'

/** Those without a counterpart, by path. */
export const ignoredYmlKeys: Readonly<Record<string, string>> = {
  _version: 'format marker of Harbor',
  ip_family: 'Berth listens on what the machine has',
  'https.strong_ssl_ciphers': 'ciphers are always strong',
  'internal_tls.enabled': 'services speak to each other inside the machine',
  'internal_tls.dir': 'services speak to each other inside the machine',
  'internal_tls.verify_client_cert': 'services speak to each other inside the machine',
  'internal_tls.strong_ssl_ciphers': 'services speak to each other inside the machine',
  database: HARBOR_DATABASE,
  redis: HARBOR_REDIS,
  'storage_service.ca_bundle': 'blobs lie below data_volume',
  'storage_service.filesystem': 'blobs lie below data_volume',
  'storage_service.redirect': 'blobs lie below data_volume',
  clair: 'no Clair',
  trivy: 'no Trivy',
  chart: 'charts are pushed as OCI artifacts',
  'jobservice.max_job_duration_hours': JOBS,
  'jobservice.job_loggers': JOBS,
  'jobservice.logger_sweeper_duration': JOBS,
  'jobservice.notification': DELIVERIES,
  notification: DELIVERIES,
  'log.level': 'services log what they change and what fails',
  'log.external_endpoint': 'logs stay on this machine',
  uaa: 'no UAA',
  proxy: DIRECTLY,
  network: DIRECTLY,
  metric: 'metrics are for the machine itself, at /metrics of each service',
  trace: 'no traces',
  upload_purging: 'abandoned uploads are dropped after 7 days',
  cache: 'Berth caches by itself',
  core: 'what Harbor sets of this service has no counterpart',
}

const refusedStorage: FixedKey = {
  accepted: [],
  reason: 'blobs are kept on the file system; a storage service is not supported',
}

/** What must not be passed over: whoever has set it would believe that it holds. */
export const fixedYmlKeys: Readonly<Record<string, FixedKey>> = {
  external_database: { accepted: [], reason: 'an external database is not supported; leave it out' },
  external_redis: { accepted: [], reason: 'an external Redis is not supported; leave it out' },
  'internal_tls.enabled': {
    accepted: ['false', 'no', 'off'],
    reason: 'TLS between the services is not supported; leave it out',
  },
  'storage_service.azure': refusedStorage,
  'storage_service.gcs': refusedStorage,
  'storage_service.s3': refusedStorage,
  'storage_service.swift': refusedStorage,
  'storage_service.oss': refusedStorage,
}

/** Reads harbor.yml as what harbor.cfg would say. @param file name to show in faults */
export function parseHarborYml(text: string, file: string): ParsedCfg {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number | undefined) => `${file}:${lines.linePos(offset ?? 0).line}`
  const faults: Fault[] = []
  const refuse = (offset: number | undefined, message: string) =>
    void faults.push({ where: at(offset), message: `is no YAML: ${message}` })
  for (const { message, pos } of [...document.errors, ...document.warnings])
    refuse(pos[0], message.split('\n')[0] ?? '')
  visit(document, {
    // The parser looks for what an alias names when somebody asks for the value.
    Alias: (_, alias) => {
      if (!alias.resolve(document)) refuse(alias.range?.[0], `*${alias.source} names nothing before it`)
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) refuse(isNode(key) ? key.range?.[0] : undefined, 'this key is no word')
    },
  })
  const entries = new Map<string, Entry>()
  const add = (key: string, value: string, where: string) => {
    const earlier = entries.get(key)
    if (earlier !== undefined) faults.push({ where, key, message: `stands twice, first at ${earlier.where}` })
    else entries.set(key, { key, value, where })
  }

  const walk = (map: YAMLMap, prefix: string) => {
    for (const { key, value: given } of pairsOf(map, document)) {
      if (!isScalar(key)) continue
      const value = resolved(given, document)
      const path = `${prefix}${String(key.value)}`
      const name = nameOf(path)
      const where = at(key.range?.[0])
      if (path === 'https' && isMap(value) && !isEmpty(value)) add('ui_url_protocol', 'https', where)
      // A hostname without a value is a forgotten one, as in harbor.cfg.
      if (isEmpty(value) && name !== 'hostname') continue
      if (sections.has(path)) {
        if (isMap(value)) walk(value, `${path}.`)
        else faults.push({ where, key: path, message: 'is a section: what it sets stands below it' })
      } else if (isSetting(name) && !isScalar(value) && !isEmpty(value)) {
        faults.push({ where, key: name, message: 'is one value, no list and no section' })
      } else {
        add(name, isScalar(value) && !isEmpty(value) ? String(value.value) : '', where)
      }
    }
  }
  const { contents } = document
  if (faults.length === 0 && isMap(contents)) walk(contents, '')
  else if (faults.length === 0 && !isEmpty(contents))
    faults.push({ where: at(contents?.range[0]), message: 'is not of the form key: value' })
  return { entries, faults }
}

/** The pairs of a map, and those that `<<` takes over from others, which stand in line behind its own. */
function pairsOf(map: YAMLMap, document: Document, within: readonly YAMLMap[] = []): Pair[] {
  const pairs = new Map<unknown, Pair>()
  const merged: Pair[] = []
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? pair.key.value : pair.key
    const value = resolved(pair.value, document)
    const sources = (isSeq(value) ? value.items : [value]).map((item) => resolved(item, document))
    const isMerge = key === '<<' && sources.every((source) => isMap(source) && ![map, ...within].includes(source))
    if (!isMerge) pairs.set(key, pair)
    else for (const source of sources) if (isMap(source)) merged.push(...pairsOf(source, document, [map, ...within]))
  }
  for (const pair of merged) {
    const key = isScalar(pair.key) ? pair.key.value : pair.key
    if (!pairs.has(key)) pairs.set(key, pair)
  }
  return [...pairs.values()]
}

function resolved(value: unknown, document: Document): unknown {
  return isAlias(value) ? value.resolve(document) : value
}

function isSetting(name: string): boolean {
  return Object.hasOwn(settingsSchema.shape, name) || Object.hasOwn(sourceKeys, name)
}

/** What is said of settings, in the words of harbor.yml for those that have other ones there. */
export function inWordsOfYml(text: string): string {
  return text.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (word) => ymlWords.get(word) ?? word)
}

const ymlWords = new Map([
  ...Object.entries(counterparts)
    .map(([path, name]): [string, string] => [name, path])
    .toReversed(),
  ['ui_url_protocol', 'https'],
])

function nameOf(path: string): string {
  return Object.hasOwn(counterparts, path) ? (counterparts[path] ?? path) : path
}

function isEmpty(value: unknown): boolean {
  if (isCollection(value)) return value.items.length === 0
  return value === null || value === undefined || (isScalar(value) && (value.value === null || value.value === ''))
}
