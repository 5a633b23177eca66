import { readAccountSources, sourceKeys } from './account-sources.js'
import type { Fault } from './fault.js'
import { fixedKeys, ignoredKeys, type FixedKey } from './foreign-keys.js'
import { fixedYmlKeys, ignoredYmlKeys, inWordsOfYml, parseHarborYml } from './harbor-yml.js'
import { parseCfg, type Entry } from './parse-cfg.js'
import { settingsSchema, type SettingKey, type Settings } from './settings.js'
import { splitHostPort } from './values.js'

/** Characters of a value. Linux starts no program with more than 128 KiB in one variable of its environment. */
const MAX_VALUE = 4096

export interface ReadCfg {
  /** Present when no fault was found in the text itself. */
  readonly settings: Settings | undefined
  readonly faults: readonly Fault[]
  /** What the operator should know, though it stops nothing. */
  readonly notices: readonly string[]
  /** Where a key stands, for faults that are found later (ports, files, disk). */
  readonly where: (key: SettingKey) => string
  /** Turns what is said of the settings into the words of the file. */
  readonly inWords: (text: string) => string
}

/**
 * Reads and judges harbor.cfg's text, or harbor.yml's where the file's name says so; looks at nothing else of the machine.
 *
 * @param file     name to show in faults
 * @param override value of the environment's `host`, which beats the file's hostname
 */
export function readCfg(text: string, file: string, override?: string): ReadCfg {
  const isYml = /\.ya?ml$/.test(file)
  const parsed = isYml ? parseHarborYml(text, file) : parseCfg(text, file)
  const fixedHere = isYml ? fixedYmlKeys : fixedKeys
  const ignoredHere = isYml ? ignoredYmlKeys : ignoredKeys
  const entries = new Map(parsed.entries)
  if (override !== undefined && override !== '')
    entries.set('hostname', { key: 'hostname', value: override, where: 'environment host' })
  const faults: Fault[] = [...parsed.faults]
  const ignored: Entry[] = []
  const sources: Entry[] = []
  const raw: Record<string, string> = {}

  for (const entry of entries.values()) {
    if (entry.value.length > MAX_VALUE) {
      faults.push({ where: entry.where, key: entry.key, message: `has more than ${MAX_VALUE} characters` })
      continue
    }
    const fixed = Object.hasOwn(fixedHere, entry.key) ? fixedHere[entry.key] : undefined
    if (Object.hasOwn(settingsSchema.shape, entry.key)) {
      // An empty value means the default, as in Harbor; an empty hostname is a forgotten one.
      if (entry.value !== '' || entry.key === 'hostname') raw[entry.key] = entry.value
    } else if (Object.hasOwn(sourceKeys, entry.key)) {
      sources.push(entry)
    } else if (fixed !== undefined && !isFree(entry, fixed, isYml)) {
      const said = entry.value === '' ? '' : `"${entry.value}": `
      faults.push({ where: entry.where, key: entry.key, message: `${said}${fixed.reason}` })
    } else if (fixed === undefined && Object.hasOwn(ignoredHere, entry.key)) {
      ignored.push(entry)
    } else if (fixed === undefined) {
      faults.push({
        where: entry.where,
        key: entry.key,
        message: `is not a key of ${isYml ? 'harbor.yml' : 'harbor.cfg'}`,
      })
    }
  }

  const where = (key: SettingKey) => entries.get(key)?.where ?? file
  const result = settingsSchema.safeParse(raw)
  for (const issue of result.error?.issues ?? []) {
    const key = String(issue.path[0])
    faults.push({ where: entries.get(key)?.where ?? file, key, message: issue.message })
  }
  faults.push(...halfPair(raw, where))
  const accounts = readAccountSources(result.data?.auth_mode ?? 'db_auth', where('auth_mode'), sources)
  faults.push(...accounts.faults)
  if (result.success) faults.push(...contradictions(result.data, entries, where))
  faults.sort((a, b) => lineOf(a) - lineOf(b))
  const inWords = isYml ? inWordsOfYml : (text: string) => text
  return {
    settings: result.success && faults.length === 0 ? { ...result.data, accounts: accounts.settings } : undefined,
    faults,
    notices: [...noticeOf(ignored, ignoredHere), ...unusedSources(accounts.unused)],
    where,
    inWords,
  }
}

function halfPair(raw: Readonly<Record<string, string>>, where: (key: SettingKey) => string): Fault[] {
  const pair = ['ssl_cert', 'ssl_cert_key'] as const
  const given = pair.filter((key) => raw[key] !== undefined)
  const missing = pair.find((key) => raw[key] === undefined)
  if (given.length !== 1 || missing === undefined) return []
  return given.map((key) => ({ where: where(key), key, message: `is set without ${missing}` }))
}

function contradictions(
  settings: Omit<Settings, 'accounts'>,
  entries: ReadonlyMap<string, Entry>,
  where: (key: SettingKey) => string,
): Fault[] {
  const faults: Fault[] = []
  const { ssl_cert: certificate, ssl_cert_key: key, ui_url_protocol: protocol } = settings
  if (protocol === 'https' && certificate === undefined && key === undefined)
    faults.push({
      where: where('ui_url_protocol'),
      key: 'ui_url_protocol',
      message: 'https needs ssl_cert and ssl_cert_key',
    })
  const portKey = protocol === 'https' ? 'https_port' : 'http_port'
  const named = splitHostPort(settings.hostname).port
  const set = settings[portKey]
  if (
    named !== undefined &&
    set !== undefined &&
    entries.has(portKey) &&
    Number(named) !== set &&
    set !== defaultPort(portKey)
  )
    faults.push({
      where: where('hostname'),
      key: 'hostname',
      message: `names port ${named}, but ${portKey} is ${set}; where another proxy maps the port, use external_url`,
    })
  if (protocol === 'https' && (settings.http_port ?? 80) === (settings.https_port ?? 443))
    faults.push({ where: where('https_port'), key: 'https_port', message: 'is the same as http_port' })
  if (settings.data_volume === settings.log_location)
    faults.push({ where: where('log_location'), key: 'log_location', message: 'is the same folder as data_volume' })
  const [inside] = settings.log_location.slice(settings.data_volume.length + 1).split('/')
  if (settings.log_location.startsWith(`${settings.data_volume}/`) && DATA_FOLDERS.includes(inside ?? ''))
    faults.push({
      where: where('log_location'),
      key: 'log_location',
      message: `lies in ${settings.data_volume}/${inside}, where data are kept`,
    })
  return faults
}

/** What lies below data_volume and holds no logs. */
export const DATA_FOLDERS = ['ca_download', 'database', 'job_logs', 'native', 'redis', 'registry', 'secret']

export function defaultPort(key: 'http_port' | 'https_port'): number {
  return key === 'https_port' ? 443 : 80
}

/** Whether a key that stands for what Berth cannot do says nothing of it: of harbor.yml, what is empty was left out before. */
function isFree({ value }: Entry, { accepted }: FixedKey, isYml: boolean): boolean {
  return accepted.includes(value.toLowerCase()) || (value === '' && !isYml)
}

function noticeOf(ignored: readonly Entry[], reasons: Readonly<Record<string, string>>): string[] {
  if (ignored.length === 0) return []
  const byReason = Map.groupBy(ignored, (entry) => reasons[entry.key] ?? '')
  const lines = [...byReason].map(([reason, entries]) => {
    const keys = entries.map((entry) => `${entry.key} (line ${lineOf(entry)})`)
    return `  ${reason}: ${keys.join(', ')}`
  })
  return ['These keys of Harbor have no meaning in Berth and are ignored.', ...lines]
}

function unusedSources(unused: readonly Entry[]): string[] {
  if (unused.length === 0) return []
  const keys = unused.map((entry) => `${entry.key} (line ${lineOf(entry)})`)
  return [`These keys are of a source of accounts that is not in use, and are ignored: ${keys.join(', ')}`]
}

function lineOf(place: { readonly where: string }): number {
  return Number(/:(\d+)$/.exec(place.where)?.[1] ?? 0)
}
